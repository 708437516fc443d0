import ArgumentParser
import Certification

/// From where a road is laid out, how long its steps take, and what is done.
struct RoadOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Backwards from the decision on this day.", valueName: "day"))
    var target: Day?

    @Option(help: ArgumentHelp("Forwards from this day.", valueName: "day"))
    var start: Day?

    @Option(
        name: .customLong("duration"),
        help: ArgumentHelp(
            "How long a step or a pause takes: training=45d, kpi-monitoring=4m; may be repeated.",
            valueName: "step=length"))
    var durations: [String] = []

    @Option(
        name: .customLong("done"),
        help: ArgumentHelp(
            "A step that is done, today or on a day; may be repeated.", valueName: "step[=day]"))
    var done: [String] = []

    @Option(
        name: .customLong("not-done"),
        help: ArgumentHelp("A step that is not done after all; may be repeated.", valueName: "step"))
    var notDone: [RoadStep] = []

    func validate() throws {
        if target != nil, start != nil { throw ValidationError("say either --target or --start") }
        if !durations.isEmpty, target == nil, start == nil {
            throw ValidationError("--duration goes with --target or --start")
        }
        _ = try lengths(over: RoadDurations())
        let steps = try steps(on: Day(ordinal: 0)).map(\.step)
        if let both = steps.first(where: notDone.contains) {
            throw ValidationError("\(both.rawValue) is either done or not")
        }
    }

    var isEmpty: Bool { target == nil && start == nil && done.isEmpty && notDone.isEmpty }

    /// What was said of lengths, over those of an earlier plan.
    func lengths(over held: RoadDurations) throws -> RoadDurations {
        var lengths = held
        for text in durations {
            let (name, value) = KeyValue(text).pair
            do throws(RoadProblem) {
                try lengths.set(name, to: value)
            } catch {
                throw ValidationError("--duration \(text): \(error.message)")
            }
        }
        return lengths
    }

    /// The steps that were said to be done, on the day named or else today.
    func steps(on today: Day) throws -> [(step: RoadStep, day: Day)] {
        try done.map { text in
            let (name, value) = KeyValue(text).pair
            guard let step = RoadStep(rawValue: name) else {
                throw ValidationError(
                    "no step \"\(name)\"; known: \(RoadStep.allCases.map(\.rawValue).joined(separator: ", "))"
                )
            }
            guard let day = text.contains("=") ? Day(value) : today else {
                throw ValidationError("\"\(value)\" is no day; write \(name)=YYYY-MM-DD")
            }
            return (step, day)
        }
    }

    /// As it was typed.
    var words: [String] {
        [target.map { "--target \($0)" }, start.map { "--start \($0)" }].compactMap(\.self)
            + durations.map { "--duration \($0)" } + done.map { "--done \($0)" }
            + notDone.map { "--not-done \($0.rawValue)" }
    }
}

extension RoadStep: ExpressibleByArgument {}

extension ProfileOptions {
    /// As it was typed.
    var words: [String] {
        [profile.map { "--profile \($0)" }].compactMap(\.self) + rules.map { "--rule \($0)" }
    }
}
