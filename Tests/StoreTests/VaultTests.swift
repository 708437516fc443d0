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
            try contents.map { try $0.get().untimed } == [
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
}

extension VaultContent {
    /// The content without the time of the file that it was read from.
    fileprivate var untimed: VaultContent { VaultContent(fingerprint: fingerprint, size: size) }
}
