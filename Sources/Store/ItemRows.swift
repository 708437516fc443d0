import GRDB

/// Rows of a table that belong to items, in the order of the items: read while a walk goes from item to item.
struct ItemRows {
    private let cursor: RowCursor
    private var row: Row?

    /// The first column of the rows is the item's identifier.
    init(_ cursor: RowCursor) throws {
        self.cursor = cursor
        row = try cursor.next()
    }

    /// What is made of each row of an item, in order; the item must be the next that has rows.
    mutating func values<Value>(of id: String, _ value: (Row) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        while let row, Self.isSame(try row.text(0), id) {
            values.append(try value(row))
            self.row = try cursor.next()
        }
        return values
    }

    /// Identifiers are compared without regard to case, as the database does; they hold ASCII only.
    private static func isSame(_ left: String, _ right: String) -> Bool {
        if left == right { return true }
        // Most often the last digit differs.
        guard left.utf8.count == right.utf8.count, let end = left.utf8.last, let otherEnd = right.utf8.last,
            end | 0x20 == otherEnd | 0x20
        else { return false }
        return zip(left.utf8, right.utf8).allSatisfy { $0 == $1 || $0 | 0x20 == $1 | 0x20 && $0 >= 0x41 }
    }
}

/// Columns of the types that SQLite has, decoded without a detour: a walk reads a million of them.
extension Row {
    func text(_ index: Int) throws -> String { try decode(String.self, atIndex: index) }

    func textIfAny(_ index: Int) throws -> String? { hasNull(atIndex: index) ? nil : try text(index) }

    func integer(_ index: Int) throws -> Int { try decode(Int.self, atIndex: index) }

    func integerIfAny(_ index: Int) throws -> Int? {
        hasNull(atIndex: index) ? nil : try integer(index)
    }
}

/// A column that holds something else than it must.
struct RowValueError: Error, CustomStringConvertible {
    let what: String
    let text: String

    var description: String { "\"\(text)\" stands where \(what) is expected" }
}
