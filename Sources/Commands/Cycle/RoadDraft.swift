import Certification
import Store

/// A road worked out from what was said and from what the register holds.
struct RoadDraft {
    /// The standard of the road.
    let standard: Standard
    /// The plan with its warnings.
    let proposal: RoadProposal
    /// Whether the register holds another plan, or none.
    let isNew: Bool

    /// How far back audits count for a road that is planned for the first time.
    private static let reach = Months(-12)

    init(
        _ options: RoadOptions, for standard: Standard, _ view: RegisterView, on today: Day,
        profile: BodyProfile
    ) throws {
        let saved = try view.roads().first { $0.standard == standard.id }
        let taken = try view.stepsTaken(
            towards: standard.id, since: saved?.start ?? today.adding(Self.reach), by: today)
        let said = try options.steps(on: today)
        if let ahead = said.first(where: { $0.day > today }) {
            throw Failure(
                .usage, "\(ahead.step.rawValue) cannot be done on \(ahead.day), which lies in the future",
                hint: "--done \(ahead.step.rawValue)=\(today)")
        }
        let held = saved.map { $0.without(options.notDone).noting(said).noting(taken) }
        let lengths = try options.lengths(over: held.map(RoadDurations.init(of:)) ?? RoadDurations())
        let terms = RoadTerms(
            durations: lengths, profile: profile,
            done: held?.done ?? taken + said.map { lengths.item($0.step, doneOn: $0.day) })
        proposal = try Self.proposal(options, standard, held, terms, today)
        guard proposal.plan.isWithinCalendar else {
            throw Failure(.usage, "the road would leave the years 1 to 9999")
        }
        isNew = proposal.plan != saved
        self.standard = standard
    }

    private static func proposal(
        _ options: RoadOptions, _ standard: Standard, _ held: RoadPlan?, _ terms: RoadTerms, _ today: Day
    ) throws -> RoadProposal {
        if let target = options.target {
            return RoadPlan.laidOut(for: standard.id, target: target, by: terms, on: today)
        }
        if let start = options.start { return RoadPlan.laidOut(for: standard.id, start: start, by: terms) }
        guard let held else {
            throw Failure(
                .notFound, "no road to \(standard.designation) is planned",
                hint: "dossier cycle plan --target DAY --save")
        }
        return held.replanned(by: terms, on: today)
    }
}

extension RoadPlan {
    /// Whether every day can be written.
    fileprivate var isWithinCalendar: Bool {
        items.allSatisfy { $0.period.first.year >= 1 && $0.period.last.year <= 9999 }
    }

    /// The plan with steps that were said to be done.
    fileprivate func noting(_ said: [(step: RoadStep, day: Day)]) -> RoadPlan {
        let days = Dictionary(said.map { ($0.step, $0.day) }, uniquingKeysWith: { _, last in last })
        return RoadPlan(
            standard: standard, items: items.map { item in days[item.step].map(item.done) ?? item })
    }

    /// The plan with steps that are not done after all.
    fileprivate func without(_ steps: [RoadStep]) -> RoadPlan {
        RoadPlan(
            standard: standard,
            items: items.map { steps.contains($0.step) ? RoadItem(step: $0.step, period: $0.period) : $0 })
    }
}
