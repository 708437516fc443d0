import Certification
import Testing

@Suite("Findings on their way to closure")
struct FindingTests {
    private static let day = CycleDesk.day

    static func audit(
        _ kind: AuditKind = .surveillance, _ days: String = "2027-03-01..2027-03-02",
        _ state: AuditState = .held
    ) -> Audit {
        Audit(id: "AUD-1", kind: kind, state: state, period: CycleDesk.days(days), certificates: ["C-1"])
    }

    static func facts(
        _ grade: FindingGrade, on: String = "2027-03-02", due: String? = nil, clause: String? = "8.6.1"
    ) -> FindingFacts {
        FindingFacts(
            id: "NC-1", grade: grade, audit: "AUD-1",
            clause: clause.map { ClauseReference(standard: "iso20000-1-2018", number: $0) }, statement: "s",
            by: "Lund", on: day(on), due: due.map(day))
    }

    /// Steps as `correction 2027-03-05`; an `effect` that does not work as `no-effect`.
    static func steps(_ words: [String]) -> [FindingStep] {
        words.enumerated().compactMap { number, text in step(text, number: number + 1) }
    }

    static func step(_ text: String, number: Int = 99, by: String = "Berg", evidence: [String] = ["E"])
        -> FindingStep?
    {
        let parts = text.split(separator: " ").map(String.init)
        let isLook = parts[0].hasSuffix("effect")
        guard let kind = isLook ? .effectVerified : FindingStep.Kind(rawValue: parts[0]) else { return nil }
        return FindingStep(
            number: number, kind: kind, text: "t", by: by, on: day(parts[1]),
            due: parts.count > 2 ? day(parts[2]) : nil, evidence: evidence,
            isEffective: isLook ? parts[0] == "effect" : nil)
    }

    static func finding(_ grade: FindingGrade, _ words: [String], of audit: Audit = audit()) -> Finding {
        Finding(facts: facts(grade), audit: audit, steps: steps(words))
    }

    static let answered = ["correction 2027-03-03", "cause 2027-03-04", "action 2027-03-05"]

    struct Progress: Sendable {
        let grade: FindingGrade
        let steps: [String]
        let state: FindingState
        let missing: [String]
        let next: String?

        init(
            _ grade: FindingGrade, _ steps: [String], _ state: FindingState, _ missing: [String],
            _ next: String?
        ) {
            (self.grade, self.steps, self.state, self.missing, self.next) = (
                grade, steps, state, missing, next
            )
        }
    }

    static let lives: [Progress] = [
        .init(.major, [], .open, ["correction", "cause", "action", "effect"], "correction"),
        .init(.major, ["correction 2027-03-03"], .corrected, ["cause", "action", "effect"], "cause"),
        .init(.minor, ["cause 2027-03-03"], .analysed, ["correction", "action", "effect"], "correction"),
        .init(.major, answered, .acted, ["effect"], "effect"),
        .init(.minor, answered, .acted, ["effect"], "acceptance"),
        .init(.minor, answered + ["plan-accepted 2027-03-06"], .acted, ["effect"], "effect"),
        .init(.major, answered + ["no-effect 2027-04-01"], .analysed, ["better-action"], "better-action"),
        .init(
            .major, answered + ["no-effect 2027-04-01", "action 2027-04-02"], .acted, ["effect"], "effect"),
        .init(.major, answered + ["no-effect 2027-04-01", "effect 2027-04-01"], .verified, [], "closure"),
        .init(
            .major, answered + ["effect 2027-04-01", "action 2027-04-02"], .acted, ["effect"], "effect"),
        .init(.major, answered + ["effect 2027-04-01", "closed 2027-04-02"], .closed, [], nil),
        .init(
            .major, answered + ["effect 2027-04-01", "closed 2027-04-02", "reopened 2027-04-03"], .open,
            ["correction", "cause", "action", "effect"], "correction"),
        .init(.opportunity, [], .open, [], "closure"), .init(.areaOfConcern, [], .open, [], "closure"),
        .init(.observation, ["closed 2027-03-03"], .closed, [], nil),
    ]

    @Test("how far it has come, what is missing, what is next", arguments: lives)
    func progress(life: Progress) {
        let finding = Self.finding(life.grade, life.steps)
        #expect(finding.state == life.state && finding.missing.map(\.code) == life.missing, "\(life)")
        #expect(finding.next?.code == life.next, "\(life)")
        #expect(finding.nextStepNumber == life.steps.count + 1)
    }

    @Test("an internal minor waits for no body; what came later does not count on an earlier day")
    func surroundings() {
        #expect(Self.finding(.minor, Self.answered, of: Self.audit(.internal)).next == .effect)
        let closed = Self.finding(.major, Self.answered + ["effect 2027-04-01", "closed 2027-04-02"])
        #expect(closed.upTo(Self.day("2027-04-01")).state == .verified)
        #expect(closed.upTo(Self.day("2027-03-03")).state == .corrected)
    }

    struct Refused: Sendable {
        let grade: FindingGrade
        let steps: [String]
        let step: String
        let message: String?

        init(_ grade: FindingGrade, _ steps: [String], _ step: String, _ message: String?) {
            (self.grade, self.steps, self.step, self.message) = (grade, steps, step, message)
        }
    }

    static let done = answered + ["effect 2027-04-01", "closed 2027-04-02"]

