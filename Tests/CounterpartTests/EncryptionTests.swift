import ChildProcesses
import Foundation
import Testing

/// Encrypted bundles between our program, 7-Zip, a terminal and an end that comes too early.
@Suite struct EncryptionTests {
    static let secret = "correct horse battery staple"

    private let workplace: Workplace

    init() throws {
        workplace = try Workplace()
        try workplace.makeSampleRegister()
        try writeSecret(Self.secret, to: "secret.txt")
    }

    private func writeSecret(_ text: String, to name: String) throws {
        try workplace.write((text + "\n").utf8, to: name)
        #expect(chmod(workplace.path(name), 0o600) == 0)
    }

    private func pack(_ name: String = "audit.zip", secret: String = "secret.txt") throws {
        try workplace.require(
            "-C", "register", "pack", "-o", workplace.path(name), "--encrypt", "--passphrase-file",
            workplace.path(secret), in: "")
    }

    /// Leading and trailing blanks would count as well.
    @Test(
        "7-Zip opens what we encrypt",
        arguments: [secret, "Bätterie-Klammer", "k7mq-x2da-9hsn-bb4e-w3tc-ypz8"])
    func sevenZipOpensOurs(passphrase: String) throws {
        guard Counterpart.sevenZip.isThere() else { return }
        try writeSecret(passphrase, to: "p.txt")
        try pack(secret: "p.txt")
        let tested = try Counterpart.sevenZip.run(
            ["t", "-p\(passphrase)", "audit.zip"], in: workplace.folder)
        #expect(tested.status == 0 && tested.output.contains("Everything is Ok"), tested.told)
        #expect(!tested.output.contains("WARNING"), tested.told)
        let refused = try Counterpart.sevenZip.run(
            ["t", "-p\(passphrase)x", "audit.zip"], in: workplace.folder)
        #expect(refused.status == 2, refused.told)
        let outcome = try Counterpart.sevenZip.run(
            ["x", "-p\(passphrase)", "-oopened", "audit.zip"], in: workplace.folder)
        #expect(outcome.status == 0, outcome.told)
        #expect(workplace.names(in: "opened") == ["evidence-bundle.zip"])
        let ours = try workplace.require("verify", "audit.zip", "--passphrase-file", "p.txt")
        let theirs = try workplace.require("verify", "opened/evidence-bundle.zip")
        #expect(theirs.output == ours.output)
    }

    @Test("7-Zip finds a bit that was flipped, as we do")
    func sevenZipFindsWhatWasAltered() throws {
        guard Counterpart.sevenZip.isThere() else { return }
        try pack()
        var octets = try Data(contentsOf: URL(fileURLWithPath: workplace.path("audit.zip")))
        octets[octets.count / 2] ^= 1
        try workplace.write(octets, to: "audit.zip")
        let theirs = try Counterpart.sevenZip.run(
            ["t", "-p\(Self.secret)", "audit.zip"], in: workplace.folder)
        #expect(theirs.status == 2, theirs.told)
        #expect(try verify("audit.zip").status == 1)
    }

    static let forms: [([String], Int32)] = [
        (["-mem=AES256", "-mx=0"], 0), (["-mem=AES256", "-mx=5"], 1), (["-mem=AES128", "-mx=0"], 1),
        (["-mem=AES192", "-mx=0"], 1), (["-mem=ZipCrypto", "-mx=0"], 1),
    ]

    @Test("of what 7-Zip encrypts we open one form and refuse the rest", arguments: forms)
    func oursOpensThatOfSevenZip(options: [String], status: Int32) throws {
        guard Counterpart.sevenZip.isThere() else { return }
        try workplace.require("pack", "-o", workplace.path("audit.zip"), in: "register")
        let plain = try workplace.require("verify", "audit.zip").output
        let made = try Counterpart.sevenZip.run(
            ["a", "-tzip"] + options + ["-p\(Self.secret)", "theirs.zip", "audit.zip"], in: workplace.folder)
        try #require(made.status == 0, made.told)
        let verdict = try verify("theirs.zip")
        #expect(verdict.status == status, verdict.told)
        if status == 0 {
            #expect(verdict.output == plain)
        } else {
            #expect(
                verdict.output == """
                    error: entry-encrypted audit.zip: encrypted; what is opened is one archive, stored with AES-256
                    not valid: 1 error; 0 files looked at

                    """)
        }
    }

    private func verify(_ name: String) throws -> ChildProcess.Outcome {
        try workplace.dossier("verify", name, "--passphrase-file", "secret.txt")
    }

    @Test("the passphrase comes through a descriptor of the shell, and goes nowhere else")
    func descriptor() throws {
        let script = """
            "$0" -C register pack -o ../audit.zip --encrypt --passphrase-fd 3 3<secret.txt &&
            "$0" verify audit.zip --passphrase-fd 0 <secret.txt && "$0" -C register log && grep -rl "$1" .
            """
        let outcome = try workplace.bash(script, Self.secret)
        #expect(outcome.status == 0, outcome.told)
        #expect(outcome.output.hasSuffix("\n./secret.txt\n"), outcome.told)
        #expect(!(outcome.output + outcome.errors).contains(Self.secret))
    }

    private func atTerminal(_ typed: String, _ arguments: String...) throws -> ChildProcess.Outcome {
        try Counterpart.script(
            "at_terminal.py", [typed, Workplace.program] + arguments, in: workplace.folder)
    }

    @Test("a terminal is asked without showing what is typed")
    func asked() throws {
        guard Counterpart.python.isThere() else { return }
        try pack()
        let outcome = try atTerminal(Self.secret, "verify", "audit.zip")
        #expect(outcome.status == 0, outcome.told)
        #expect(outcome.output.hasPrefix("valid: "))
        #expect(
            outcome.output.hasSuffix(
                """
                shown: 'Passphrase of audit.zip: \\r\\n'
                hidden while typing: True
                shows typing afterwards: True

                """), outcome.told)
    }

    @Test("Ctrl-C at the question leaves a terminal that shows what is typed, and no file")
    func interrupted() throws {
        guard Counterpart.python.isThere() else { return }
        try pack()
        let before = workplace.names(in: "")
        let outcome = try atTerminal("^C", "unpack", "audit.zip", "opened")
        #expect(outcome.status == 128 + SIGINT, outcome.told)
        #expect(
            outcome.output.contains("hidden while typing: True\nshows typing afterwards: True\n"),
            outcome.told)
        #expect(workplace.names(in: "opened").isEmpty)
        #expect(workplace.names(in: "").filter { $0 != "opened" } == before)
    }

    @Test("a drawn passphrase is shown on the terminal, past both streams")
    func drawn() throws {
        guard Counterpart.python.isThere() else { return }
        let outcome = try atTerminal(
            "", "-C", "register", "pack", "-o", workplace.path("audit.zip"), "--encrypt")
        #expect(outcome.status == 0, outcome.told)
        let shown = try #require(
            outcome.output.firstMatch(of: /\nshown: 'Passphrase: ([a-z2-9-]{29})\\r\\n/), outcome.told)
        let secret = String(shown.output.1)
        #expect((outcome.output + outcome.errors).ranges(of: secret).count == 1, outcome.told)
        try writeSecret(secret, to: "secret.txt")
        #expect(try verify("audit.zip").status == 0)
    }
}
