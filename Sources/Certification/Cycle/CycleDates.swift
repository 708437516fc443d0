/// The days that the rules of a cycle give, as one body reads them. Each is computed from its anchor, never from
/// another computed day (rule DA-7).
public struct CycleDates: Sendable {
    /// How the body reads the rules.
    public let profile: BodyProfile

    /// The length of a cycle (ISO/IEC 17021-1 9.1.3.2).
    public static let cycle = Months(36)
    static let year = Months(12)
    static let halfYear = Months(6)

    /// Days by a body's profile.
    public init(_ profile: BodyProfile) { self.profile = profile }

    /// The last day of a certificate that runs three years from a day (rule CY-2).
    public func expiry(from start: Day) -> Day {
        let end = start.adding(Self.cycle)
        switch profile[.expiryConvention] {
        case "same-day": return end
        case "month-end": return Self.monthEnd(notAfter: end)
        default: return end.adding(days: -1)
        }
    }

    /// The last end of a month that does not outlive three years.
    private static func monthEnd(notAfter day: Day) -> Day {
        let (year, month, dayOfMonth) = day.components
        return dayOfMonth == Day.length(ofMonth: month, year: year)
            ? day : day.adding(days: -dayOfMonth)
    }

    /// The latest day of the first surveillance after an initial decision (rules SV-1, SV-3): 12 months after it, or
    /// after stage 2 where the body counts from there, later only by what was postponed (EX-1).
    public func firstSurveillanceLatest(decision: Day, stage2: Period?, postponed: Months = Months(0)) -> Day
    {
        let limit = decision.adding(Months(Self.year.count + postponed.count))
        guard profile[.surveillanceAnchor] == "stage2-last-day", let stage2 else { return limit }
        return min(limit, stage2.last.adding(Months(Self.year.count + postponed.count)))
    }

    /// The day at which the body likes the first surveillance (rule SV-3); nil where it likes none.
    public func firstSurveillancePreferred(decision: Day) -> Day? {
        profile.months(.surveillancePreferred).map { decision.adding($0) }
    }

    /// The window of the surveillance that falls so many years after the decision (rule SV-3); its end is clipped.
    public func window(anchor: Day, cap: Day) -> Period? {
        profile.window?.period(around: anchor, until: cap)
    }

    /// The year of the recertification audit (rule SV-2a): of the planned or held one, otherwise of the day by which
    /// it should lie.
    public func recertificationYear(expiry: Day, audit: Period? = nil) -> Int {
        audit.map { profile.counted($0).year } ?? recertificationAuditBy(expiry: expiry).year
    }

    /// The calendar years that need a surveillance (rule SV-2): strictly between that of the decision and that of the
    /// recertification.
    public func surveillanceYears(decision: Day, recertificationYear: Int) -> [Int] {
        decision.year + 1 < recertificationYear ? Array(decision.year + 1..<recertificationYear) : []
    }

    /// The latest day of the next audit after one, where the body limits the interval (rule SV-3, NP-1).
    public func intervalLatest(after previous: Period) -> Day? {
        profile.months(.surveillanceInterval).map { profile.counted(previous).adding($0) }
    }

    /// The end of the second year after the decision (rule SV-5).
    public func secondYearEnd(decision: Day) -> Day { decision.adding(Months(24)) }

    /// When planning of the recertification begins (rule RC-1).
    public func recertificationPlanFrom(expiry: Day) -> Day {
        expiry.adding(Months(-profile.count(.recertificationPlan).count))
    }

    /// By when the recertification audit lies (rule RC-2).
    public func recertificationAuditBy(expiry: Day) -> Day {
        expiry.adding(Months(-profile.count(.recertificationAudit).count))
    }

    /// The last day on which the body can restore (rule RC-5); nil where it never does.
    public func restoreUntil(expiry: Day) -> Day? {
        let months = profile.count(.restore)
        return months.count == 0 ? nil : expiry.adding(months)
    }
}

/// Days of findings, suspension, transfer and transition.
extension CycleDates {
    /// Six months after the last day of stage 2 (rule NC-1).
    public func majorVerifiedBy(stage2: Period) -> Day { stage2.last.adding(Self.halfYear) }

    /// When the body wants majors closed (rule NC-4).
    public func majorClosedBy(audit: Period) -> Day { audit.last.adding(days: profile.days(.majorClose)) }

    /// When the body wants the plan for a minor (rule NC-4).
    public func minorPlannedBy(audit: Period) -> Day { audit.last.adding(days: profile.days(.minorPlan)) }

    /// The latest stage 2 after a stage 1 (rule ST-2); nil where the body names no maximum.
    public func stage2Latest(stage1: Period) -> Day? { profile.stageGap.map { stage1.last.adding($0) } }

    /// When a suspension must be resolved (rule SU-1): it never outlives the certificate.
    public func resolveBy(suspended: Day, expiry: Day) -> Day {
        min(suspended.adding(profile.count(.suspension)), expiry)
    }

    /// By when the certificate of a body that ceased is transferred (rule TR-3).
    public func transferBy(ceased: Day, expiry: Day) -> Day { min(ceased.adding(Self.halfYear), expiry) }

    /// The last day whatever is printed, once an edition ends (rule TN-1).
    public func effectiveExpiry(_ expiry: Day, transitionEnd: Day?) -> Day {
        transitionEnd.map { min(expiry, $0) } ?? expiry
    }

    /// By when the transition audit lies (rule TN-1).
    public func transitionAuditBy(end: Day) -> Day { end.adding(Months(-Self.halfYear.count)) }
}