    static let refused: [Refused] = [
        .init(.major, [], "correction 2027-03-02", nil),
        .init(
            .major, [], "correction 2027-03-01", "2027-03-01 lies before NC-1, which was raised on 2027-03-02"
        ),
        .init(.major, [], "plan-accepted 2027-03-05", "NC-1 has no corrective action yet"),
        .init(.major, [], "effect 2027-03-05", "NC-1 has no corrective action yet"),
        .init(
            .major, answered, "effect 2027-03-04",
            "2027-03-04 lies before step 3, corrective action, of 2027-03-05"),
        .init(.major, answered, "plan-accepted 2027-03-05", nil),
        .init(
            .major, [], "action 2027-03-05 2027-02-28",
            "the due day 2027-02-28 lies before AUD-1, which began on 2027-03-01"),
        .init(
            .minor, [], "closed 2027-03-05",
            "NC-1 cannot be closed: no correction, no cause, no corrective action, no check of the effect"),
        .init(
            .major, answered + ["no-effect 2027-04-01"], "closed 2027-04-02",
            "NC-1 cannot be closed: the corrective action was not effective on 2027-04-01"),
        .init(
            .major, answered + ["effect 2027-04-01"], "closed 2027-03-31",
            "2027-03-31 lies before step 4, effect verified, of 2027-04-01"),
        .init(.major, answered + ["effect 2027-04-01"], "closed 2027-04-01", nil),
        .init(
            .major, done, "action 2027-04-03",
            "NC-1 was closed on 2027-04-02; nothing is added to a closed finding"),
        .init(
            .major, done, "closed 2027-04-03",
            "NC-1 was closed on 2027-04-02; nothing is added to a closed finding"),
        .init(.major, done, "reopened 2027-04-01", "2027-04-01 lies before step 5, closed, of 2027-04-02"),
        .init(.major, done, "reopened 2027-04-02", nil),
        .init(
            .major, done + ["reopened 2027-05-01"], "correction 2027-04-30",
            "2027-04-30 lies before step 6, reopened, of 2027-05-01"),
        .init(
            .major, ["correction 2027-03-03"], "reopened 2027-03-04",
            "NC-1 is not closed but corrected; there is nothing to reopen"),
        .init(.observation, [], "closed 2027-03-05", nil),
    ]

    @Test("a step that cannot be taken, and why", arguments: refused)
    func steps(example: Refused) throws {
        let step = try #require(Self.step(example.step))
        let finding = Self.finding(example.grade, example.steps)
        #expect(finding.refusal(of: step)?.message == example.message)
        if example.message == nil { #expect(finding.taking(step).steps.last == step) }
    }

    @Test("nothing is closed without evidence and a name")
    func proof() throws {
        let finding = Self.finding(.observation, [])
        let unproven = try #require(Self.step("closed 2027-03-05", evidence: []))
        #expect(finding.refusal(of: unproven)?.message == "NC-1 cannot be closed without evidence")
        let unnamed = try #require(Self.step("closed 2027-03-05", by: ""))
        #expect(finding.refusal(of: unnamed)?.message == "a step on NC-1 needs the name of who took it")
    }

    struct Raised: Sendable {
        let audit: Audit
        let facts: FindingFacts
        let message: String?

        init(_ audit: Audit, _ facts: FindingFacts, _ message: String?) {
            (self.audit, self.facts, self.message) = (audit, facts, message)
        }
    }

    static let raised: [Raised] = [
        .init(audit(), facts(.major), nil), .init(audit(), facts(.observation, clause: nil), nil),
        .init(audit(.internal), facts(.minor), nil), .init(audit(.stage1), facts(.areaOfConcern), nil),
        .init(audit(), facts(.major, on: "2027-03-01"), nil),
        .init(
            audit(), facts(.major, on: "2027-02-28"),
            "2027-02-28 lies before AUD-1, which began on 2027-03-01"),
        .init(
            audit(), facts(.major, due: "2027-02-28"),
            "the due day 2027-02-28 lies before AUD-1, which began on 2027-03-01"),
        .init(audit(), facts(.minor, clause: nil), "a minor names the clause that is not fulfilled"),
        .init(
            audit(), facts(.areaOfConcern),
            "AUD-1 (surveillance) has no areas of concern: those are of a stage 1 (ISO/IEC 17021-1 9.3.1.2)"),
        .init(
            audit(.stage1), facts(.minor),
            "AUD-1 (stage 1) finds no nonconformities but areas of concern, which could become some at stage 2 (ISO/IEC 17021-1 9.3.1.2)"
        ),
        .init(
            audit(.surveillance, "2027-03-01", .planned), facts(.major),
            "AUD-1 is planned; only an audit that was held has findings"),
        .init(
            audit(.surveillance, "2027-03-01", .cancelled), facts(.major),
            "AUD-1 is cancelled; only an audit that was held has findings"),
    ]

    @Test("what an audit can find", arguments: raised)
    func raising(example: Raised) {
        #expect(example.audit.refusal(of: example.facts)?.message == example.message)
    }

    @Test("only what is held shows something")
    func evidence() {
        let item = Evidence(id: "E-1", title: "t", kind: .record)
        let record = EvidenceRecord(evidence: item, retired: nil, revisions: [], links: [])
        #expect(record.refusalAsProof == .requestedEvidence("E-1"))
        #expect(
            EvidenceRecord(evidence: item, retired: "old", revisions: [], links: []).refusalAsProof
                == .retiredEvidence("E-1", reason: "old"))
    }
}
