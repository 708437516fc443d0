import GRDB

/// What a database file turns out to be.
enum SchemaState {
    case current
    /// Made by an earlier release: to be migrated.
    case older
    case newer
    /// Empty, or without the entry that says whose register it is: a file that was cut off or made by accident.
    case noRegister

    init(_ database: Database) throws {
        let migrator = Schema.migrator
        if try migrator.hasBeenSuperseded(database) {
            self = .newer
        } else if try migrator.appliedIdentifiers(database).isEmpty {
            self = .noRegister
        } else if try Int.fetchOne(database, sql: "SELECT count(*) FROM register") != 1 {
            self = .noRegister
        } else {
            self = try migrator.hasCompletedMigrations(database) ? .current : .older
        }
    }
}
