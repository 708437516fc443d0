extension CycleRule {
    /// What the rule says, in our words.
    public var statement: String { words.0 }

    /// Where it comes from: the paragraph of ISO/IEC 17021-1:2015 or the IAF document whose requirement published
    /// pages repeat, or `default` where it is our reading, or a rule of some certification bodies.
    public var source: String { words.1 }

    /// The keys of a body profile that change it.
    public var keys: [ProfileKey] { ProfileKey.allCases.filter { $0.rules.contains(self) } }

    private var words: (String, String) {
        switch self {
        case .st1:
            (
                "Areas of concern that stage 1 names could become nonconformities at stage 2: settle them before.",
                "ISO/IEC 17021-1 9.3.1.2.2-3"
            )
        case .st2:
            (
                "Stage 2 follows stage 1 within the time that the body allows; the standard names no maximum.",
                "ISO/IEC 17021-1 9.3.1.2.4; the length is a body's rule"
            )
        case .st3:
            (
                "Stage 2 looks at the conformity to all requirements, so each clause needs current evidence before it.",
                "ISO/IEC 17021-1 9.3.1.3"
            )
        case .st4:
            (
                "An internal audit and a management review lie before stage 2, and the internal audits leave no clause out.",
                "ISO/IEC 17021-1 9.3.1.2.2, 9.3.1.3"
            )
        case .nc1:
            (
                "Correction and corrective action for majors of stage 2 are verified within six months after its last day; otherwise another stage 2 follows.",
                "ISO/IEC 17021-1 9.5.3.2"
            )
        case .nc2:
            (
                "Majors of the recertification audit are verified before the certificate expires.",
                "ISO/IEC 17021-1 9.6.3.2"
            )
        case .nc3:
            (
                "The plan for a minor is accepted before the decision; the next audit checks what was done.",
                "ISO/IEC 17021-1 9.5.2"
            )
        case .nc4:
            (
                "The body asks for plans and closure within its own times; the earliest of all dates counts.",
                "default; the contract with the body"
            )
        case .cy1:
            (
                "The first cycle begins with the certification decision, each later one with the recertification decision.",
                "ISO/IEC 17021-1 9.1.3.2"
            )
        case .cy2:
            (
                "A certificate takes effect on the decision at the earliest and runs for at most three years.",
                "ISO/IEC 17021-1 8.2.2, 9.1.3.2; the convention of the last day is ours"
            )
        case .sv1:
            (
                "The first surveillance after initial certification lies within 12 months of the decision.",
                "ISO/IEC 17021-1 9.1.3.3"
            )
        case .sv2:
            (
                "Each calendar year between that of the decision and that of the recertification has a surveillance.",
                "ISO/IEC 17021-1 9.1.3.3"
            )
        case .sv2a:
            (
                "The recertification year is that of the recertification audit, planned or held; otherwise that in which it should lie.",
                "default"
            )
        case .sv3:
            (
                "The body plans surveillance within a window around its anchor; the window never outlives SV-1 and SV-2.",
                "default; the contract with the body"
            )
        case .sv4:
            (
                "A surveillance is planned, due, done or overdue; an overdue one makes suspension likely.",
                "ISO/IEC 17021-1 9.6.5.2"
            )
        case .sv5:
            (
                "The programme has a surveillance in the first and in the second year after the decision.",
                "ISO/IEC 17021-1 9.1.3.2-3; the warning is ours"
            )
        case .sv6:
            (
                "Each surveillance looks at eight subjects, from internal audits to the use of marks.",
                "ISO/IEC 17021-1 9.6.2.2"
            )
        case .ia1:
            (
                "An internal audit and a management review lie between two external audits, and are not too old at the next.",
                "9.2 and 9.3 of each standard; the age of 12 months is ours"
            )
        case .ap1:
            (
                "Over a cycle the whole system is audited: each clause at least once between recertifications.",
                "ISO/IEC 17021-1 9.1.3.1-2"
            )
        case .rc1: ("Planning of the recertification begins.", "ISO/IEC 17021-1 9.6.3.1.1")
        case .rc2:
            (
                "The recertification audit lies early enough to close majors before the expiry.",
                "ISO/IEC 17021-1 9.6.3.2; the months are a body's rule"
            )
        case .rc3:
            (
                "Audit done, majors verified and decision taken by the day of expiry.",
                "ISO/IEC 17021-1 9.6.3.2"
            )
        case .rc4:
            (
                "Recertified in time, the new certificate runs three years on from the old expiry, or from the decision.",
                "ISO/IEC 17021-1 9.6.3.2.3"
            )
        case .rc4a:
            ("Recertified very early, the certificate would run for over three and a half years.", "default")
        case .rc5:
            (
                "After the expiry the body can restore the certificate within six months.",
                "ISO/IEC 17021-1 9.6.3.2.5"
            )
        case .rc6:
            (
                "A restored certificate takes effect with the decision and ends on the old rhythm; in between nobody is certified.",
                "ISO/IEC 17021-1 9.6.3.2.5"
            )
        case .rc7:
            (
                "Later than that at least a stage 2 is needed; which expiry then holds is contested.",
                "ISO/IEC 17021-1 9.6.3.2.5; the expiry is contested"
            )
        case .rc8:
            ("A recertification may need a stage 1 after significant change.", "ISO/IEC 17021-1 9.6.3.1.3")
        case .rc9:
            ("A recertification considers the whole past cycle.", "ISO/IEC 17021-1 9.6.3.1-2")
        case .ex1:
            (
                "After an extraordinary event audits are postponed and validity is extended by up to six months; the next cycle keeps its days.",
                "IAF ID 3"
            )
        case .su1:
            (
                "A suspended certificate is invalid for the time being, in most cases for six months at the most.",
                "ISO/IEC 17021-1 9.6.5"
            )
        case .su2: ("A suspension does not stop the clock of the cycle.", "default")
        case .su3:
            (
                "A suspension that is not resolved in time ends in withdrawal or a smaller scope.",
                "ISO/IEC 17021-1 9.6.5.4-5"
            )
        case .sc1:
            (
                "An extension of the scope changes the day of issue, not the cycle and not the expiry.",
                "ISO/IEC 17021-1 9.6.4.1"
            )
        case .sc2:
            (
                "A special audit counts as surveillance only where the body says so.",
                "ISO/IEC 17021-1 9.6.4.2; the flag is ours"
            )
        case .tr1: ("Only a valid, accredited and unsuspended certificate is transferred.", "IAF MD 2")
        case .tr2:
            (
                "The accepting body takes the cycle over where it stands: same expiry, same programme.",
                "IAF MD 2"
            )
        case .tr3:
            (
                "When the issuing body ceases, the certificate is transferred within six months or by its expiry, whichever is sooner.",
                "IAF MD 2"
            )
        case .tr4:
            (
                "Before a transfer majors are closed and the records since the last initial or recertification audit are at hand.",
                "IAF MD 2"
            )
        case .in1:
            (
                "One audit for several standards lies by the earliest of their latest days, within all of their windows.",
                "IAF MD 11; the formula is ours"
            )
        case .in2:
            (
                "To align expiries, the later certificate is recertified early and ends with the earlier one.",
                "default, by RC-4"
            )
        case .ms1:
            (
                "Of similar sites a sample is audited: the square root of their number, 0.6 of it in surveillance, 0.8 in recertification, rounded up; the central function every time.",
                "IAF MD 1"
            )
        case .tn1:
            (
                "Certificates to an old edition end with its transition, whatever is printed on them.",
                "IAF resolutions"
            )
        case .np1:
            ("A national profile can be stricter than all this.", "default; the profile")
        case .plan:
            ("A step of the road to a first certificate is done by its last day.", "default; the saved plan")
        }
    }
}
