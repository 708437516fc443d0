import Certification
import Foundation
import GRDB

/// The database of one organization's management systems, open for one command.
public struct Register: Sendable {
    /// Where the register lies.
    public let location: RegisterLocation
    private let queue: DatabaseQueue

    /// Opens the register at a location. Waits up to `lockWait` seconds for another process.
    ///
    /// Where this user may not write, the register is opened for reading.
    public static func open(at location: RegisterLocation, lockWait: Double) throws -> Register {
        try translating(location) {
            let queue = try queue(location, lockWait)
            let state = try queue.read { try SchemaState($0) }
            switch state {
            case .newer: throw RegisterError.newer(path: location.database)
            case .noRegister:
                throw RegisterError.damaged(path: location.database, why: "it holds no register")
            case .older: try Schema.migrator.migrate(queue)
            case .current: break
            }
            return Register(location: location, queue: queue)
        }
    }

    private static func queue(_ location: RegisterLocation, _ lockWait: Double) throws -> DatabaseQueue {
        var configuration = configuration(lockWait)
        guard access(location.database, W_OK) != 0 || access(location.directory, W_OK) != 0 else {
            return try DatabaseQueue(path: location.database, configuration: configuration)
        }
        configuration.readonly = true
        // SQLite makes files beside a database with a write-ahead log even to read it, unless it is told that nobody
        // writes. That is so when the log is empty: whoever writes has an open log.
        let log = try? FileManager.default.attributesOfItem(atPath: location.database + "-wal")
        let isAtRest = (log?[.size] as? Int ?? 0) == 0
        return try DatabaseQueue(
            path: isAtRest ? location.databaseAddress + "?immutable=1" : location.database,
            configuration: configuration)
    }

    /// Makes the folder, the vault and a database that begins with some changes.
    ///
    /// The database is built under another name and renamed when whole, so that no half-made register is ever found.
    public static func create(
        at location: RegisterLocation, configuration text: String, actor: String, time: Timestamp,
        changes: [Change]
    ) throws {
        let files = FileManager.default
        guard !files.fileExists(atPath: location.database) else {
            throw RegisterError.alreadyExists(folder: location.folder)
        }
        guard !holdsContents(location.vault) else {
            throw RegisterError.vaultWithoutRegister(folder: location.folder)
        }
        try files.createDirectory(atPath: location.vault, withIntermediateDirectories: true)
        let draft = location.database + ".new-\(getpid())"
        defer { for suffix in ["", "-wal", "-shm"] { try? files.removeItem(atPath: draft + suffix) } }
        let queue = try DatabaseQueue(path: draft, configuration: configuration(0))
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
        try Schema.migrator.migrate(queue)
        let register = Register(location: location, queue: queue)
        try register.write(actor: actor, time: time) { transaction in
            for change in changes { try transaction.record(change) }
        }
        try queue.close()
        if !files.fileExists(atPath: location.configuration) {
            try Data(text.utf8).write(to: URL(fileURLWithPath: location.configuration), options: .atomic)
        }
        guard link(draft, location.database) == 0 else {
            if errno == EEXIST { throw RegisterError.alreadyExists(folder: location.folder) }
            // File systems without hard links.
            return try files.moveItem(atPath: draft, toPath: location.database)
        }
    }

    /// Contents lie in folders named by two digits.
    private static func holdsContents(_ vault: String) -> Bool {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: vault)) ?? []
        return names.contains { $0.utf8.count == 2 }
    }

    /// An empty register for replaying a journal. SQLite keeps a database without a name in a temporary file that
    /// goes when it is closed, so a journal of any length needs little memory.
    static func scratch() throws -> Register {
        let queue = try DatabaseQueue(path: "", configuration: configuration(0))
        try Schema.migrator.migrate(queue)
        return Register(location: RegisterLocation(folder: ""), queue: queue)
    }

    private static func configuration(_ lockWait: Double) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(lockWait)
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { database in
            // A change that was reported as done must survive a power cut.
            try database.execute(sql: "PRAGMA synchronous = FULL")
        }
        return configuration
    }

    /// Whether this user may write it.
    public var isWritable: Bool { !queue.configuration.readonly }

    /// The folder of the register's file contents.
    public var vault: Vault { Vault(path: location.vault) }

    /// Reads one consistent state.
    public func read<Value>(_ body: (RegisterView) throws -> Value) throws -> Value {
        try Self.translating(location) { try queue.read { try body(RegisterView(database: $0)) } }
    }

    /// One transaction: everything recorded in `body` becomes part of the register, or nothing.
    public func write<Value>(
        actor: String, time: Timestamp, _ body: (inout RegisterTransaction) throws -> Value
    ) throws -> Value {
        try Self.translating(location) {
            try queue.write { database in
                var transaction = try RegisterTransaction(database: database, actor: actor, time: time)
                return try body(&transaction)
            }
        }
    }

    private static func translating<Value>(_ location: RegisterLocation, _ body: () throws -> Value) throws
        -> Value
    {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw RegisterError(error, path: location.database)
        } catch let error as RowValueError {
            throw RegisterError.damaged(path: location.database, why: error.description)
        } catch let error as RowDecodingError {
            throw RegisterError.damaged(path: location.database, why: "\(error)")
        }
    }
}

extension RegisterError {
    /// What a database error means for the register.
    init(_ error: DatabaseError, path: String) {
        let why = error.message ?? "\(error.resultCode)"
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
        case .SQLITE_FULL: self = .diskFull(path: path)
        case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .damaged(path: path, why: why)
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_CANTOPEN:
            self = .notWritable(path: path, why: why)
        default: self = .failed(path: path, why: why)
        }
    }
}
