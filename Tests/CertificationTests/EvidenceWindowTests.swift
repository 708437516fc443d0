import Certification
import Testing

@Suite("The window of an audit")
struct EvidenceWindowTests {
    private func audit(_ kind: AuditKind, _ days: String = "2029-02-05..2029-02-07") -> Audit {
        Audit(id: "A-9", kind: kind, state: .planned, period: CycleDesk.days(days), certificates: ["C-1"])
    }

    /// Certified in May 2026 and surveyed twice.
    private var desk: CycleDesk {
        var desk = CycleDesk()
        desk.audit(.stage1, "2026-03-02")
        desk.audit(.stage2, "2026-04-20..2026-04-22")
        desk.record(.decision, "2026-05-14", expiry: "2029-05-13")
        desk.audit(.surveillance, "2027-04-12..2027-04-13")
        desk.audit(.internal, "2028-01-10")
        desk.audit(.surveillance, "2028-04-10..2028-04-11")
        return desk
    }

    @Test(
        "by what happened before",
        arguments: [
            (.stage1, "records of any time: stage 1 reads documents, the audit programme and minutes (ST-1)"),
            (.stage2, "records of any time: stage 2 covers every requirement (ST-3)"),
            (.surveillance, "records since 2028-04-12: the day after surveillance (A-5) ended"),
            (.special, "records since 2028-04-12: the day after surveillance (A-5) ended"),
            (
                .recertification,
                "records since 2026-05-14: a recertification considers the whole cycle (RC-9)"
            ),
            (
                .transfer,
                "records since 2026-04-20: stage 2 (A-2) began, the last audit of everything (TR-4)"
            ),
        ] as [(AuditKind, String)])
    func held(kind: AuditKind, sentence: String) {
        #expect(EvidenceWindow(of: audit(kind), desk.facts).sentence == sentence)
    }

    @Test("only what was over before the audit counts")
    func early() {
        let first = EvidenceWindow(of: audit(.surveillance, "2027-04-12"), desk.facts)
        #expect(first.since == CycleDesk.day("2026-04-23"))
    }

    @Test(
        "where nothing is recorded before",
        arguments: [
            (
                .surveillance,
                "records since 2026-05-14: the cycle began; no earlier audit of a body is recorded"
            ),
            (
                .transfer,
                "records since 2026-05-14: the cycle began; the audit before it is not recorded (TR-4)"
            ),
        ] as [(AuditKind, String)])
    func decisionOnly(kind: AuditKind, sentence: String) {
        #expect(EvidenceWindow(of: audit(kind), CycleDesk.certified().facts).sentence == sentence)
    }

    @Test(
        "without a certificate",
        arguments: [
            (.surveillance, "records of any time: no earlier audit of a body is recorded"),
            (
                .recertification,
                "records of any time: no decision is recorded with which the cycle began (RC-9)"
            ),
            (.transfer, "records of any time: no initial or recertification audit is recorded (TR-4)"),
        ] as [(AuditKind, String)])
    func none(kind: AuditKind, sentence: String) {
        #expect(EvidenceWindow(of: audit(kind), nil).sentence == sentence)
    }

    @Test("the widest of several")
    func widest() {
        let windows = [AuditKind.surveillance, .recertification].map {
            EvidenceWindow(of: audit($0), desk.facts)
        }
        #expect(EvidenceWindow.widest(windows) == windows[1])
        #expect(EvidenceWindow.widest(windows + [EvidenceWindow(of: audit(.special), nil)])?.since == nil)
        #expect(EvidenceWindow.widest([]) == nil)
    }

    @Test("reports and evidence of findings belong to an audit by name")
    func names() {
        var desk = desk
        let closed = [
            FindingStep(
                number: 1, kind: .closed, text: "t", by: "b", on: CycleDesk.day("2028-05-01"),
                evidence: ["CA-2"])
        ]
        let early = [
            FindingStep(
                number: 1, kind: .closed, text: "t", by: "b", on: CycleDesk.day("2027-06-01"),
                evidence: ["CA-3"])
        ]
        let open = [
            FindingStep(
                number: 1, kind: .correction, text: "t", by: "b", on: CycleDesk.day("2027-06-01"),
                evidence: ["CA-1"])
        ]
        desk.find(.minor, in: 3, "NC-1", steps: open)
        desk.find(.minor, in: 3, "NC-2", steps: closed)
        desk.find(.minor, in: 3, "NC-3", steps: early)
        var reported = desk.audits
        for index in reported.indices { reported[index].reports = ["r-\(index + 1)"] }
        func names(_ kind: AuditKind) -> [String: String] {
            AuditNames.items(
                for: audit(kind), of: desk.certificate.standard, audits: reported, findings: desk.findings,
                window: EvidenceWindow(of: audit(kind), desk.facts))
        }
        #expect(
            names(.surveillance) == [
                "CA-1": "evidence of finding NC-1", "CA-2": "evidence of finding NC-2",
            ])
        #expect(
            names(.recertification) == [
                "CA-1": "evidence of finding NC-1", "CA-2": "evidence of finding NC-2",
                "CA-3": "evidence of finding NC-3", "R-3": "report of surveillance A-3",
                "R-4": "report of internal audit A-4", "R-5": "report of surveillance A-5",
            ])
    }
}
