import Certification
import Testing

@Suite("The life of a certificate")
struct CertificateLifeTests {
    /// Initial, early recertification, suspension, late restoration, transfer, a new edition: twelve years.
    static var life: CycleDesk {
        var desk = CycleDesk()
        desk.audit(.stage1, "2026-03-02..2026-03-03")
        desk.audit(.stage2, "2026-04-22..2026-04-24")
        desk.record(.decision, "2026-05-14", expiry: "2029-05-13")
        desk.audit(.surveillance, "2027-04-20..2027-04-21")
        desk.record(.scopeExtension, "2027-06-01")
        desk.audit(.surveillance, "2028-04-18..2028-04-19")
        desk.audit(.recertification, "2029-02-05..2029-02-07")
        desk.record(.recertificationDecision, "2029-02-28", expiry: "2032-05-13")
        desk.audit(.surveillance, "2030-03-12")
        desk.record(.suspension, "2030-09-01")
        desk.record(.reinstatement, "2031-01-15")
        desk.audit(.surveillance, "2031-03-11")
        desk.audit(.recertification, "2032-06-15..2032-06-17")
        desk.record(.restoration, "2032-08-20", expiry: "2035-05-13")
        desk.audit(.surveillance, "2033-05-02")
        desk.record(.editionTransition, "2033-09-01", to: "iso20000-1-2031")
        desk.audit(.surveillance, "2034-05-03")
        desk.record(.bodyCeased, "2034-10-01")
        desk.record(.transfer, "2034-12-01", to: "C-2")
        return desk
    }

    @Test(
        "twelve years, day by day",
        arguments: [
            ("2026-01-01", CertificateState.preparing, 0, String?.none), ("2026-03-03", .stage1Done, 0, nil),
            ("2026-04-24", .stage2Done, 0, nil), ("2026-05-14", .certified, 1, "2029-05-13"),
            ("2027-06-01", .certified, 1, "2029-05-13"), ("2029-02-27", .certified, 1, "2029-05-13"),
            ("2029-02-28", .certified, 2, "2032-05-13"), ("2030-08-31", .certified, 2, "2032-05-13"),
            ("2030-09-01", .suspended, 2, "2032-05-13"), ("2031-01-15", .certified, 2, "2032-05-13"),
            ("2032-05-13", .certified, 2, "2032-05-13"), ("2032-05-14", .expiredRestorable, 2, "2032-05-13"),
            ("2032-08-20", .certified, 3, "2035-05-13"), ("2034-11-30", .certified, 3, "2035-05-13"),
            ("2034-12-01", .transferred, 3, "2035-05-13"), ("2038-01-01", .transferred, 3, "2035-05-13"),
        ])
    func years(day: String, state: CertificateState, cycle: Int, expiry: String?) {
        let judgement = Self.life.judged(day)
        #expect(judgement.state == state)
        #expect(judgement.life.cycles.count == cycle)
        #expect(judgement.life.cycle?.expiry.description == expiry)
        #expect(judgement.life.refusals == [])
    }

    @Test("the lapse is real, and its days are counted")
    func lapse() {
        let life = Self.life.judged("2033-01-01").life
        #expect(life.lapses == [CycleDesk.days("2032-05-14..2032-08-19")])
        #expect(life.cycle?.origin == .restored)
        #expect(life.cycle?.computed == CycleDesk.day("2035-05-13"))
    }

    @Test("the accepting body's certificate goes on where the other stood")
    func transfer() {
        var desk = Self.life
        desk.certificate = Certificate(
            id: "C-2", standard: "iso20000-1-2018", body: "LRQA", scope: "Hosting", continues: "C-1")
        let judgement = desk.judged("2035-01-01")
        #expect(judgement.state == .certified)
        #expect(judgement.life.cycle?.expiry == CycleDesk.day("2035-05-13"))
        #expect(judgement.life.takenOver == CycleDesk.day("2034-12-01"))
        #expect(judgement.life.issued == CycleDesk.day("2034-12-01"))
        #expect(desk.judged("2036-01-01").state == .expired)
    }

    typealias Refused = (CycleRule, String, @Sendable (CycleDesk) -> EventRefusal?)

    private static func refusing(
        _ kind: CertificateEventKind, _ on: String, expiry: String? = nil, months: Int? = nil
    ) -> @Sendable (CycleDesk) -> EventRefusal? {
        { $0.facts.refusal(of: $0.event(kind, on, expiry: expiry, months: months)) }
    }

    private static func refusing(_ kind: AuditKind, _ days: String) -> @Sendable (CycleDesk) -> EventRefusal?
    {
        {
            $0.facts.refusal(
                of: Audit(
                    id: "A-9", kind: kind, state: .held, period: CycleDesk.days(days), certificates: ["C-1"]))
        }
    }

