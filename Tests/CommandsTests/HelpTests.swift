import ArgumentParser
import Foundation
import Testing

@testable import Commands

@Suite("Help")
struct HelpTests {
    static let commands: [[String]] =
        CommandNames.top.filter {
            !["standard", "soa", "certificate", "audit", "finding", "cycle", "profile", "bundle"].contains($0)
        }.map {
            [$0]
        }
        + ["list", "show", "compare", "add", "migrate"].map { ["standard", $0] }
        + ["show", "exclude", "include", "assign", "diff"].map { ["soa", $0] }
        + ["add", "edit", "record", "retract", "show", "list"].map { ["certificate", $0] }
        + ["plan", "record", "edit", "cancel", "list", "show", "coverage"].map { ["audit", $0] }
        + [
            "raise", "list", "show", "correct", "cause", "act", "verify-effect", "close", "reopen",
        ].map { ["finding", $0] }
        + ["show", "explain", "forecast", "integrate", "plan"].map { ["cycle", $0] }
        + ["list", "show", "check"].map { ["profile", $0] }
        + ["id", "attach-timestamp", "profile"].map { ["bundle", $0] }

    @Test("every command shows examples and its exit statuses", arguments: commands)
    func sections(command: [String]) throws {
        let answer = try Desk().run(command + ["--help"])
        answer.expect(err: "")
        #expect(answer.out.contains("\nEXAMPLES\n  dossier \(command.joined(separator: " "))"))
        #expect(answer.out.contains("\nEXIT STATUS\n  0  done"))
        for line in answer.out.split(separator: "\n") where !line.hasPrefix("USAGE") {
            #expect(line.count <= 80, "\(line)")
        }
    }

    @Test("every example is a command line that parses", arguments: commands)
    func examples(command: [String]) throws {
        let help = try Desk().run(command + ["--help"]).out
        let examples = help.split(separator: "\n").filter { $0.hasPrefix("  dossier ") }
        #expect(!examples.isEmpty)
        for example in examples { _ = try Dossier.parseAsRoot(words(example.dropFirst("  dossier ".count))) }
    }

    /// Splits at blanks outside of quotes.
    private func words(_ line: Substring) -> [String] {
        var words: [String] = [""]
        var quoted = false
        for character in line {
            switch character {
            case "\"": quoted.toggle()
            case " " where !quoted: words.append("")
            default: words[words.count - 1].append(character)
            }
        }
        return words.filter { !$0.isEmpty }
    }

    @Test(
        "topics",
        arguments: [
            ("formats", "MASTER LIST"), ("kinds", "access-review"), ("exit-codes", "75  another process"),
        ])
    func topics(name: String, part: String) throws {
        let answer = try Desk().run("help", name)
        answer.expect(err: "")
        #expect(answer.out.contains(part))
    }

    @Test("help, help of a command, version and nothing at all are results")
    func results() throws {
        let desk = try Desk()
        desk.run("--version").expect(out: "\(Dossier.version)\n", err: "")
        #expect(desk.run("help", "gap").out == desk.run("gap", "--help").out)
        #expect(desk.run().out.contains("CATALOGUE SUBCOMMANDS:"))
        #expect(desk.run("--generate-completion-script", "bash").out.contains("dossier"))
    }

    @Test("the README's first hour, command by command")
    func readme() throws {
        let desk = try Desk()
        for file in ["procedures/incident.docx", "procedures/incident-v3.docx", "kpi/kpi-2026-10.csv"] {
            try desk.write(file, "content of \(file)")
        }
        try desk.write("documents/backup policy.md", "# Backup policy\n")
        chmod(try desk.write("passphrase.txt", "correct horse battery staple\n"), 0o600)
        try desk.write("register.csv", "id,title,path\nPOL-001,Policy,procedures/incident.docx\n")
        let readme = try String(contentsOfFile: repository + "/README.md", encoding: .utf8)
        let commands = readme.split(separator: "\n").filter { $0.hasPrefix("dossier ") }
        #expect(commands.count > 15)
        for command in commands {
            let arguments = words(command.split(separator: "#")[0].dropFirst("dossier ".count))
            let answer = desk.run(arguments)
            // Files that were added on the way are not released: the check finds that.
            let expected: Int32 = arguments.prefix(2) == ["check", "--severity"] ? 1 : 0
            #expect(answer.status == expected, "\(command)\n\(answer.err)")
        }
    }

    @Test(
        "global options may stand before the command",
        arguments: [
            (["-C", "d", "gap"], ["gap", "-C", "d"]),
            (["-q", "standard", "list"], ["standard", "list", "-q"]),
            (
                ["--today", "2026-01-01", "-C", "d", "add", "--", "-x"],
                ["add", "--today", "2026-01-01", "-C", "d", "--", "-x"]
            ),
            (["-C"], ["-C"]), ([], []), (["gap", "-C", "d"], ["gap", "-C", "d"]),
        ])
    func leading(typed: [String], parsed: [String]) { #expect(GlobalOptions.behindCommand(typed) == parsed) }
}
