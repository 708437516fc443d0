import GRDB

/// What a filter asks of rows: conditions that must all hold, with their values apart from the SQL.
struct Conditions {
    private var texts = ["1"]
    private(set) var arguments = StatementArguments()

    /// Whether all rows are asked for.
    var isEmpty: Bool { texts.count == 1 }

    var sql: String { texts.joined(separator: " AND ") }

    /// Asks for a condition with one place for a value; nil asks for nothing.
    mutating func require(_ condition: String, _ value: (any DatabaseValueConvertible)?) {
        guard let value else { return }
        require(condition, values: [value])
    }

    mutating func require(_ condition: String, values: StatementArguments = []) {
        texts.append(condition)
        arguments += values
    }
}
