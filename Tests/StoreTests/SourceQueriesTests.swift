import Certification
import GRDB
import Testing

@testable import Store

@Suite("Where files lie")
struct SourceQueriesTests {
    private let folder: TemporaryFolder
    private let register: Register

    init() throws {
        folder = try TemporaryFolder()
        register = try RichRegister.create(in: folder)
    }

    private func record(_ changes: Change...) throws {
        try register.write(actor: "qm", time: RichRegister.time) { transaction in
            for change in changes { try transaction.record(change) }
        }
    }

    private static func item(_ id: String) -> Change {
        .evidenceAdded(Evidence(id: id, title: id, kind: .plan))
    }

    private static func file(_ number: Int, _ id: String, _ source: String?) -> Change {
        .revisionAdded(
            evidence: id,
            Revision(
                number: number, fingerprint: Fingerprint(of: [1]), size: 1, mediaType: "text/plain",
                originalName: "a.txt", received: Day(ordinal: 20_000), source: source))
    }

    private func sources(of ids: [String]? = nil) throws -> [[EvidenceSource]] {
        try register.read { view in
            var all: [[EvidenceSource]] = []
            try view.forEachSource(of: ids) { all.append($0) }
            return all
        }
    }

    @Test("the revisions of live items, item by item, with what is known of their files")
    func sources() throws {
        #expect(try sources() == [])
        try record(
            Self.item("A"), Self.file(1, "A", "a.txt"), Self.file(2, "A", nil), Self.item("B"),
            Self.item("C"),
            Self.file(1, "C", "/c.txt"), Self.item("D"), Self.file(1, "D", "d.txt"),
            .retired(evidence: "D", reason: "old"))
        #expect(try sources().map { $0.map(\.path) } == [["a.txt", nil], ["/c.txt"]])
        #expect(try sources(of: ["c", "D", "none"]).map { $0.map(\.evidence) } == [["C"]])
        try register.write(actor: "qm", time: RichRegister.time) { transaction in
            for modified in [1, 2] {
                try transaction.remember(
                    VaultContent(fingerprint: Fingerprint(of: [9]), size: 3, modified: modified), at: "a.txt")
            }
            try transaction.remember(VaultContent(fingerprint: Fingerprint(of: [9]), size: 3), at: "/c.txt")
        }
        let expected = SourceStamp(size: 3, modified: 2, fingerprint: Fingerprint(of: [9]))
        #expect(try sources().map { $0.map(\.stamp) } == [[expected, nil], [nil]])
    }

    @Test("a file that was found elsewhere is no fact of the management system, and a replay finds it there")
    func found() throws {
        try record(Self.item("A"), Self.file(1, "A", "a.txt"))
        let fact = try register.read { try $0.newestFact() }
        try record(.sourceFound(evidence: "A", revision: 1, source: "b/a.txt"))
        #expect(try register.read { try $0.newestFact() } == fact)
        #expect(try register.read { try $0.journalHead().sequence } == fact.sequence + 1)
        #expect(try register.read { try $0.evidence("A").revisions.map(\.source) } == ["b/a.txt"])
        #expect(try register.verifyJournal().problem == nil)
        #expect(throws: RegisterError.unknownEvidence("A", nearest: [])) {
            try record(.sourceFound(evidence: "A", revision: 2, source: "x"))
        }
    }

    @Test("a replay compares where files lie")
    func tampered() throws {
        try record(Self.item("A"), Self.file(1, "A", "a.txt"))
        let queue = try DatabaseQueue(path: register.location.database)
        try queue.writeWithoutTransaction { try $0.execute(sql: "UPDATE revision SET source = 'b.txt'") }
        try queue.close()
        let row = "\"A\" 1 \"\(Fingerprint(of: [1]).hex)\""
        #expect(try register.verifyJournal().problem == .tableDiffers(table: "revision", row: row))
    }

    @Test(
        "whose source a file is already",
        arguments: [("A", nil), ("B", "A"), ("X", "A")] as [(String, String?)])
    func owner(asking: String, owner: String?) throws {
        try record(
            Self.item("A"), Self.file(1, "A", "a.txt"), Self.item("B"), Self.file(1, "B", "b.txt"),
            Self.item("C"), Self.file(1, "C", "a.txt"), .retired(evidence: "C", reason: "old"))
        try register.read { view in
            for (content, expected) in [(UInt8(1), owner), (2, nil)] {
                let found = try view.owner(of: "a.txt", holding: Fingerprint(of: [content]), except: asking)
                #expect(found == expected)
            }
        }
    }
}
