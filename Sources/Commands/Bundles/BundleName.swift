import Bundling
import Certification

/// How bundles are called.
enum BundleName {
    /// `Northwind-Hosting-Ltd-20000-1-2026-11-22`
    static func standard(for index: BundleIndex) -> String {
        let id = index.standard.id
        let unprefixed = id.hasPrefix("iso") ? String(id.dropFirst(3)) : id
        let short = unprefixed.split(separator: "-").dropLast().joined(separator: "-")
        let words = PayloadName.part(index.organization, limit: 60).split { $0.isWhitespace }
        return
            (words.map(String.init) + [short.isEmpty ? id : short] + limits(index) + [index.day.description])
            .joined(separator: "-")
    }

    /// What makes a bundle less than the whole, so that nobody takes it for it.
    private static func limits(_ index: BundleIndex) -> [String] {
        [
            index.onlyClauses.map { ["clauses"] + $0 }?.joined(separator: "-"),
            index.classificationUpTo.map { "up-to-\($0.rawValue)" },
        ].compactMap(\.self)
    }

    /// The beginning of a bundle's identifier in groups of four, to be read out: `5f1c 9a02 77be 1d40`.
    static func spoken(_ id: Fingerprint) -> String {
        let digits = Array(id.hex.prefix(16))
        return stride(from: 0, to: digits.count, by: 4).map { String(digits[$0..<($0 + 4)]) }.joined(
            separator: " ")
    }
}
