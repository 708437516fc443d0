import ChildProcesses
import Foundation
import Testing

/// What runs reminders every day, as the schedulers of this machine read it, for a folder with a fighting name.
@Suite struct ReminderTimerTests {
    private static let folder = "it's a \"register\" of 100% $HOME"

    private let workplace: Workplace

    init() throws {
        workplace = try Workplace()
        try workplace.require(
            "init", Self.folder, "--organization", "100% $HOME \"Ltd\"; [Service]", "--standard", "20000-1")
        try workplace.write("text".utf8, to: Self.folder + "/a.md")
        try workplace.require(
            "add", "a.md", "--id", "A-1", "--title", "A", "--review", "2026-11-30", in: Self.folder)
    }

    private static let line = "DUE 8d  2026-11-30  +8d  A-1  review  A\n"

    @Test func systemdTakesTheUnits() throws {
        guard Counterpart.systemdAnalyze.isThere() else { return }
        let printed = try workplace.require(
            "remind", "--print-timer", "systemd", "--format", "mail", "--command",
            "msmtp -C \"$HOME/my rc\" -t; echo 100%", in: Self.folder
        ).output
        let units = printed.split(separator: "# /etc/systemd/system/")
        #expect(units.count == 2)
        let names = try units.map { unit in
            let name = String(unit.prefix { $0 != "\n" })
            try workplace.write(unit.dropFirst(name.count + 1).utf8, to: name)
            return name
        }
        let outcome = try Counterpart.systemdAnalyze.run(
            ["verify", "--man=no"] + names, in: workplace.folder)
        // It looks at the units of this machine too, and unknown words are but a remark to it.
        let ours = outcome.errors.split(separator: "\n").filter { $0.contains("dossier") }
        #expect(ours.isEmpty && outcome.status == 0, outcome.told)
        let service = try String(contentsOfFile: workplace.path("dossier-remind.service"), encoding: .utf8)
        #expect(
            service.contains(
                "\nReadWritePaths=\"\(workplace.folder)/it's a \\\"register\\\" of 100%% $HOME/.dossier\"\n"))
        #expect(
            service.contains(
                "of 100%% $$HOME\" remind --format mail --command \"msmtp -C \\\"$$HOME/my rc\\\" -t; echo 100%%\"\n"
            ))
    }

    @Test func theShellOfCronRunsTheLine() throws {
        let printed = try workplace.require(
            "remind", "--print-timer", "cron", "--command", "cat > \"$DOSSIER_TEST/told 100%\"",
            in: Self.folder
        ).output
        let line = try #require(printed.split(separator: "\n").last)
        let fields = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
        #expect(fields.prefix(5).joined(separator: " ") == "30 7 * * 1-5")
        // Cron makes a line break of a percent sign, unless a backslash stands before it.
        #expect(!line.contains(/[^\\]%/))
        let command = String(try #require(fields.last)).replacing("\\%", with: "%")
        let checked = try workplace.bash("/bin/sh -n -c \"$1\"", command)
        #expect(checked.status == 0 && checked.errors.isEmpty, checked.told)
        let outcome = try workplace.bash(
            "/bin/sh -c \"$1\"", command, environment: ["DOSSIER_TEST": workplace.folder])
        #expect(outcome.status == 0 && outcome.output + outcome.errors == "", outcome.told)
        #expect(try String(contentsOfFile: workplace.path("told 100%"), encoding: .utf8) == Self.line)
    }

    @Test func everyTimerNamesThisProgram() throws {
        for kind in ["systemd", "cron", "schtasks"] {
            let printed = try workplace.require("remind", "--print-timer", kind, in: Self.folder).output
            let program = URL(fileURLWithPath: Workplace.program).resolvingSymlinksInPath().path
            #expect(printed.contains(program), "\(kind): \(printed)")
        }
    }
}
