import ChildProcesses
import Foundation
import Testing

/// Reminders are told at least once, whatever happens between the hand-over and the mark, and only once where nothing does.
@Suite struct ReminderAdversityTests {
    private let workplace: Workplace

    init() throws { workplace = try Workplace() }

    /// A register of items that are all due on one day.
    private func makeRegister(items: Int) throws {
        try workplace.require("init", "register", "--organization", "ACME Ltd", "--standard", "20000-1")
        try workplace.write("text".utf8, to: "register/a.md")
        let rows = (1...items).map { "E-\($0),Item \($0),2026-11-30,a.md\n" }.joined()
        try workplace.write(("id,title,review,path\n" + rows).utf8, to: "register/list.csv")
        try workplace.require("import", "list.csv", in: "register")
    }

    private func lines(_ text: String) -> [String] {
        text.split(separator: "\n").filter { $0.hasPrefix("DUE ") }.map(String.init)
    }

    @Test func twoAtOnceTellEachItemOnce() throws {
        try makeRegister(items: 8)
        try FileManager.default.copyItem(atPath: workplace.path("register"), toPath: workplace.path("fresh"))
        for round in 1...20 {
            try FileManager.default.removeItem(atPath: workplace.path("register"))
            try FileManager.default.copyItem(
                atPath: workplace.path("fresh"), toPath: workplace.path("register"))
            // In every second round nobody waits for the other, and the mail program takes its time.
            let isImpatient = round.isMultiple(of: 2)
            let words = isImpatient ? ["remind", "--command", "sleep 0.2; cat >> told"] : ["remind"]
            let both = workplace.process(
                words, in: "register", environment: ["DOSSIER_LOCK_WAIT": isImpatient ? "0" : "30"])
            let one = try both.start()
            let other = try both.start()
            let outcomes = [one.finish(), other.finish()]
            let file = workplace.path("register/told")
            let told =
                outcomes.map(\.output).joined()
                + ((try? String(contentsOfFile: file, encoding: .utf8)) ?? "")
            let told8 = lines(told)
            #expect(Set(told8).count == 8 && told8.count == 8, "round \(round): \(told8.count) lines")
            #expect(outcomes.allSatisfy { [0, 75].contains($0.status) }, "\(outcomes.map(\.told))")
            #expect(outcomes.contains { $0.status == 0 })
        }
        let after = try workplace.dossier("remind", in: "register")
        #expect(after.status == 0, after.told)
    }

    /// The limit stands for a full disk: the write that crosses it fails, after everything was printed.
    @Test func noRoomForTheMark() throws {
        try makeRegister(items: 3000)
        let full = try workplace.bash("ulimit -c 0; ulimit -f 100; exec \"$0\" remind", in: "register")
        #expect(full.status == 74, full.told)
        #expect(lines(full.output).count == 3000)
        #expect(full.errors.hasPrefix("dossier: error: "))
        try expectToldAgain(3000)
    }

    @Test func fullDisk() throws {
        guard getuid() == 0 else { return print("skipped: mounting a small disk needs root") }
        try makeRegister(items: 1000)
        let outcome = try workplace.bash(
            """
            mkdir disk && mount -t tmpfs -o size=4m none disk || exit 99
            trap 'cd /; umount '"$PWD/disk" EXIT
            cp -r register/. disk && cd disk
            "$0" remind --command 'cat > ../told; cat /dev/zero > filler 2> /dev/null; true'
            echo "status $?, told $(grep -c ^DUE ../told)"
            rm filler
            "$0" remind | grep -c ^DUE
            "$0" remind | grep -c ^DUE
            "$0" log --verify | head -1
            """)
        if outcome.status == 99 { return print("skipped: no small disk can be mounted here") }
        #expect(
            outcome.output == """
                status 74, told 1000
                1000
                0
                intact: 2002 entries, every hash holds, a replay gives the same tables

                """, outcome.told)
        #expect(outcome.errors.contains("is full; nothing was changed"), outcome.told)
    }

    @Test func killedBetweenHandOverAndMark() throws {
        try makeRegister(items: 5)
        // The command's parent is the one that watches its time, whose parent is dossier.
        let killed = try workplace.dossier(
            "remind", "--command", "cat > told; kill -9 $(cut -d ' ' -f 4 /proc/$PPID/stat)", in: "register",
            environment: ["PATH": Counterpart.searchPath])
        #expect(killed.status == 128 + SIGKILL, killed.told)
        #expect(
            lines(try String(contentsOfFile: workplace.path("register/told"), encoding: .utf8)).count == 5)
        try expectToldAgain(5)
    }

    @Test func theResultCannotBeWritten() throws {
        try makeRegister(items: 5)
        let full = try workplace.bash("\"$0\" remind > /dev/full", in: "register")
        #expect(full.status == 74, full.told)
        try expectToldAgain(5)
    }

    private func expectToldAgain(_ count: Int, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let again = try workplace.dossier("remind", in: "register")
        #expect(again.status == 0, again.told, sourceLocation: sourceLocation)
        #expect(lines(again.output).count == count, sourceLocation: sourceLocation)
        let silent = try workplace.dossier("remind", in: "register")
        #expect(silent.status == 0 && silent.output + silent.errors == "", sourceLocation: sourceLocation)
        let verdict = try workplace.dossier("log", "--verify", in: "register")
        #expect(verdict.status == 0, verdict.told, sourceLocation: sourceLocation)
    }

    @Test func theZoneDecidesWhichDayIsToday() throws {
        try makeRegister(items: 1)
        for (zone, settings, machine) in [
            ("Pacific/Kiritimati", "time_zone: Pacific/Kiritimati\n", "Etc/GMT+12"),
            ("Etc/GMT+12", "time_zone: Etc/GMT+12\n", "Pacific/Kiritimati"),
            ("Pacific/Kiritimati", "", "Pacific/Kiritimati"), ("Etc/GMT+12", "", "Etc/GMT+12"),
        ] {
            try workplace.write(settings.utf8, to: "register/.dossier/config.yaml")
            let outcome = try workplace.bash(
                """
                before=$(TZ=\(zone) date +%F)
                TZ=\(machine) "$0" due --format json | grep -o '"day" : .*'
                echo "$before $(TZ=\(zone) date +%F)"
                """, in: "register", environment: ["DOSSIER_TODAY": ""])
            let lines = outcome.output.split(separator: "\n")
            try #require(lines.count == 2, outcome.told)
            let day = lines[0].filter { $0.isNumber || $0 == "-" }
            #expect(lines[1].contains(day), "\(zone): \(outcome.told)")
        }
    }
}
