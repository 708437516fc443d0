import Certification

/// How many clauses have which status, as programs and people read it.
struct StatusCounts: Encodable {
    private let counts: [String: Int]

    init(_ count: (ClauseStatus) -> Int) {
        counts = Dictionary(
            ClauseStatus.allCases.map { ($0.rawValue, count($0)) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(status: ClauseStatus) -> Int { counts[status.rawValue] ?? 0 }

    /// `5 stale, 2 requested, 7 missing`
    var open: String {
        [ClauseStatus.stale, .requested, .missing].map { "\(self[$0]) \($0.rawValue)" }.joined(
            separator: ", ")
    }

    func encode(to encoder: any Encoder) throws { try counts.encode(to: encoder) }
}
