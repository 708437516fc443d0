import Certification
import Testing

@Suite("Dates that bind findings")
struct FindingDeadlineTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let grade: FindingGrade
        let day: String
        let due: String?
        let steps: [String]
        let binds: [String]
        let weighs: String
        var desk: CycleDesk

        init(
            _ name: String, _ grade: FindingGrade, on day: String, due: String? = nil, steps: [String] = [],
            _ binds: [String], _ weighs: String = "in time",
            desk: CycleDesk = .certified(expiry: "2029-05-13"),
            _ happens: (inout CycleDesk) throws -> Void
        ) {
            (self.name, self.grade, self.day, self.due) = (name, grade, day, due)
            (self.steps, self.binds, self.weighs, self.desk) = (steps, binds, weighs, desk)
            try? happens(&self.desk)
        }

        var testDescription: String { name }

        /// The finding of the first audit.
        var judgement: FindingJudgement {
            let audit = desk.audits[0]
            let facts = FindingFacts(
                id: "NC-1", grade: grade, audit: audit.id, clause: nil, statement: "s", by: "Lund",
                on: audit.period.first, due: due.map(CycleDesk.day))
            let finding = Finding(facts: facts, audit: audit, steps: FindingTests.steps(steps))
            let certificates = audit.kind.isExternal ? [desk.judged(day)] : []
            return FindingJudgement(finding, certificates: certificates, on: CycleDesk.day(day))
        }
    }

    static let majors: [Example] = [
        Example(
            "a surveillance: the body and the expiry", .major, on: "2027-05-31",
            ["NC-4 2027-05-31 the body's date", "NC-4 2029-05-13 the expiry"]
        ) { $0.audit(.surveillance, "2027-03-01..2027-03-02") },
        Example(
            "a day late", .major, on: "2027-06-01",
            ["NC-4 2027-05-31 the body's date", "NC-4 2029-05-13 the expiry"],
            "error: the body can suspend the certificate"
        ) { $0.audit(.surveillance, "2027-03-01..2027-03-02") },
        Example(
            "the body said another day", .major, on: "2027-04-02", due: "2027-04-01",
            ["NC-4 2027-04-01 the body's date", "NC-4 2029-05-13 the expiry"],
            "error: the body can suspend the certificate"
        ) { $0.audit(.surveillance, "2027-03-01..2027-03-02") },
        Example(
            "stage 2: what follows of both dates", .major, on: "2026-10-25",
            ["NC-4 2026-07-23 the body's date", "NC-1 2026-10-24 six months after stage 2"],
            "error: the body can refuse the decision; another stage 2 is needed", desk: CycleDesk()
        ) { $0.audit(.stage2, "2026-04-22..2026-04-24") },
        Example(
            "the standard beats a slow body", .major, on: "2026-10-24",
            ["NC-1 2026-10-24 six months after stage 2", "NC-4 2027-04-24 the body's date"],
            desk: CycleDesk()
        ) {
            $0.audit(.stage2, "2026-04-22..2026-04-24")
            try $0.rule("major_close_days", "365")
        },
        Example(
            "recertification: the expiry beats the body", .major, on: "2029-05-14",
            ["NC-2 2029-05-13 the expiry", "NC-4 2029-07-11 the body's date"],
            "error: the certificate lapses"
        ) { $0.audit(.recertification, "2029-04-10..2029-04-12") },
        Example(
            "the expiry stays that of the cycle in which the audit was held", .major, on: "2029-05-10",
            ["NC-2 2029-05-13 the expiry", "NC-4 2029-07-11 the body's date"]
        ) {
            $0.audit(.recertification, "2029-04-10..2029-04-12")
            $0.record(.recertificationDecision, "2029-05-02", expiry: "2032-05-13")
        },
        Example(
            "an audit after the expiry: until it cannot be restored", .major, on: "2029-11-14",
            ["NC-4 2029-08-30 the body's date", "RC-5 2029-11-13 the end of restoration"],
            "error: the body can refuse the decision; the certificate cannot be restored; a stage 2 is needed"
        ) { $0.audit(.recertification, "2029-06-01") },
        Example(
            "an audit after all that: the body alone", .major, on: "2029-12-10",
            ["NC-4 2030-03-01 the body's date"]
        ) { $0.audit(.recertification, "2029-12-01") },
        Example(
            "closed in time", .major, on: "2028-01-01",
            steps: FindingTests.answered + ["effect 2027-05-30", "closed 2027-05-31"],
            ["NC-4 2027-05-31 the body's date", "NC-4 2029-05-13 the expiry"]
        ) { $0.audit(.surveillance, "2027-03-01..2027-03-02") },
    ]

    static let others: [Example] = [
        Example(
            "a minor: the plan", .minor, on: "2027-04-02", ["NC-4 2027-04-01 the plan to the body"],
            "warning: the body waits for the plan"
        ) { $0.audit(.surveillance, "2027-03-01..2027-03-02") },
        Example(
            "a minor of stage 2", .minor, on: "2026-06-01", ["NC-4 2026-05-24 the plan to the body"],
            "warning: no decision without an accepted plan", desk: CycleDesk()
        ) { $0.audit(.stage2, "2026-04-22..2026-04-24") },
        Example(
            "a minor with a plan: its own day, the body's, and the next audit", .minor, on: "2027-05-02",
            due: "2027-06-30", steps: ["action 2027-03-05 2027-05-01"],
            [
                "NC-3 2027-05-01 the corrective action's day", "NC-4 2027-06-30 the body's date",
                "NC-3 2028-03-10 the next audit looks at it",
            ], "warning: the plan that the body was given is not kept"
        ) {
            $0.audit(.surveillance, "2027-03-01..2027-03-02")
            $0.audit(.surveillance, "2028-03-10..2028-03-11", .planned)
        },
        Example(
            "a minor whose action works", .minor, on: "2027-05-02",
            steps: ["action 2027-03-05 2027-05-01", "effect 2027-04-20"], []
        ) { $0.audit(.surveillance, "2027-03-01..2027-03-02") },
        Example(
            "an area of concern before stage 2", .areaOfConcern, on: "2026-03-10",
            ["ST-1 2026-04-22 stage 2"], "warning: it could become a nonconformity at stage 2",
            desk: CycleDesk()
        ) {
            $0.audit(.stage1, "2026-03-02")
            $0.audit(.stage2, "2026-04-22..2026-04-24", .planned)
        },
        Example(
            "without a planned stage 2 it warns all the same", .areaOfConcern, on: "2026-03-10", [],
            "warning: it could become a nonconformity at stage 2", desk: CycleDesk()
        ) { $0.audit(.stage1, "2026-03-02") },
        Example("after stage 2 it is silent", .areaOfConcern, on: "2026-05-10", [], desk: CycleDesk()) {
            $0.audit(.stage1, "2026-03-02")
            $0.audit(.stage2, "2026-04-22..2026-04-24")
        },
        Example("an observation binds nobody", .observation, on: "2027-05-10", []) {
            $0.audit(.surveillance, "2027-03-01..2027-03-02")
        },
        Example(
            "unless a day was set", .opportunity, on: "2027-05-10", due: "2027-05-09",
            ["- 2027-05-09 the day that was set"], "warning: the body finds it open"
        ) { $0.audit(.surveillance, "2027-03-01..2027-03-02") },
        Example(
            "an internal audit: what was set, no rule", .major, on: "2026-11-01", due: "2026-10-31",
            steps: ["action 2026-10-05 2026-10-20"],
            ["- 2026-10-20 the corrective action's day", "- 2026-10-31 the day that was set"],
            "error: the next external audit finds it open"
        ) { $0.audit(.internal, "2026-10-01") },
    ]

    @Test("each", arguments: majors + others)
    func each(example: Example) {
        let judgement = example.judgement
        #expect(
            judgement.deadlines.map { "\($0.rule?.rawValue ?? "-") \($0.day) \($0.what)" } == example.binds)
        #expect(judgement.weight == example.weighs)
        #expect(judgement.effective == judgement.deadlines.first)
    }

    @Test("no date lies before the audit")
    func anchors() {
        for example in Self.majors + Self.others {
            let first = example.desk.audits[0].period.first
            #expect(example.judgement.deadlines.allSatisfy { $0.day >= first }, "\(example.name)")
        }
    }

    @Test("two certificates in one audit: the earlier date counts")
    func integrated() throws {
        var (slow, fast) = (CycleDesk.certified(), CycleDesk.certified())
        fast.certificate = Certificate(id: "C-2", standard: "iso9001-2015", body: "LRQA", scope: "All")
        try fast.rule("major_close_days", "30")
        slow.audit(.surveillance, "2027-03-01..2027-03-02")
        let finding = Finding(facts: FindingTests.facts(.major), audit: slow.audits[0])
        let judged = FindingJudgement(
            finding, certificates: [slow.judged("2027-04-02"), fast.judged("2027-04-02")],
            on: CycleDesk.day("2027-04-02"))
        #expect(judged.effective?.certificate == "C-2" && judged.daysLeft == -1 && judged.isOverdue)
        #expect(judged.deadlines.map(\.certificate) == ["C-2", "C-1", "C-1", "C-2"])
    }

    @Test("without a certificate the usual days count")
    func uncertified() {
        let finding = Finding(facts: FindingTests.facts(.major), audit: FindingTests.audit())
        let judged = FindingJudgement(finding, certificates: [], on: CycleDesk.day("2027-05-31"))
        #expect(judged.deadlines.map(\.day) == [CycleDesk.day("2027-05-31")] && judged.daysLeft == 0)
    }
}

extension FindingJudgement {
    /// `error: the certificate lapses`
    fileprivate var weight: String {
        severity.map { "\($0.rawValue): \(consequence ?? "-")" } ?? (consequence ?? "in time")
    }
}
