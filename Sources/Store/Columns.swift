import Certification
import GRDB

// The domain's values as columns. The conformances live here so that the domain knows nothing of the database.

extension Day: DatabaseValueConvertible {
    public var databaseValue: DatabaseValue { description.databaseValue }

    public static func fromDatabaseValue(_ value: DatabaseValue) -> Day? {
        String.fromDatabaseValue(value).flatMap { Day($0) }
    }
}

extension Timestamp: DatabaseValueConvertible {
    public var databaseValue: DatabaseValue { description.databaseValue }

    public static func fromDatabaseValue(_ value: DatabaseValue) -> Timestamp? {
        String.fromDatabaseValue(value).flatMap { Timestamp($0) }
    }
}

extension Months: DatabaseValueConvertible {
    public var databaseValue: DatabaseValue { count.databaseValue }

    public static func fromDatabaseValue(_ value: DatabaseValue) -> Months? {
        Int.fromDatabaseValue(value).map { Months($0) }
    }
}

extension Fingerprint: DatabaseValueConvertible {
    public var databaseValue: DatabaseValue { hex.databaseValue }

    public static func fromDatabaseValue(_ value: DatabaseValue) -> Fingerprint? {
        String.fromDatabaseValue(value).flatMap { Fingerprint(hex: $0) }
    }
}

extension EvidenceKind: DatabaseValueConvertible {}
extension Classification: DatabaseValueConvertible {}
