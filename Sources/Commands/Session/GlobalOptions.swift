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

extension GlobalOptions {
    /// The command line with the global options before the command moved behind it, where the parser expects them:
    /// `-C folder gap` becomes `gap -C folder`.
    static func behindCommand(_ arguments: [String]) -> [String] {
        var (leading, rest) = ([String](), arguments[...])
        while let option = rest.first, ["-C", "--today", "-q", "--quiet"].contains(option) {
            let count = ["-C", "--today"].contains(option) ? 2 : 1
            guard rest.count > count else { return arguments }
            leading += rest.prefix(count)
            rest = rest.dropFirst(count)
        }
        let end = rest.firstIndex(of: "--") ?? rest.endIndex
        return rest[..<end] + leading + rest[end...]
    }
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
