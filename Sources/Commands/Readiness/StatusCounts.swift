import Certification

/// How many clauses have which status, as programs and people read it.
struct StatusCounts: Encodable {
    private let counts: [String: Int]

    init(_ count: (ClauseStatus) -> Int) {
        counts = Dictionary(
            ClauseStatus.allCases.map { ($0.rawValue, count($0)) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(status: ClauseStatus) -> Int { counts[status.rawValue] ?? 0 }

    /// All statuses but covered that occur: `1 partial, 5 stale, 7 missing`; nil where there is none.
    var others: String? {
        let counted = ClauseStatus.allCases.filter { $0 != .covered && self[$0] > 0 }
        return counted.isEmpty
            ? nil : counted.map { "\(self[$0]) \($0.rawValue)" }.joined(separator: ", ")
    }

    /// How many clauses count: all but those that do not apply.
    var applicable: Int { sum { $0.applies } }

    /// How many clauses need work.
    var open: Int { sum { $0.isOpen } }

    private func sum(_ counts: (ClauseStatus) -> Bool) -> Int {
        ClauseStatus.allCases.filter(counts).reduce(0) { $0 + self[$1] }
    }

    /// `48 of 62 covered, 5 stale, 7 missing`
    var sentence: String {
        (["\(self[.covered]) of \(applicable) covered"] + [others].compactMap(\.self)).joined(separator: ", ")
    }

    func encode(to encoder: any Encoder) throws { try counts.encode(to: encoder) }
}
