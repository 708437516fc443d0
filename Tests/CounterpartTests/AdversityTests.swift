import ChildProcesses
import Foundation
import Testing

/// What goes wrong outside the program is told in one line, with the right exit status, and loses nothing.
@Suite struct AdversityTests {
    private let workplace: Workplace

    init() throws {
        workplace = try Workplace()
        try workplace.makeSampleRegister()
    }

    @Test func registerHeldByAnotherProcess() throws {
        guard Counterpart.python.isThere() else { return }
        try workplace.write("text".utf8, to: "register/note.txt")
        let database = workplace.path("register/.dossier/register.sqlite")
        let mark = workplace.path("held")
        let holder = try Counterpart.python.process(
            [Workplace.root + "/Tests/CounterpartTests/Scripts/hold_lock.py", database, mark],
            in: workplace.folder
        ).start()
        while !FileManager.default.fileExists(atPath: mark) { usleep(10_000) }
        let outcome = try workplace.dossier(
            "add", "note.txt", in: "register", environment: ["DOSSIER_LOCK_WAIT": "0.5"])
        #expect(outcome.status == 75)
        #expect(
            outcome.errors == """
                dossier: error: \(database) is held by another process
                dossier: hint: try again in a moment

                """)
        #expect(outcome.output.isEmpty)
        let reader = try workplace.dossier(
            "status", in: "register", environment: ["DOSSIER_LOCK_WAIT": "0.5"])
        #expect(reader.status == 0, "reading needs no lock: \(reader.told)")
        let waiting = try workplace.process(
            ["add", "note.txt"], in: "register", environment: ["DOSSIER_LOCK_WAIT": "30"]
        ).start()
        usleep(300_000)
        try FileManager.default.removeItem(atPath: mark)
        let patient = waiting.finish()
        #expect(patient.status == 0, "waits until the other is done: \(patient.told)")
        let held = holder.finish()
        #expect(held.status == 0, held.told)
        try expectCleanJournal()
    }

    /// The limit stands for a full disk: the write that crosses it fails.
    @Test(arguments: [1, 100, 300, 1000, 4000])
    func noRoomForAFile(_ kibibytes: Int) throws {
        var noise = Noise(seed: 3)
        try workplace.write(noise.octets(5_000_000), to: "register/big.bin")
        let before = try workplace.dossier("list", "--format", "json", in: "register").output
        let outcome = try limited(kibibytes, "add", "big.bin")
        #expect(outcome.status == 74, outcome.told)
        expectOneClearLine(outcome)
        #expect(try workplace.dossier("list", "--format", "json", in: "register").output == before)
        try expectCleanJournal()
        try workplace.require("add", "big.bin", in: "register")
    }

    @Test func noRoomForABundle() throws {
        let outcome = try limited(64, "pack", "-o", "audit.zip")
        #expect(outcome.status == 74, outcome.told)
        expectOneClearLine(outcome)
        #expect(workplace.names(in: "register") == [".dossier"])
        try expectCleanJournal()
    }

    @Test func noRoomForTheResult() throws {
        let outcome = try workplace.bash("\"$0\" gap > /dev/full", in: "register")
        #expect(outcome.status == 74, outcome.told)
        expectOneClearLine(outcome)
    }

    @Test func readerOfTheResultIsGone() throws {
        let outcome = try workplace.bash(
            "\"$0\" log --format json | true; exit ${PIPESTATUS[0]}", in: "register")
        #expect([0, 74, 128 + SIGPIPE].contains(outcome.status), outcome.told)
        #expect(!outcome.errors.contains("Fatal"), outcome.told)
    }

    @Test func fullDisk() throws {
        guard getuid() == 0 else { return print("skipped: mounting a small disk needs root") }
        var noise = Noise(seed: 4)
        try workplace.write(noise.octets(5_000_000), to: "big.bin")
        let outcome = try workplace.bash(
            """
            mkdir disk && mount -t tmpfs -o size=3m none disk || exit 99
            trap 'cd /; umount '"$PWD/disk" EXIT
            cd disk
            "$0" init --organization Small --standard 20000-1 && "$0" add ../big.bin
            echo "status $?"
            df --output=pcent . | tail -1
            "$0" log --verify && find .dossier/vault -type f
            """)
        if outcome.status == 99 { return print("skipped: no small disk can be mounted here") }
        #expect(outcome.output.hasPrefix("status 74\n"), outcome.told)
        #expect(outcome.errors.contains("no space left on device"), outcome.told)
        #expect(outcome.output.contains("intact: 2 entries"), outcome.told)
        #expect(!outcome.output.contains(".dossier/vault/"), "a half file: \(outcome.told)")
        #expect(outcome.status == 0, outcome.told)
    }

    private func limited(_ kibibytes: Int, _ arguments: String...) throws -> ChildProcess.Outcome {
        let words = arguments.map { "'\($0)'" }.joined(separator: " ")
        return try workplace.bash("ulimit -c 0; ulimit -f \(kibibytes); exec \"$0\" \(words)", in: "register")
    }

    private func expectOneClearLine(
        _ outcome: ChildProcess.Outcome, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let lines = outcome.errors.split(separator: "\n")
        #expect(
            lines.count { $0.hasPrefix("dossier: error: ") } == 1, outcome.told,
            sourceLocation: sourceLocation)
        #expect(lines.allSatisfy { $0.hasPrefix("dossier: ") }, outcome.told, sourceLocation: sourceLocation)
    }

    private func expectCleanJournal(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let outcome = try workplace.dossier("log", "--verify", in: "register")
        #expect(outcome.status == 0, outcome.told, sourceLocation: sourceLocation)
    }
}
