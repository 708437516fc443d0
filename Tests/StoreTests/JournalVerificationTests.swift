import Certification
import Foundation
import GRDB
import Testing

@testable import Store

@Suite("Checking the journal")
struct JournalVerificationTests {
    let folder: TemporaryFolder
    let register: Register

    init() throws {
        folder = try TemporaryFolder()
        register = try RichRegister.create(in: folder)
        try RichRegister.fill(register)
    }

    /// Somebody with the database file and no scruples.
    private func tamper(_ sql: String) throws {
        let queue = try DatabaseQueue(path: register.location.database)
        try queue.writeWithoutTransaction { database in
            try database.execute(
                sql:
                    "PRAGMA foreign_keys = OFF; DROP TRIGGER IF EXISTS journal_refuses_update; DROP TRIGGER IF EXISTS journal_refuses_delete"
            )
            try database.execute(sql: sql)
        }
        try queue.close()
    }

    @Test("a replay of a rich register gives the same tables")
    func replay() throws {
        let verification = try register.verifyJournal()
        #expect(verification.problem == nil)
        #expect(verification.head == (try register.read { try $0.journalHead() }))
        #expect(verification.entries > 200)
    }

    @Test("every table that changes write is compared")
    func tables() throws {
        try register.read { view in
            let all = try String.fetchAll(
                view.database,
                sql:
                    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT IN ('journal', 'grdb_migrations')"
            )
            #expect(Set(all) == Set(Schema.derivedTables + Schema.operatingTables))
            for table in Schema.derivedTables {
                #expect(
                    try Int.fetchOne(view.database, sql: "SELECT count(*) FROM \(table)") ?? 0 > 0,
                    "\(table) is empty")
            }
        }
    }

    @Test(
        "the first bad entry is named",
        arguments: [
            (
                "UPDATE journal SET actor = 'x' WHERE sequence = 20",
                JournalVerification.Problem.altered(entry: 20)
            ),
            ("UPDATE journal SET time = '2001-01-01T00:00:00Z' WHERE sequence = 21", .altered(entry: 21)),
            ("UPDATE journal SET time = 'yesterday' WHERE sequence = 21", .altered(entry: 21)),
            ("UPDATE journal SET hash = upper(hash) WHERE sequence = 9", .unprotected),
            ("SELECT 1", .unprotected),
            (
                "UPDATE journal SET change = replace(change, 'Item 1', 'Item 2') WHERE sequence = 4",
                .altered(entry: 4)
            ),
            ("DELETE FROM journal WHERE sequence = 30", .sequenceBroken(entry: 31, expected: 30)),
            ("DELETE FROM journal WHERE sequence = 1", .sequenceBroken(entry: 2, expected: 1)),
            (
                "UPDATE journal SET previous = (SELECT hash FROM journal WHERE sequence = 5) WHERE sequence = 40",
                .chainBroken(entry: 40)
            ),
        ] as [(String, JournalVerification.Problem?)])
    func firstBadEntry(sql: String, problem: JournalVerification.Problem?) throws {
        try tamper(sql)
        #expect(try register.verifyJournal().problem == problem)
    }

    @Test("an entry that is well hashed but impossible is named")
    func impossible() throws {
        let head = try register.read { try $0.journalHead() }
        let entry = JournalEntry(
            after: head, time: RichRegister.time, actor: "x", change: #"{"type":"evidence-eaten"}"#)
        let queue = try DatabaseQueue(path: register.location.database)
        try queue.write { try Journal(database: $0).append(entry) }
        try queue.close()
        let found = try register.verifyJournal().problem
        guard case .notApplicable(head.sequence + 1, _) = found else {
            Issue.record("\(String(describing: found))")
            return
        }
    }

    @Test(
        "a table that says something else than the journal is named",
        arguments: [
            ("UPDATE evidence SET title = 'better' WHERE id = 'DOC-3'", "evidence"),
            ("DELETE FROM link WHERE evidence = 'DOC-3'", "link"),
            ("DELETE FROM evidence_tag", "evidence_tag"),
            ("UPDATE clause SET requirement = 0 WHERE number = '8.1'", "clause"),
            ("UPDATE standard SET title = 'X'", "standard"),
            ("UPDATE register SET organization = 'X'", "register"),
            ("UPDATE revision SET size = 1 WHERE evidence = 'DOC-3'", "revision"),
            ("INSERT INTO evidence_tag VALUES ('DOC-3', 'zz')", "evidence_tag"),
        ])
    func tables(sql: String, table: String) throws {
        try tamper(sql)
        let found = try register.verifyJournal().problem
        guard case .tableDiffers(table, _) = found else {
            Issue.record("\(String(describing: found))")
            return
        }
    }
}
