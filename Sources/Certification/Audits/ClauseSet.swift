/// Some of the clauses of one standard, as a bit each by their positions: a register compares thousands of audits.
struct ClauseSet: Hashable, Sendable {
    private var words: [UInt64] = []

    /// No clause.
    init() {}

    /// The clauses at these positions.
    init(_ positions: some Sequence<Int>) {
        for position in positions { insert(position) }
    }

    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    func contains(_ position: Int) -> Bool {
        position / 64 < words.count && words[position / 64] & (1 << (position % 64)) != 0
    }

    mutating func insert(_ position: Int) {
        while words.count <= position / 64 { words.append(0) }
        words[position / 64] |= 1 << (position % 64)
    }

    /// What is here and in none of the others.
    func subtracting(_ others: [ClauseSet]) -> ClauseSet {
        var rest = self
        for other in others {
            for index in rest.words.indices.prefix(other.words.count) {
                rest.words[index] &= ~other.words[index]
            }
        }
        return rest
    }
}
