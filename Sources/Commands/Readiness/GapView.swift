import ArgumentParser
import Certification

/// Which answer about readiness is asked for.
struct GapView: ParsableArguments {
    @Flag(help: "The list of work, in the order of the days by which things must be renewed.")
    var next = false

    @Flag(help: "Each demand for documented information with what is demanded and what provides it.")
    var documented = false

    @Flag(help: "All standards: a line for each clause of the Harmonized Structure.")
    var all = false

    @Option(help: ArgumentHelp("What this audit begins with, pass or fail: stage-1.", valueName: "audit"))
    var preflight: Preflight.Audit?

    @Option(
        help: ArgumentHelp(
            "How far a certificate for this standard would carry: an estimate by the map alone.",
            valueName: "standard"))
    var ifCertified: String?

    /// An answer about one standard.
    enum Answer {
        case clauses, worklist, documented, preflight
    }

    var answer: Answer {
        if next { return .worklist }
        if documented { return .documented }
        return preflight == nil ? .clauses : .preflight
    }

    func validate() throws {
        let chosen = [next, documented, all, preflight != nil, ifCertified != nil].count { $0 }
        if chosen > 1 {
            throw ValidationError("choose one of --next, --documented, --all, --preflight and --if-certified")
        }
    }
}

extension Preflight.Audit: ExpressibleByArgument {}

extension Day {
    /// The day judged at and, where it was one, the past state: `2026-11-22, as the register was on 2026-09-30`
    func judging(stateOf past: Day?) -> String {
        description + (past.map { ", as the register was on \($0)" } ?? "")
    }
}

/// At which day and in which state of the register things are judged.
struct JudgedTime: ParsableArguments {
    @Option(help: ArgumentHelp("The day to judge at; today when left out.", valueName: "day"))
    var on: Day?

    @Option(
        help: ArgumentHelp(
            "Judge the state that the register had at the end of this past day.", valueName: "day"))
    var asOf: Day?

    /// The day to judge at: a past state is judged at its own day unless another was said.
    func day(_ session: Session) throws -> Day {
        if let day = on ?? asOf { return day }
        return try session.today(session.register())
    }
}
