import Certification
import Foundation
import Synchronization
import Testing

@testable import Store

@Suite("Vault")
struct VaultTests {
    let folder: TemporaryFolder
    let vault: Vault

    init() throws {
        folder = try TemporaryFolder()
        vault = Vault(path: folder.path + "/vault")
    }

    private func take(_ paths: String..., followLink: Bool = true) throws -> [Result<
        VaultContent, IntakeError
    >] {
        try vault.take(paths.map { IntakeSource(path: $0, followLink: followLink) }, nonce: 7)
    }

    private func files() throws -> [String] {
        (FileManager.default.enumerator(atPath: vault.path)?.compactMap { $0 as? String } ?? []).filter {
            $0.count > 64
        }
    }

    @Test(
        "says what a content begins with, and nothing of what is no file",
        arguments: [(0, ""), (3, "beg"), (99, "beginning")])
    func head(octets: Int, text: String) throws {
        let content = try #require(try take(folder.write("a.txt", "beginning")).first).get()
        #expect(try vault.head(of: content.fingerprint, octets: octets) == Array(text.utf8))
        let absent = Fingerprint(of: [1])
        #expect(throws: IntakeError.notFound(path: vault.location(of: absent))) {
            try vault.head(of: absent, octets: octets)
        }
        try FileManager.default.createDirectory(
            atPath: vault.location(of: absent), withIntermediateDirectories: true)
        #expect(throws: IntakeError.notRegular(path: vault.location(of: absent))) {
            try vault.head(of: absent, octets: octets)
        }
    }

    @Test("keeps content under its fingerprint, read-only, once")
    func once() throws {
        let contents = try take(
            folder.write("a.txt", "same"), folder.write("Müller-訓練.txt", "same"), folder.write("empty", ""))
        let expected = Fingerprint(of: Array("same".utf8))
        #expect(
            try contents.map { try $0.get() } == [
                VaultContent(fingerprint: expected, size: 4), VaultContent(fingerprint: expected, size: 4),
                VaultContent(fingerprint: Fingerprint(of: []), size: 0),
            ])
        #expect(try files().count == 2)
        let path = vault.location(of: expected)
        #expect(path.hasSuffix("/\(expected.hex.prefix(2))/\(expected.hex)"))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "same")
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o444)
        #expect(vault.holds(expected, size: 4) && !vault.holds(expected, size: 5))
        #expect(try FileManager.default.contentsOfDirectory(atPath: vault.incoming).isEmpty)
    }

    @Test("a file that cannot be taken is an answer, the others go in")
    func refusals() throws {
        let fifo = folder.path + "/fifo"
        #expect(mkfifo(fifo, 0o600) == 0)
        let good = try folder.write("good", "good")
        let results = try take(folder.path, fifo, "/dev/null", folder.path + "/nothing", good)
        let errors = results.map { result -> IntakeError? in
            guard case .failure(let error) = result else { return nil }
            return error
        }
        #expect(
            errors == [
                .isFolder(path: folder.path), .notRegular(path: fifo), .notRegular(path: "/dev/null"),
                .notFound(path: folder.path + "/nothing"), nil,
            ])
        #expect(try files().count == 1)
    }

    @Test("a symbolic link is followed only when a person named it")
    func links() throws {
        let target = try folder.write("target", "text")
        let link = folder.path + "/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
        #expect(try take(link)[0].get().size == 4)
        #expect(throws: IntakeError.isSymbolicLink(path: link)) { try take(link, followLink: false)[0].get() }
    }

    @Test("a file that changes while it is read is refused")
    func changing() throws {
        let path = try folder.write("growing", String(repeating: "x", count: 1 << 20))
        let results = try vault.take([IntakeSource(path: path, followLink: true)], nonce: 1) { _ in
            guard let handle = FileHandle(forWritingAtPath: path) else { return }
            handle.seekToEndOfFile()
            handle.write(Data("y".utf8))
            try? handle.close()
        }
        #expect(throws: IntakeError.changedWhileRead(path: path)) { try results[0].get() }
        #expect(try files().isEmpty)
    }

    @Test("drafts of processes that died are swept, those of the living stay")
    func sweep() throws {
        _ = try take(folder.write("a", "a"))
        let dead = vault.incoming + "/dead"
        try FileManager.default.createDirectory(atPath: dead, withIntermediateDirectories: true)
        try folder.write("vault/incoming/dead/0", "half")
        let living = try IntakeFolder(in: vault, name: "living")
        _ = try take(folder.write("b", "b"))
        #expect(!FileManager.default.fileExists(atPath: dead))
        #expect(FileManager.default.fileExists(atPath: living.path))
    }

    @Test("intakes of many processes at once do not sweep each other away")
    func crowd() throws {
        let paths = try (0..<40).map { try folder.write("c\($0)", "crowd \($0)") }
        let taken = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: paths.count) { index in
            let source = IntakeSource(path: paths[index], followLink: false)
            let results = try? vault.take([source], nonce: UInt64(1000 + index))
            if case .success? = results?.first { taken.withLock { $0 += 1 } }
        }
        #expect(taken.withLock { $0 } == paths.count)
    }

    @Test("many files on all cores keep their order")
    func many() throws {
        let paths = try (0..<300).map { try folder.write("f\($0)", "content \($0 % 200)") }
        let contents = try vault.take(paths.map { IntakeSource(path: $0, followLink: false) }, nonce: 3)
        for (number, content) in contents.enumerated() {
            #expect(try content.get().fingerprint == Fingerprint(of: Array("content \(number % 200)".utf8)))
        }
        #expect(try files().count == 200)
    }

    @Test("what is not settled leaves nothing behind, and each file is looked at where its content lies")
    func drafts() throws {
        let paths =
            try ["a", "b", "c"].map { try folder.write($0, "content \($0)") } + [folder.path + "/none"]
        let seen = Mutex<[Int: String]>([:])
        do {
            let intake = try VaultIntake(
                paths.map { IntakeSource(path: $0, followLink: false) }, into: vault, nonce: 5,
                look: { position, path in
                    let text = try? String(contentsOfFile: path, encoding: .utf8)
                    seen.withLock { $0[position] = text }
                })
            #expect(try intake.contents[2].get().size == 9)
            #expect(throws: IntakeError.notFound(path: paths[3])) { try intake.contents[3].get() }
            let settled = try intake.settle([2, 0])
            #expect(try settled.map { try $0.get() } == [intake.contents[2].get(), intake.contents[0].get()])
        }
        #expect(seen.withLock { $0 } == [0: "content a", 1: "content b", 2: "content c"])
        #expect(try files().count == 2)
        #expect(try FileManager.default.contentsOfDirectory(atPath: vault.incoming).isEmpty)
    }

    @Test("a content that the vault holds is not copied again")
    func held() throws {
        let sources = try ["a", "b"].map {
            IntakeSource(path: try folder.write($0, "content \($0)"), followLink: false)
        }
        let first = try #require(try vault.take([sources[0]], nonce: 1).first).get()
        let seen = Mutex<[Int: String]>([:])
        let intake = try VaultIntake(
            sources, into: vault, nonce: 2, held: [9],
            look: { position, path in seen.withLock { $0[position] = path } })
        #expect(seen.withLock { $0[0] } == vault.location(of: first.fingerprint))
        #expect(seen.withLock { $0[1] }?.hasPrefix(vault.incoming) == true)
        #expect(try intake.settle([0, 1]).map { try $0.get().size } == [9, 9])
        #expect(try files().count == 2)
    }
}
