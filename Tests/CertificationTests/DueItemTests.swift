import Certification
import Testing

@Suite("Items with a date")
struct DueItemTests {
    private func shown(_ items: [DueItem], on day: String) -> [String] {
        let day = ReminderTests.day(day)
        return items.map { item in
            let owner = item.owner.map { " (\($0))" } ?? ""
            return
                "\(item.status(on: day).rawValue) \(item.daysLeft(on: day)) \(item.key) \(item.title)\(owner)"
        }
    }

    private func audit(_ state: AuditState, _ kind: AuditKind = .surveillance) -> Audit {
        Audit(
            id: "AUD-3", kind: kind, state: state, period: CycleDesk.days("2027-03-01..2027-03-03"),
            certificates: ["C-1"], standards: ["iso20000-1-2018"], auditors: ["J. Lund", "Ng"])
    }

    @Test(
        "a planned audit, before, while and after it is held",
        arguments: [
            ("2026-11-22", "planned 99"), ("2027-03-01", "planned 0"), ("2027-03-03", "planned 0"),
            ("2027-03-04", "overdue -1"), ("2027-03-13", "overdue -10"),
        ])
    func planned(day: String, standing: String) {
        let items = audit(.planned).dueItems(
            on: ReminderTests.day(day), standards: ["iso20000-1-2018": "ISO/IEC 20000-1:2018"])
        #expect(shown(items, on: day) == ["\(standing) AUD-3.audit.0 surveillance (J. Lund, Ng)"])
        #expect(items.map(\.standard) == ["ISO/IEC 20000-1:2018"])
    }

    @Test("what was held or called off has no date any more")
    func over() {
        for state in [AuditState.held, .cancelled] {
            #expect(audit(state).dueItems(on: ReminderTests.day("2027-03-01"), standards: [:]).isEmpty)
        }
    }

    @Test(
        "reminders of a planned audit: before it, on its first day, and once it should be over",
        arguments: [
            ("2027-02-19", 14), ("2027-03-01", 0), ("2027-03-03", 0), ("2027-03-04", -1), ("2027-03-10", -7),
        ])
    func told(day: String, step: Int) throws {
        let item = try #require(
            audit(.planned).dueItems(on: ReminderTests.day(day), standards: [:]).first)
        let decision = ReminderPolicy().decide(item, after: nil, today: ReminderTests.day(day))
        #expect(decision == .remind(step: step))
    }

    @Test("an internal finding: the day of its action, or the day that was set")
    func findings() {
        func finding(due: String?, _ steps: [FindingStep]) -> [DueItem] {
            Finding(
                facts: FindingFacts(
                    id: "IA-1", grade: .minor, audit: "AUD-3", clause: nil, statement: "no list", by: "Ng",
                    on: ReminderTests.day("2027-03-03"), owner: "Berg", due: due.map(ReminderTests.day)),
                audit: audit(.held, .internal), steps: steps
            ).internalDueItems(on: ReminderTests.day("2027-03-10"))
        }
        func step(_ kind: FindingStep.Kind, due: String? = nil) -> FindingStep {
            FindingStep(
                number: 1, kind: kind, text: "t", by: "Berg", on: ReminderTests.day("2027-03-04"),
                due: due.map(ReminderTests.day))
        }
        #expect(finding(due: nil, []).isEmpty)
        #expect(
            shown(finding(due: "2027-04-01", []), on: "2027-03-10") == [
                "due 22 IA-1.finding.0 minor: no list (Berg)"
            ])
        #expect(
            shown(finding(due: "2027-04-01", [step(.action, due: "2027-03-09")]), on: "2027-03-10") == [
                "overdue -1 IA-1.finding.0 minor: no list (Berg)"
            ])
        #expect(finding(due: "2027-04-01", [step(.closed)]).isEmpty)
    }

    @Test("of ten findings of a certificate each has its own name")
    func tenth() {
        var desk = CycleDesk.certified()
        desk.audit(.surveillance, "2027-03-01..2027-03-02")
        for number in [1, 10] { desk.find(.major, in: 1, "NC-\(number)") }
        let items = desk.judged("2027-03-02").dueItems(standard: nil).filter { $0.source == .finding }
        #expect(items.map(\.subject).sorted() == ["NC-1", "NC-10"])
        #expect(items.map(\.key).sorted() == ["C-1.NC-4.NC-1.1", "C-1.NC-4.NC-10.1"])
    }

    @Test("the steps of a road that are not done, by their last days")
    func road() {
        let plan = RoadPlan(
            standard: "iso20000-1-2018",
            items: [
                RoadItem(
                    step: .gapAnalysis, period: CycleDesk.days("2027-01-01..2027-01-20"),
                    done: ReminderTests.day("2027-01-18")),
                RoadItem(step: .internalAudit, period: CycleDesk.days("2027-02-01..2027-02-03")),
            ])
        #expect(
            shown(plan.dueItems(on: ReminderTests.day("2027-01-20")), on: "2027-01-20") == [
                "due 14 iso20000-1-2018.internal-audit.0 internal audit"
            ])
    }
}
