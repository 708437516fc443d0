import ChildProcesses
import Foundation
import Testing

/// Whoever packs or opens an encrypted bundle and is ended in the middle leaves nothing of it in plain.
@Suite(.serialized) struct EncryptionKillTests {
    private static let kills = 25
    /// What the payload says over and over, and what every bag holds.
    private static let marks = ["top secret line", "bagit.txt"]

    private let workplace: Workplace

    init() throws {
        workplace = try Workplace()
        try workplace.require(
            "init", "register", "--organization", "Northwind Hosting Ltd", "--standard", "20000-1")
        // Nearly all of it is noise, so that it is stored and can be found.
        var noise = Noise(seed: 6)
        let line = Array(Self.marks[0].utf8)
        let content = (0..<40_000).flatMap { _ in line + noise.octets(400) }
        try workplace.write(content, to: "register/big.bin")
        try workplace.require("add", "big.bin", "--clause", "8.6.1", in: "register")
        try workplace.write("correct horse battery staple\n".utf8, to: "secret.txt")
        #expect(chmod(workplace.path("secret.txt"), 0o600) == 0)
        try FileManager.default.createDirectory(
            atPath: workplace.path("out"), withIntermediateDirectories: true)
    }

    private func pack(limit: Double = 120) throws -> ChildProcess.Outcome {
        try workplace.dossier(
            [
                "-C", "register", "pack", "--level", "1", "-o", workplace.path("out/audit.zip"), "--encrypt",
                "--passphrase-file", workplace.path("secret.txt"),
            ], limit: limit)
    }

    private func verify(limit: Double = 120) throws -> ChildProcess.Outcome {
        try workplace.dossier(
            ["verify", "out/audit.zip", "--passphrase-file", "secret.txt"],
            environment: ["TMPDIR": workplace.path("out")], limit: limit)
    }

    /// Looks into every file of the folder for what must not be there.
    private func expectNothingPlain(_ comment: Comment) throws {
        for name in workplace.names(in: "out") {
            let content = try Data(contentsOf: URL(fileURLWithPath: workplace.path("out/" + name)))
            for mark in Self.marks {
                #expect(content.range(of: Data(mark.utf8)) == nil, "\(name) in plain, \(comment)")
            }
        }
    }

    @Test func whatIsSearchedForWouldBeFound() throws {
        try workplace.require(
            "-C", "register", "pack", "--level", "1", "-o", workplace.path("out/plain.zip"), in: "")
        let content = try Data(contentsOf: URL(fileURLWithPath: workplace.path("out/plain.zip")))
        for mark in Self.marks { #expect(content.range(of: Data(mark.utf8)) != nil, "\(mark)") }
    }

    @Test func killedWhilePacking() throws {
        var noise = Noise(seed: 7)
        let whole = try pack()
        try #require(whole.status == 0, whole.told)
        // How long it takes at the most: beside other tests the first run may have been slow.
        var (killed, seconds) = (0, whole.seconds)
        for number in 1...Self.kills {
            try? FileManager.default.removeItem(atPath: workplace.path("out/audit.zip"))
            let limit = Double.random(in: 0.01...max(0.02, seconds), using: &noise)
            let outcome = try pack(limit: limit)
            if outcome.wasKilled { killed += 1 } else { seconds = min(seconds, outcome.seconds) }
            try expectNothingPlain("kill \(number), \(limit) s in")
            guard workplace.names(in: "out").contains("audit.zip") else { continue }
            let verdict = try verify()
            #expect(verdict.status == 0, "half a bundle after kill \(number), \(limit) s in: \(verdict.told)")
        }
        #expect(killed > Self.kills / 4, "only \(killed) of \(Self.kills) were killed in time")
        try? FileManager.default.removeItem(atPath: workplace.path("out/audit.zip"))
        #expect(try pack().status == 0)
        #expect(workplace.names(in: "out") == ["audit.zip"], "what the killed ones left is swept")
    }

    @Test func killedWhileVerifying() throws {
        var noise = Noise(seed: 8)
        try #require(try pack().status == 0)
        let whole = try verify()
        try #require(whole.status == 0, whole.told)
        var (killed, seconds) = (0, whole.seconds)
        for number in 1...Self.kills {
            let limit = Double.random(in: 0.01...max(0.02, seconds), using: &noise)
            let outcome = try verify(limit: limit)
            if outcome.wasKilled { killed += 1 } else { seconds = min(seconds, outcome.seconds) }
            try expectNothingPlain("kill \(number), \(limit) s in")
        }
        #expect(killed > Self.kills / 4, "only \(killed) of \(Self.kills) were killed in time")
    }

    /// The limit stands for a full disk: the write that crosses it fails.
    @Test(arguments: [500, 5000]) func noRoom(_ kibibytes: Int) throws {
        let packing = """
            ulimit -f \(kibibytes); exec "$0" -C register pack -o "$1/out/audit.zip" --encrypt --passphrase-file "$1/secret.txt"
            """
        let refused = try workplace.bash(packing, workplace.folder)
        #expect(refused.status == 74, refused.told)
        #expect(
            refused.errors == """
                dossier: error: writing \(workplace.path("out/audit.zip")) failed: file too large
                dossier: hint: make room and try again; nothing was left behind

                """)
        #expect(workplace.names(in: "out").isEmpty)
        try #require(try pack().status == 0)
        let opening = """
            ulimit -f \(kibibytes); TMPDIR="$1/out" exec "$0" verify out/audit.zip --passphrase-file secret.txt
            """
        let unread = try workplace.bash(opening, workplace.folder)
        #expect(unread.status == 74, unread.told)
        #expect(
            unread.errors == """
                dossier: error: writing the decrypted bundle in \(workplace.path("out")) failed: file too large
                dossier: hint: make room and try again; nothing was left behind

                """)
        #expect(workplace.names(in: "out") == ["audit.zip"])
    }
}
