import Certification
import Foundation
import GRDB
import Testing

@testable import Store

@Suite("Register")
struct RegisterTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func raw(_ sql: String) throws {
        let queue = try DatabaseQueue(path: folder.path + "/.dossier/register.sqlite")
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
    }

    @Test("is found from folders below")
    func found() throws {
        _ = try RichRegister.create(in: folder)
        #expect(try RegisterLocation.find(from: folder.path + "/a/b/c").folder == folder.path)
        #expect(throws: RegisterError.notFound(folder: "/nowhere/at/all")) {
            try RegisterLocation.find(from: "/nowhere/at/all")
        }
    }

    @Test("is made whole, with WAL, full synchronization, foreign keys and strict tables")
    func settings() throws {
        let register = try RichRegister.create(in: folder)
        try register.read { view in
            #expect(try String.fetchOne(view.database, sql: "PRAGMA journal_mode") == "wal")
            #expect(try Int.fetchOne(view.database, sql: "PRAGMA synchronous") == 2)
            #expect(try Int.fetchOne(view.database, sql: "PRAGMA foreign_keys") == 1)
            let loose = try String.fetchAll(
                view.database,
                sql:
                    "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict AND schema = 'main'"
            )
            #expect(Set(loose).subtracting(["sqlite_schema", "grdb_migrations"]).isEmpty)
        }
    }

    @Test("is not made twice")
    func twice() throws {
        _ = try RichRegister.create(in: folder)
        #expect(throws: RegisterError.alreadyExists(folder: folder.path)) {
            _ = try RichRegister.create(in: folder)
        }
    }

    @Test("made by a newer release is refused, not touched")
    func newer() throws {
        let location = try RichRegister.create(in: folder).location
        try raw("INSERT INTO grdb_migrations VALUES ('99 of tomorrow')")
        #expect(throws: RegisterError.newer(path: location.database)) {
            try Register.open(at: location, lockWait: 1)
        }
    }

    @Test("that is empty is damaged, not a new register")
    func emptied() throws {
        let location = try RichRegister.create(in: folder).location
        for suffix in ["", "-wal", "-shm"] { try folder.write(".dossier/register.sqlite\(suffix)", "") }
        #expect(throws: RegisterError.damaged(path: location.database, why: "it holds no register")) {
            try Register.open(at: location, lockWait: 1)
        }
    }

    @Test("is not made over the vault of an earlier one")
    func overVault() throws {
        let location = try RichRegister.create(in: folder).location
        try FileManager.default.removeItem(atPath: location.database)
        _ = try RichRegister.create(in: folder)
        try FileManager.default.removeItem(atPath: location.database)
        try FileManager.default.createDirectory(
            atPath: location.vault + "/ab", withIntermediateDirectories: true)
        #expect(throws: RegisterError.vaultWithoutRegister(folder: folder.path)) {
            try RichRegister.create(in: folder)
        }
    }

    @Test("is read where nobody may write: as an address with odd characters, too")
    func readOnlyAddress() throws {
        let odd = RegisterLocation(folder: "/a b/ü?x=1%20#y")
        #expect(odd.databaseAddress == "file:/a%20b/%C3%BC%3Fx%3D1%2520%23y/.dossier/register.sqlite")
    }

    @Test("that is no database is damaged")
    func damaged() throws {
        let location = try RichRegister.create(in: folder).location
        for suffix in ["-wal", "-shm"] { try folder.write(".dossier/register.sqlite\(suffix)", "") }
        try folder.write(".dossier/register.sqlite", String(repeating: "nonsense ", count: 1000))
        do {
            _ = try Register.open(at: location, lockWait: 1)
            Issue.record("was opened")
        } catch {
            guard case RegisterError.damaged(location.database, _) = error else {
                Issue.record("\(error)")
                return
            }
        }
    }

    @Test("held by another process is waited for, then said to be locked")
    func locked() throws {
        let location = try RichRegister.create(in: folder).location
        let other = try DatabaseQueue(path: location.database)
        try other.writeWithoutTransaction { database in
            try database.execute(sql: "BEGIN IMMEDIATE")
            let register = try Register.open(at: location, lockWait: 0.2)
            let begin = ContinuousClock.now
            #expect(throws: RegisterError.locked(path: location.database)) {
                try register.write(actor: "", time: RichRegister.time) { _ in }
            }
            #expect(ContinuousClock.now - begin >= .milliseconds(200))
            try database.execute(sql: "ROLLBACK")
        }
    }

    @Test(
        "the journal refuses to be altered",
        arguments: [
            "UPDATE journal SET actor = 'someone else'", "DELETE FROM journal",
            "DELETE FROM journal WHERE sequence = 1",
        ])
    func appendOnly(sql: String) throws {
        _ = try RichRegister.create(in: folder)
        #expect(throws: DatabaseError.self) { try raw(sql) }
    }

    @Test("a transaction that fails leaves nothing")
    func atomic() throws {
        struct Stop: Error {}
        let register = try RichRegister.create(in: folder)
        let before = try register.read { try $0.journalHead() }
        #expect(throws: Stop.self) {
            try register.write(actor: "qm", time: RichRegister.time) { transaction in
                try transaction.record(.evidenceAdded(Evidence(id: "A", title: "A", kind: .plan)))
                throw Stop()
            }
        }
        #expect(try register.read { try $0.journalHead() } == before)
        #expect(try register.read { try $0.evidenceIfAny("A") } == nil)
    }

    @Test(
        "a change that contradicts the tables is refused whole",
        arguments: [
            Change.linked(Link(evidence: "A", clause: .init(standard: "a-1", number: "99"))),
            .linked(Link(evidence: "nobody", clause: .init(standard: "a-1", number: "8.1"))),
            .evidenceAdded(Evidence(id: "a", title: "same but for case", kind: .plan)),
            .revisionAdded(evidence: "A", RichRegister.revision(1, of: "A")),
            .registerCreated(organization: "second"),
            .evidenceEdited(Evidence(id: "nobody", title: "", kind: .plan)),
            .retired(evidence: "nobody", reason: ""), .reinstated(evidence: "nobody", reason: ""),
            .unlinked(evidence: "A", clause: .init(standard: "a-1", number: "8.1")),
        ])
    func contradictions(change: Change) throws {
        let register = try RichRegister.create(in: folder)
        try register.write(actor: "qm", time: RichRegister.time) { transaction in
            try transaction.record(.evidenceAdded(Evidence(id: "A", title: "A", kind: .plan)))
            try transaction.record(.revisionAdded(evidence: "A", RichRegister.revision(1, of: "A")))
        }
        let before = try register.read { try $0.journalHead() }
        #expect(throws: RegisterError.self) {
            try register.write(actor: "qm", time: RichRegister.time) { try $0.record(change) }
        }
        #expect(try register.read { try $0.journalHead() } == before)
        #expect(try register.verifyJournal().problem == nil)
    }

    @Test("a standard that loses a clause to which evidence is linked is refused")
    func lostClause() throws {
        let register = try RichRegister.create(in: folder)
        try RichRegister.fill(register)
        #expect(throws: RegisterError.self) {
            try register.write(actor: "qm", time: RichRegister.time) {
                try $0.record(.standardAdded(RichRegister.catalogue("a-1", ["8", "8.2"])))
            }
        }
        #expect(try register.verifyJournal().problem == nil)
    }

    @Test(
        "columns that hold nonsense make the register damaged, not the program",
        arguments: [
            "UPDATE evidence SET kind = 'novel'", "UPDATE revision SET received = 'yesterday'",
            "UPDATE revision SET fingerprint = replace(fingerprint, 'a', 'z')",
        ])
    func nonsense(sql: String) throws {
        let register = try RichRegister.create(in: folder)
        try RichRegister.fill(register)
        try raw(sql)
        do {
            try register.read { try $0.forEachEvidence { _ in } }
            Issue.record("was read")
        } catch {
            guard case RegisterError.damaged = error else {
                Issue.record("\(error)")
                return
            }
        }
    }

    @Test("a newest entry that holds nonsense makes the register damaged, not the program")
    func nonsenseHead() throws {
        let register = try RichRegister.create(in: folder)
        try raw("DROP TRIGGER journal_refuses_update; UPDATE journal SET time = 'now' WHERE sequence = 2")
        #expect(throws: RegisterError.self) { try register.read { try $0.journalHead() } }
        #expect(try register.verifyJournal().problem == .altered(entry: 2))
    }

    @Test("questions give back what was recorded")
    func questions() throws {
        let register = try RichRegister.create(in: folder)
        try RichRegister.fill(register)
        try register.read { view in
            #expect(try view.organization() == "ACME & \"Söhne\"")
            #expect(
                try view.catalogues() == [
                    RichRegister.catalogue("b-1", ["4", "4.1"]),
                    RichRegister.catalogue("a-1", ["8", "8.1", "8.2", "8.3"], edition: "2"),
                ])
            let record = try view.evidence("doc-12")
            #expect(
                record.evidence.id == "DOC-12" && record.evidence.title == "Renamed"
                    && record.evidence.tags == ["c"])
            #expect(record.links.map(\.clause.description) == ["a-1:8.1"])
            #expect(record.links.first?.note == "read" && record.links.first?.locator == nil)
            #expect(
                record.revisions == [
                    RichRegister.revision(1, of: "DOC-12").found(at: "/elsewhere/Müller-訓練 12.txt")
                ])
            #expect(try view.evidence("EV-0005").retired == "old")
            #expect(try view.evidence("EV-0010").retired == nil)
            let counts = try view.overview(of: [], on: Day(ordinal: 0)).0
            #expect(
                counts.evidence == 30 && counts.retired == 2 && counts.requested == 0 && counts.unlinked == 0)
            #expect(try view.nextGeneratedIdentifier() == "EV-0021")
            #expect(throws: RegisterError.unknownEvidence("DOC-11", nearest: ["DOC-12", "DOC-15", "DOC-18"]))
            {
                try view.evidence("DOC-11")
            }
        }
    }

    @Test("bundles that were packed are remembered, and are no facts to pack")
    func packed() throws {
        let register = try RichRegister.create(in: folder)
        try RichRegister.fill(register)
        try register.read { view in
            let (head, fact) = (try view.journalHead(), try view.newestFact())
            #expect(fact.sequence == head.sequence - 3)
            #expect(try view.journalEntry(fact.sequence) == fact)
            #expect(try view.journalEntry(head.sequence + 1) == nil)
            let packed = try view.packedBundles()
            #expect(packed.map(\.entry) == [head.sequence, head.sequence - 1, head.sequence - 2])
            #expect(packed.map(\.packing) == ["AU-1", "AU-1", nil].map(RichRegister.packing))
            #expect(packed.allSatisfy { $0.actor == "qm" && $0.time == RichRegister.time })
            let origin = try view.finding("obs-1").facts.origin
            #expect(
                origin
                    == FindingOrigin(
                        index: Fingerprint(of: [1]), number: 3, evidence: ["EV-0001", "DOC-3"]))
        }
        #expect(try register.verifyJournal().problem == nil)
    }

    @Test(
        "filters",
        arguments: [
            (EvidenceFilter(), 30), (.init(kind: .procedure), 15), (.init(owner: "owner"), 24),
            (.init(state: .retired), 2),
            (.init(state: .held), 28), (.init(state: .requested), 0), (.init(tag: "c"), 7),
            (.init(clauses: [.init(standard: "b-1", number: "4.1")]), 23),
            (.init(clauses: []), 0), (.init(kind: .procedure, tag: "c"), 7),
        ])
    func filters(filter: EvidenceFilter, count: Int) throws {
        let register = try RichRegister.create(in: folder)
        try RichRegister.fill(register)
        var found = 0
        try register.read { try $0.forEachEvidence(filter) { _ in found += 1 } }
        #expect(found == count)
    }

    @Test("the streamed gap equals the judgement of whole records")
    func gap() throws {
        let register = try RichRegister.create(in: folder)
        try RichRegister.fill(register)
        let day = Day("2027-02-28") ?? Day(ordinal: 0)
        try register.read { view in
            let catalogue = try #require(try view.catalogues().last)
            let decisions = try view.decisions(about: "a-1")
            #expect(!decisions.assessments.isEmpty && !decisions.controls.isEmpty)
            var analysis = GapAnalysis(of: catalogue, on: day, decisions: decisions)
            try view.forEachEvidence(EvidenceFilter()) { record in
                guard record.retired == nil else { return }
                analysis.add(
                    record.judged(on: day), dates: record.dates,
                    links: record.links.filter { $0.clause.standard == "a-1" }
                        .map { record.facts(of: $0, in: catalogue) })
            }
            let report = try view.gap(of: catalogue, on: day)
            #expect(report.clauses == analysis.report().clauses)
            let tally = try #require(try view.overview(of: [catalogue], on: day).1.first)
            #expect(tally.statuses.map(\.status) == report.clauses.map(\.status))
        }
    }
}
