import Bundling
import Certification

/// How bundles are called.
enum BundleName {
    /// `Northwind-Hosting-Ltd-20000-1-2026-11-22`, or for an audit `Northwind-Hosting-Ltd-20000-1-surveillance-2027`
    static func standard(for index: BundleIndex) -> String {
        let words = PayloadName.part(index.organization, limit: 60).split { $0.isWhitespace }.map(String.init)
        let level = index.classificationUpTo.map { "up-to-\($0.rawValue)" }
        let rest =
            if let audit = index.audit {
                [audit.kind.rawValue, "\(audit.first.year)", level]
            } else {
                [clauses(index), level, index.day.description]
            }
        return (words + [short(index.standard)] + rest.compactMap(\.self)).joined(separator: "-")
    }

    /// `20000-1`
    private static func short(_ standard: Standard) -> String {
        let unprefixed = standard.id.hasPrefix("iso") ? String(standard.id.dropFirst(3)) : standard.id
        let short = unprefixed.split(separator: "-").dropLast().joined(separator: "-")
        return short.isEmpty ? standard.id : short
    }

    /// What makes a bundle less than the whole, so that nobody takes it for it.
    private static func clauses(_ index: BundleIndex) -> String? {
        index.onlyClauses.map { (["clauses"] + $0).joined(separator: "-") }
    }

    /// The beginning of a bundle's identifier in groups of four, to be read out: `5f1c 9a02 77be 1d40`.
    static func spoken(_ id: Fingerprint) -> String {
        let digits = Array(id.hex.prefix(16))
        return stride(from: 0, to: digits.count, by: 4).map { String(digits[$0..<($0 + 4)]) }.joined(
            separator: " ")
    }

    /// The identifier of a bundle that was packed, for people and whole.
    static func tell(_ id: Fingerprint, _ console: Console) throws {
        try console.say("  bundle id  \(spoken(id))  (say this to the auditor)")
        try console.say("             \(id)")
    }
}
