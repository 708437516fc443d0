import ChildProcesses
import Foundation
import Testing

/// A program that is killed at any moment has lost nothing and leaves nothing half done under a final name.
@Suite(.serialized) struct KillTests {
    private static let kills = 50
    private static let smallFiles = (1...5).map { "small-\($0).txt" }

    private let workplace: Workplace

    init() throws {
        workplace = try Workplace()
        try workplace.require(
            "init", "register", "--organization", "Northwind Hosting Ltd", "--standard", "20000-1")
    }

    @Test func killedWhileAdding() throws {
        var noise = Noise(seed: 1)
        try workplace.write(noise.octets(50_000_000), to: "register/big.bin")
        let whole = try add(number: 0, limit: 60)
        try #require(whole.status == 0, whole.told)
        var items = 6
        // How long it takes at the most: beside other tests the first run may have been slow.
        var (killed, seconds) = (0, whole.seconds)
        for number in 1...Self.kills {
            let limit = Double.random(in: 0.001...max(0.02, seconds), using: &noise)
            let outcome = try add(number: number, limit: limit)
            if outcome.wasKilled { killed += 1 } else { seconds = min(seconds, outcome.seconds) }
            let held = try self.items()
            // Everything of one command went in, or nothing did; and what was reported as done is there.
            let expected = outcome.status == 0 ? [items + 6] : [items, items + 6]
            #expect(expected.contains(held), "after kill \(number), \(limit) s in: \(outcome.told)")
            items = held
            try expectCleanJournal("after kill \(number), \(limit) s in")
        }
        #expect(killed > Self.kills / 4, "only \(killed) of \(Self.kills) were killed in time")
        let after = try add(number: Self.kills + 1, limit: 60)
        #expect(after.status == 0, after.told)
        #expect(workplace.names(in: "register/.dossier/vault/incoming").isEmpty, "left by killed processes")
        try expectTrueVault()
        try workplace.require("pack", "-o", "audit.zip", in: "register")
        try workplace.require("verify", "audit.zip", in: "register")
    }

    @Test func killedWhilePacking() throws {
        var noise = Noise(seed: 2)
        try workplace.write(noise.octets(50_000_000), to: "register/big.bin")
        _ = try add(number: 0, limit: 60)
        let whole = try pack(limit: 60)
        try #require(whole.status == 0, whole.told)
        try FileManager.default.removeItem(atPath: workplace.path("register/audit.zip"))
        var (killed, seconds) = (0, whole.seconds)
        for number in 1...Self.kills {
            let limit = Double.random(in: 0.001...max(0.02, seconds), using: &noise)
            let outcome = try pack(limit: limit)
            if outcome.wasKilled { killed += 1 } else { seconds = min(seconds, outcome.seconds) }
            if workplace.names(in: "register").contains("audit.zip") {
                let verdict = try workplace.dossier("verify", "audit.zip", in: "register")
                #expect(
                    verdict.status == 0, "half a bundle after kill \(number), \(limit) s in: \(verdict.told)")
                try FileManager.default.removeItem(atPath: workplace.path("register/audit.zip"))
            } else {
                #expect(outcome.status != 0, "done, but no bundle: \(outcome.told)")
            }
            try expectCleanJournal("after kill \(number), \(limit) s in")
        }
        #expect(killed > Self.kills / 4, "only \(killed) of \(Self.kills) were killed in time")
        let after = try pack(limit: 60)
        #expect(after.status == 0, after.told)
        try workplace.require("verify", "audit.zip", in: "register")
    }

    /// Adds the big file and the small ones, each with a content of its own.
    private func add(number: Int, limit: Double) throws -> ChildProcess.Outcome {
        let big = try FileHandle(forUpdating: URL(fileURLWithPath: workplace.path("register/big.bin")))
        try big.write(contentsOf: Data("\(number)\n".utf8))
        try big.close()
        for name in Self.smallFiles { try workplace.write("\(name) \(number)".utf8, to: "register/" + name) }
        return try workplace.dossier(
            ["add", "big.bin"] + Self.smallFiles + ["--clause", "8.6.1"], in: "register", limit: limit)
    }

    private func pack(limit: Double) throws -> ChildProcess.Outcome {
        try workplace.dossier(["pack", "-o", "audit.zip"], in: "register", limit: limit)
    }

    private func items() throws -> Int {
        let listed = try workplace.dossier("list", "--format", "csv", in: "register")
        try #require(listed.status == 0, listed.told)
        return listed.output.split(whereSeparator: \.isNewline).count - 1
    }

    private func expectCleanJournal(_ comment: Comment) throws {
        let outcome = try workplace.dossier("log", "--verify", in: "register")
        #expect(outcome.status == 0, "\(comment): \(outcome.told)")
    }

    /// Every file of the vault is what its name says, by the system's own sha256sum.
    private func expectTrueVault() throws {
        let script = """
            cd register/.dossier/vault && find . -type f -path './??/*' -printf '%f  %p\\n' | sha256sum --check --quiet
            """
        let outcome = try workplace.bash(script)
        #expect(outcome.status == 0, outcome.told)
    }
}