    static let refusedBefore: [Refused] = [
        (.sv1, "a surveillance audit needs a decision before it", refusing(.surveillance, "2026-05-01")),
        (.rc3, "a recertification audit needs a certificate", refusing(.recertification, "2026-05-01")),
        (
            .cy1, "recertification decision needs a certification decision before it",
            refusing(.recertificationDecision, "2026-05-01")
        ),
        (.su1, "suspension needs a certification decision before it", refusing(.suspension, "2026-05-01")),
        (.su1, "the certificate is not suspended", refusing(.reinstatement, "2026-05-01")),
        (.su3, "withdrawal needs a certification decision before it", refusing(.withdrawal, "2026-05-01")),
        (
            .sc1, "scope extension needs a certification decision before it",
            refusing(.scopeExtension, "2026-05-01")
        ),
        (
            .tr1, "transfer needs a certification decision before it",
            refusing(CertificateEventKind.transfer, "2026-05-01")
        ),
        (.tr3, "body ceased needs a certification decision before it", refusing(.bodyCeased, "2026-05-01")),
        (
            .cy2, "the printed expiry 2026-05-14 does not lie after 2026-05-14",
            refusing(.decision, "2026-05-14", expiry: "2026-05-14")
        ),
    ]

    @Test("what cannot happen before a decision", arguments: refusedBefore.indices)
    func before(index: Int) {
        let (rule, message, refuse) = Self.refusedBefore[index]
        let refusal = refuse(CycleDesk())
        #expect(refusal?.rule == rule)
        #expect(refusal?.message == message)
    }

    static let refusedAfter: [Refused] = [
        (.cy1, "a decision of 2026-05-14 is recorded already", refusing(.decision, "2026-05-14")),
        (
            .cy1,
            "the certificate has a decision of 2026-05-14; a later cycle begins with a recertification-decision",
            refusing(.decision, "2027-05-14")
        ),
        (
            .cy1, "a decision of 2026-05-14 is recorded already",
            refusing(.recertificationDecision, "2026-05-14")
        ),
        (
            .sv1, "the audit begins before the decision of 2026-05-14",
            refusing(.surveillance, "2026-05-13..2026-05-15")
        ),
        (
            .rc5, "the certificate ended on 2029-05-13; an audit cannot keep it",
            refusing(.surveillance, "2029-05-14")
        ),
        (
            .rc5, "the certificate is valid until 2029-05-13; there is nothing to restore",
            refusing(.restoration, "2029-05-13")
        ),
        (
            .rc7,
            "the certificate ended on 2029-05-13 and it could be restored until 2029-11-13; record a stage-2 and a decision",
            refusing(.recertificationDecision, "2029-11-14")
        ),
        (
            .su2, "the certificate ended on 2029-05-13; a suspension does not stop the clock",
            refusing(.suspension, "2029-06-01")
        ),
        (
            .sc1, "scope extension needs a valid certificate; this one is expired, can be restored",
            refusing(.scopeExtension, "2029-06-01")
        ),
        (.ex1, "a postponement is of 1 to 6 months", refusing(.postponement, "2027-01-01", months: 7)),
        (.ex1, "a postponement is of 1 to 6 months", refusing(.postponement, "2027-01-01")),
    ]

    @Test("what cannot happen to a certificate", arguments: refusedAfter.indices)
    func after(index: Int) {
        let (rule, message, refuse) = Self.refusedAfter[index]
        let refusal = refuse(.certified(expiry: "2029-05-13"))
        #expect(refusal?.rule == rule)
        #expect(refusal?.message == message)
    }

    @Test("what cannot follow")
    func following() {
        var suspended = CycleDesk.certified()
        suspended.record(.suspension, "2027-01-01")
        #expect(
            Self.refusing(.suspension, "2027-02-01")(suspended)?.message
                == "the certificate is suspended since 2027-01-01")
        #expect(
            Self.refusing(CertificateEventKind.transfer, "2027-02-01")(suspended)?.message
                == "transfer needs a valid certificate; this one is suspended")
        suspended.record(.withdrawal, "2027-06-01")
        #expect(
            Self.refusing(.reinstatement, "2027-07-01")(suspended)?.message
                == "the certificate was withdrawn on 2027-06-01; nothing follows")
        var staged = CycleDesk()
        staged.audit(.stage1, "2026-03-02..2026-03-04")
        #expect(
            Self.refusing(.stage2, "2026-03-04")(staged)?.message
                == "stage 2 cannot begin before stage 1 ended on 2026-03-04")
        staged.audit(.stage2, "2026-04-22..2026-04-24")
        #expect(
            Self.refusing(.decision, "2026-04-23")(staged)?.message
                == "stage 2 ended on 2026-04-24, after the decision of 2026-04-23")
    }

    @Test("something older may be recorded later, as long as all that follows stays possible")
    func backdated() {
        var desk = CycleDesk.certified(expiry: "2029-05-13")
        desk.audit(.surveillance, "2027-04-20")
        #expect(Self.refusing(.surveillance, "2026-12-01")(desk) == nil)
        #expect(
            Self.refusing(.withdrawal, "2027-01-01")(desk)?.message
                == "the certificate was withdrawn on 2027-01-01; nothing follows")
    }

    @Test("after too long a lapse another stage 2 and decision begin a cycle of their own")
    func renewed() throws {
        var desk = CycleDesk.certified(expiry: "2029-05-13")
        desk.audit(.stage2, "2029-10-20")
        desk.record(.decision, "2029-11-14")
        let cycle = try #require(desk.judged("2030-01-01").life.cycle)
        #expect(cycle.origin == .renewed)
        #expect(cycle.computed == CycleDesk.day("2032-05-13"))
        #expect(cycle.other == CycleDesk.day("2032-11-13"))
        #expect(desk.said(.sv1, on: "2030-01-01") == ["SV-1 open 2030-11-14"])
    }
}
