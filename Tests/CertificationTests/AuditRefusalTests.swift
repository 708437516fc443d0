import Testing

@testable import Certification

@Suite("What cannot be with audits")
struct AuditRefusalTests {
    private func audit(_ kind: AuditKind, _ days: String, _ state: AuditState = .planned) -> Audit {
        Audit(
            id: "NEW", kind: kind, state: state, period: CycleDesk.days(days),
            certificates: kind.isExternal ? ["C-1"] : [], standards: ["iso20000-1-2018"])
    }

    static let days: [(String, AuditKind, String?)] = [
        ("2027-04-19", .surveillance, nil), ("2027-04-19..2027-04-20", .surveillance, "A-1"),
        ("2027-04-21", .special, "A-1"), ("2027-04-22", .surveillance, nil),
        ("2027-04-01..2027-04-30", .recertification, "A-1"), ("2027-04-20", .internal, nil),
        ("2028-04-20", .surveillance, nil), ("2026-10-01", .surveillance, nil),
    ]

    @Test("two external audits of one certificate share no day", arguments: days)
    func clash(days: String, kind: AuditKind, with: String?) {
        var desk = CycleDesk.certified(expiry: "2029-05-13")
        desk.audit(.surveillance, "2027-04-20..2027-04-21", .planned)
        desk.audit(.surveillance, "2028-04-20", .cancelled)
        desk.audit(.internal, "2026-10-01")
        #expect(desk.facts.clash(with: audit(kind, days))?.id == with)
        #expect(desk.facts.clash(with: audit(kind, days, .cancelled)) == nil)
        #expect(desk.facts.clash(with: desk.audits[0]) == nil)
    }

    @Test("nothing is planned for a certificate that is over")
    func planned() {
        var desk = CycleDesk.certified(expiry: "2029-05-13")
        #expect(desk.facts.refusal(ofPlanned: audit(.surveillance, "2027-04-20")) == nil)
        desk.record(.withdrawal, "2027-01-01")
        #expect(desk.facts.refusal(ofPlanned: audit(.surveillance, "2027-04-20"))?.rule == .su3)
        #expect(desk.facts.refusal(ofPlanned: audit(.surveillance, "2026-12-31")) == nil)
    }

    static let losses: [(String, Int, String?)] = [
        ("stage 1", 1, nil),
        ("stage 2 that the decision rests on", 2, "CY-1: the decision of 2026-05-14 rests on A-2"),
        ("a surveillance", 3, nil),
        (
            "the recertification audit", 4,
            "RC-3: the recertification decision of 2029-04-30 rests on A-4"
        ),
        ("the audit of the cycle that runs", 5, nil),
    ]

    @Test("what a decision rests on is not taken back", arguments: losses)
    func loss(name: String, number: Int, refusal: String?) {
        var desk = CycleDesk()
        desk.audit(.stage1, "2026-03-02")
        desk.audit(.stage2, "2026-04-22..2026-04-24")
        desk.record(.decision, "2026-05-14", expiry: "2029-05-13")
        desk.audit(.surveillance, "2027-04-20")
        desk.audit(.recertification, "2029-02-05..2029-02-07")
        desk.record(.recertificationDecision, "2029-04-30", expiry: "2032-05-13")
        desk.audit(.recertification, "2032-02-05")
        let answer = desk.facts.refusal(without: desk.audits[number - 1])
        #expect(answer.map { "\($0.rule.rawValue): \($0.message)" } == refusal)
    }

    @Test("of two stage 2 audits the decision rests on the later")
    func repeated() {
        var desk = CycleDesk()
        desk.audit(.stage2, "2026-02-02")
        desk.audit(.stage2, "2026-04-22..2026-04-24")
        desk.record(.decision, "2026-05-14", expiry: "2029-05-13")
        #expect(desk.facts.refusal(without: desk.audits[0]) == nil)
        #expect(desk.facts.refusal(without: desk.audits[1]) != nil)
    }
}
