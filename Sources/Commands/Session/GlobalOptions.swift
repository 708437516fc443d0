import ArgumentParser
import Certification
import Store
import Yams

/// The options that every command has.
struct GlobalOptions: ParsableArguments {
    @Option(name: .customShort("C"), help: ArgumentHelp("Work in this folder.", valueName: "dir"))
    var directory: String?

    @Option(help: ArgumentHelp("Take this day for today (or DOSSIER_TODAY).", valueName: "day"))
    var today: Day?

    @Flag(name: .shortAndLong, help: "Say nothing but results, warnings and errors.")
    var quiet = false
}

extension Day: ExpressibleByArgument {}

extension Months: ExpressibleByArgument {
    /// Reads `12m` or `3y` on the command line.
    public init?(argument: String) { self.init(text: argument) }
}

extension Period: ExpressibleByArgument {
    /// Reads `2026-06`, `2026`, a day or `2026-06-01..2026-06-30` on the command line.
    public init?(argument: String) { self.init(argument) }
}

extension EvidenceKind: ExpressibleByArgument {}
extension Classification: ExpressibleByArgument {}
extension EvidenceState: ExpressibleByArgument {}
