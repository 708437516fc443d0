import Certification
import GRDB

// The domain's values as columns. The conformances live here so that the domain knows nothing of the database.

extension Day: DatabaseValueConvertible {
    /// Written as `YYYY-MM-DD`.
    public var databaseValue: DatabaseValue { description.databaseValue }

    /// Read from `YYYY-MM-DD`; nil for anything else.
    public static func fromDatabaseValue(_ value: DatabaseValue) -> Day? {
        String.fromDatabaseValue(value).flatMap { Day($0) }
    }
}

extension Timestamp: DatabaseValueConvertible {
    /// Written as `2026-11-22T17:05:09Z`, so that the order of texts is the order of time.
    public var databaseValue: DatabaseValue { description.databaseValue }

    /// Read from `2026-11-22T17:05:09Z`; nil for anything that is no such time.
    public static func fromDatabaseValue(_ value: DatabaseValue) -> Timestamp? {
        String.fromDatabaseValue(value).flatMap { Timestamp($0) }
    }
}

extension Months: DatabaseValueConvertible {
    /// Written as the number of months.
    public var databaseValue: DatabaseValue { count.databaseValue }

    /// Read from a number of months; nil for anything else.
    public static func fromDatabaseValue(_ value: DatabaseValue) -> Months? {
        Int.fromDatabaseValue(value).map { Months($0) }
    }
}

extension Fingerprint: DatabaseValueConvertible {
    /// Written as 64 lower-case hexadecimal digits.
    public var databaseValue: DatabaseValue { hex.databaseValue }

    /// Read from 64 hexadecimal digits; nil for anything else.
    public static func fromDatabaseValue(_ value: DatabaseValue) -> Fingerprint? {
        String.fromDatabaseValue(value).flatMap { Fingerprint(hex: $0) }
    }
}

extension EvidenceKind: DatabaseValueConvertible {
    private static let byName = Dictionary(
        allCases.map { ($0.rawValue, $0) }, uniquingKeysWith: { first, _ in first })

    /// Written as its word. Looked up in a table, because a hundred thousand rows are read at once.
    public static func fromDatabaseValue(_ value: DatabaseValue) -> EvidenceKind? {
        String.fromDatabaseValue(value).flatMap { EvidenceKind(storedAs: $0) }
    }

    init?(storedAs text: String) {
        guard let kind = Self.byName[text] else { return nil }
        self = kind
    }
}

extension Classification: DatabaseValueConvertible {}

extension Row {
    /// The value of a column; throws where a damaged register holds something else.
    func value<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
        try decode(forColumn: column)
    }

    /// The value of a column; throws where a damaged register holds something else.
    func value<Value: DatabaseValueConvertible>(_ index: Int) throws -> Value { try decode(atIndex: index) }
}

extension DocumentedInformation {
    /// The demands that a column lists: `maintain+retain`.
    static func list(_ text: String) -> [DocumentedInformation] {
        text.split(separator: "+").compactMap { DocumentedInformation(rawValue: String($0)) }
    }
}
