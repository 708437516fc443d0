import Foundation

/// How often the first suggestions were right. A clause above or below the labelled one counts as right.
struct Hits {
    private var total = 0
    private var first = 0
    private var three = 0
    private var exact = 0

    static func related(_ one: String, _ other: String) -> Bool {
        one == other || one.hasPrefix(other + ".") || other.hasPrefix(one + ".")
    }

    static func hits(_ ranked: some Sequence<String>, _ wanted: [String]) -> Bool {
        ranked.contains { one in wanted.contains { related(one, $0) } }
    }

    mutating func take(_ ranked: [String], _ wanted: [String]) {
        total += 1
        if Self.hits(ranked.prefix(1), wanted) { first += 1 }
        if Self.hits(ranked.prefix(3), wanted) { three += 1 }
        if ranked.prefix(3).contains(where: wanted.contains) { exact += 1 }
    }

    /// `n=210  hit@1 0.833  hit@3 0.957  exact@3 0.933`
    var line: String {
        func share(_ count: Int) -> String { String(format: "%.3f", Double(count) / Double(max(1, total))) }
        return "n=\(total)  hit@1 \(share(first))  hit@3 \(share(three))  exact@3 \(share(exact))"
    }
}
