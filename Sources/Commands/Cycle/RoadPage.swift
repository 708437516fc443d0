import Certification

/// Roads to first certificates, step by step.
struct RoadPage: Listing {
    struct Step: Encodable {
        let step: RoadStep
        /// The stable name of the item: `PLAN.internal-audit`.
        let name: String
        let title: String
        let first: Day
        let last: Day
        let days: Int
        let done: Day?
        let status: RuleOutcome.Status
        let margin: Int?
        let why: String
    }

    struct Warning: Encodable {
        let code: String
        let text: String
    }

    struct Road: Encodable {
        let standard: String
        let designation: String
        let saved: Bool
        let start: Day?
        let decision: Day?
        let steps: [Step]
        let warnings: [Warning]
    }

    let day: Day
    let roads: [Road]
    private let names: RegisterNames

    private enum CodingKeys: CodingKey {
        case day, roads
    }

    /// A road that is being planned.
    init(_ draft: RoadDraft, isSaved: Bool, _ names: RegisterNames, on day: Day) {
        self.day = day
        self.names = names
        roads = [
            Road(
                draft.proposal.plan, designation: draft.standard.designation, isSaved: isSaved,
                draft.proposal.warnings, on: day)
        ]
    }

    /// Saved roads.
    init(_ plans: [RoadPlan], _ catalogues: [Catalogue], on day: Day) {
        self.day = day
        names = RegisterNames(catalogues)
        roads = plans.map { plan in
            let standard = catalogues.first { $0.standard.id == plan.standard }?.standard
            return Road(
                plan, designation: standard?.designation ?? plan.standard, isSaved: true, [], on: day)
        }
    }

    /// The command to type when the next step is done.
    var next: String {
        guard let road = roads.first(where: { $0.next != nil }), let step = road.next else {
            return "dossier certificate list"
        }
        return "\(names.road(road.standard)) --done \(step.step.rawValue) --save"
    }

    static let header = ["standard", "step", "first", "last", "days", "status", "done", "why"]

    var rows: [[String]] {
        roads.flatMap { road in
            road.steps.map {
                [
                    road.standard, $0.step.rawValue, $0.first.description, $0.last.description, "\($0.days)",
                    $0.status.rawValue, $0.done?.description ?? "", $0.why,
                ]
            }
        }
    }
}

extension RoadPage.Road {
    init(_ plan: RoadPlan, designation: String, isSaved: Bool, _ warnings: [RoadWarning], on day: Day) {
        standard = plan.standard
        self.designation = designation
        saved = isSaved
        start = plan.start
        decision = plan.decision
        steps = zip(plan.items, plan.outcomes(on: day)).map { item, outcome in
            RoadPage.Step(
                step: item.step, name: outcome.name, title: outcome.title, first: item.period.first,
                last: item.period.last, days: item.period.length, done: item.done, status: outcome.status,
                margin: outcome.margin(on: day), why: item.step.reason)
        }
        self.warnings = warnings.map { .init(code: $0.code, text: $0.sentence) }
    }

    /// The first step that is still to be done.
    fileprivate var next: RoadPage.Step? { steps.first { $0.done == nil } }
}
