import Foundation
import Testing

@testable import Commands

@Suite("Encrypted bundles from the command line")
struct EncryptedBundleTests {
    static let secret = "correct horse battery staple"

    private let desk: Desk

    init() throws {
        desk = try Desk.withRegister()
        try desk.write("procedure.md", "procedure\n")
        desk.run("add", "procedure.md", "--id", "PRO-1", "--kind", "procedure", "--clause", "8.6.1").expect()
        try secretFile("secret.txt", Self.secret + "\n")
    }

    @discardableResult
    private func secretFile(_ name: String, _ text: String, mode: mode_t = 0o600) throws -> String {
        let path = try desk.write(name, text)
        #expect(chmod(path, mode) == 0)
        return path
    }

    /// Runs a command line with the file of the passphrase.
    private func open(_ arguments: String...) -> Desk.Answer {
        desk.run(arguments + ["--passphrase-file", "secret.txt"])
    }

    /// What was said, with the sizes and identifiers that differ from release to release left open.
    private func settled(_ text: String) -> String {
        text.replacing(/[0-9a-f]{64}/, with: "{id}").replacing(
            /([0-9a-f]{4} ){3}[0-9a-f]{4}/, with: "{spoken}"
        )
        .replacing(/[0-9.]+ kB packed/, with: "{size} packed")
    }

    /// Every file on the desk, with its content.
    private func files() throws -> [String: [UInt8]] {
        let names = FileManager.default.enumerator(atPath: desk.path)?.compactMap { $0 as? String } ?? []
        return Dictionary(
            uniqueKeysWithValues: names.compactMap { name in
                FileManager.default.contents(atPath: desk.path + "/" + name).map { (name, [UInt8]($0)) }
            })
    }

    private var bundleNames: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: desk.path).filter { $0 != ".dossier" }
                .sorted()
        }
    }

    @Test("pack, verify, inspect, unpack with a passphrase from a file")
    func life() throws {
        let packed = open("pack", "--encrypt", "-o", "b.zip")
        packed.expect(err: "Next: dossier verify b.zip\n")
        #expect(
            settled(packed.out) == """
                b.zip  1 evidence file, 10 bytes, {size} packed
                  bundle id  {spoken}  (say this to the auditor)
                             {id}
                  encrypted  AES-256; names and contents are told to nobody without the passphrase
                  not ready  clauses: 61 missing, 1 partial; listed on the first page

                """)
        #expect(try bundleNames == ["b.zip", "procedure.md", "secret.txt"])
        let verified = open("verify", "b.zip")
        verified.expect(err: "")
        desk.run("pack", "-o", "plain/b.zip").expect(73)
        try desk.write("plain/x", "")
        desk.run("pack", "-o", "plain/b.zip").expect()
        desk.run("verify", "plain/b.zip").expect(out: verified.out)
        let json = open("verify", "b.zip", "--format", "json")
        json.expect(out: desk.run("verify", "plain/b.zip", "--format", "json").out, err: "")
        let inspected = open("inspect", "b.zip", "--format", "json")
        inspected.expect(out: desk.run("inspect", "plain/b.zip", "--format", "json").out)
        open("unpack", "b.zip", "out").expect(
            out: verified.out, err: "Unpacked to out/b. Open out/b/data/index.html in a browser.\n")
        desk.run("verify", "out/b").expect(out: verified.out)
        for answer in [packed, verified, json, inspected] {
            #expect(!(answer.out + answer.err).contains("horse"))
        }
    }

    @Test("the passphrase is in no file but its own")
    func secretStaysWhereItIs() throws {
        open("pack", "--encrypt", "-o", "b.zip").expect()
        open("unpack", "b.zip").expect()
        for (name, content) in try files() where name != "secret.txt" {
            #expect(content.firstRange(of: Array(Self.secret.utf8)) == nil, "\(name)")
        }
        #expect(!desk.run("log", "--format", "json").out.contains("horse"))
    }

    @Test("without a passphrase one is drawn and shown once, on the terminal")
    func drawn() throws {
        let person = TypedPassphrase()
        let packed = desk.run(["pack", "--encrypt", "-o", "b.zip"], terminal: person.terminal)
        packed.expect(err: "Next: dossier verify b.zip\n")
        let line = try #require(person.shown.firstMatch(of: /Passphrase: ([a-z2-9-]{29})\n/))
        let secret = String(line.output.1)
        #expect(
            person.shown == """
                Passphrase: \(secret)
                It is shown this once. Keep it apart from the bundle: tell it by telephone.

                """)
        #expect(!packed.out.contains(secret))
        for (name, content) in try files() {
            #expect(content.firstRange(of: Array(secret.utf8)) == nil, "\(name)")
        }
        let auditor = TypedPassphrase(secret)
        let verified = desk.run(["verify", "b.zip"], terminal: auditor.terminal)
        verified.expect(err: "")
        #expect(auditor.shown == "Passphrase of b.zip: \n")
        #expect(!verified.out.contains(secret))
        desk.run(["unpack", "b.zip", "out"], terminal: TypedPassphrase(secret).terminal).expect()
        desk.run(["inspect", "b.zip"], terminal: TypedPassphrase(secret).terminal).expect()
    }

    @Test("what fails shows no passphrase, since nothing is closed with it")
    func drawnInVain() throws {
        let person = TypedPassphrase()
        desk.run(["pack", "--encrypt", "-o", "none/b.zip"], terminal: person.terminal).expect(73)
        desk.run(["pack", "--encrypt", "--dry-run"], terminal: person.terminal).expect()
        #expect(person.shown == "")
    }

    @Test("without a terminal nothing is drawn and nobody is asked")
    func noTerminal() throws {
        desk.run("pack", "--encrypt", "-o", "b.zip").expect(
            64, out: "",
            err: """
                dossier: error: there is no terminal to show a passphrase on
                dossier: hint: dossier pack --encrypt --passphrase-file FILE

                """)
        open("pack", "--encrypt", "-o", "b.zip").expect()
        for command in ["verify", "inspect", "unpack"] {
            desk.run(command, "b.zip").expect(
                64, out: "",
                err: """
                    dossier: error: {desk}/b.zip is encrypted, and there is no terminal to ask for the passphrase
                    dossier: hint: dossier verify BUNDLE --passphrase-file FILE

                    """)
        }
        #expect(try bundleNames == ["b.zip", "procedure.md", "secret.txt"])
    }

    @Test("a wrong passphrase is told, and nothing is unpacked")
    func wrong() throws {
        open("pack", "--encrypt", "-o", "b.zip").expect()
        let expected = """
            dossier: error: {desk}/b.zip does not open with this passphrase
            dossier: hint: ask for it where the bundle came from; capitals, blanks and hyphens count

            """
        for command in ["verify", "inspect", "unpack"] {
            desk.run([command, "b.zip"], terminal: TypedPassphrase("Correct horse battery staple").terminal)
                .expect(65, out: "", err: expected)
        }
        desk.run(["verify", "b.zip"], terminal: TypedPassphrase(nil).terminal).expect(
            65, out: "", err: "dossier: error: the passphrase from the terminal is empty\n")
        #expect(try bundleNames == ["b.zip", "procedure.md", "secret.txt"])
    }

    @Test("what was altered on the way is refused")
    func altered() throws {
        open("pack", "--encrypt", "-o", "b.zip").expect()
        var octets = try Data(contentsOf: URL(fileURLWithPath: desk.path + "/b.zip"))
        octets[octets.count / 2] ^= 1
        try octets.write(to: URL(fileURLWithPath: desk.path + "/b.zip"))
        let report = """
            error: archive-damaged: was altered after it was encrypted: its authentication code is wrong
            not valid: 1 error; 0 files looked at

            """
        open("verify", "b.zip").expect(1, out: report, err: "")
        open("unpack", "b.zip", "out").expect(1, out: report, err: "Nothing was unpacked.\n")
        open("inspect", "b.zip").expect(
            65, out: "",
            err: """
                dossier: error: {desk}/b.zip is damaged: was altered after it was encrypted: its authentication code is wrong

                """)
        #expect(try bundleNames == ["b.zip", "procedure.md", "secret.txt"])
    }

    @Test("--dry-run says that it would be encrypted, and reads no passphrase")
    func dryRun() throws {
        desk.run("pack", "--encrypt", "--passphrase-file", "none", "-o", "b.zip", "--dry-run").expect(
            out: """
                b.zip would hold 1 evidence file, 10 bytes
                  evidence   1 item, 1 with files in it: 1 procedure
                  status     62 clauses: 1 partial, 61 missing
                  absent     0 revisions
                  encrypted  AES-256; names and contents are told to nobody without the passphrase
                  not ready  clauses: 61 missing, 1 partial; listed on the first page

                """, err: "Nothing was written.\n")
    }

    static let contradictions: [([String], String)] = [
        (
            ["pack", "--encrypt", "--passphrase-file", "a", "--passphrase-fd", "3"],
            "say either --passphrase-file or --passphrase-fd"
        ),
        (
            ["verify", "b.zip", "--passphrase-file", "a", "--passphrase-fd", "3"],
            "say either --passphrase-file or --passphrase-fd"
        ),
        (
            ["pack", "--passphrase-file", "secret.txt"],
            "--passphrase-file and --passphrase-fd go with --encrypt"
        ),
        (["pack", "--encrypt", "-o", "b.tar.gz"], "--encrypt goes with a ZIP"),
        (["unpack", "b.zip", "--passphrase-fd=-1"], "--passphrase-fd is 0 or more"),
    ]

    @Test("options that contradict each other", arguments: contradictions)
    func contradiction(arguments: [String], message: String) {
        desk.run(arguments).expect(
            64, out: "",
            err: "dossier: error: \(message)\ndossier: hint: dossier \(arguments[0]) --help\n")
    }

    static let unusable: [(String, mode_t, Int32, String)] = [
        ("", 0o600, 65, "error: the passphrase from p.txt is empty\n"),
        ("\nsecond line of text\n", 0o600, 65, "error: the passphrase from p.txt is empty\n"),
        (
            "elevenchars\n", 0o600, 65,
            """
            error: the passphrase from p.txt is too easily guessed: fewer than 12 characters
            dossier: hint: dossier pack --encrypt makes a good one where none is given

            """
        ),
        (
            String(repeating: "x", count: 100), 0o600, 65,
            "error: the passphrase from p.txt is longer than 99 octets, which not every program can read\n"
        ),
        (
            String(repeating: "x", count: 5000), 0o600, 65,
            "error: the passphrase from p.txt is longer than 99 octets, which not every program can read\n"
        ),
        (
            "twelve\tcharacters\n", 0o600, 65,
            "error: the passphrase from p.txt holds a control character\n"
        ),
        (
            "twelve characters\n", 0o640, 77,
            """
            error: p.txt can be read by others, and holds a passphrase
            dossier: hint: chmod 600 p.txt

            """
        ),
    ]

    @Test("files that hold no passphrase to encrypt with", arguments: unusable)
    func refused(text: String, mode: mode_t, status: Int32, message: String) throws {
        try secretFile("p.txt", text, mode: mode)
        desk.run("pack", "--encrypt", "--passphrase-file", "p.txt", "-o", "b.zip").expect(
            status, out: "", err: "dossier: " + message)
        #expect(try bundleNames == ["p.txt", "procedure.md", "secret.txt"])
    }

    @Test("a file that is not there, and a descriptor that is not open")
    func missing() {
        desk.run("pack", "--encrypt", "--passphrase-file", "none").expect(
            66, out: "", err: "dossier: error: cannot read none: no such file or directory\n")
        desk.run("pack", "--encrypt", "--passphrase-fd", "98765").expect(
            66, out: "",
            err: "dossier: error: cannot read the passphrase from descriptor 98765: bad file descriptor\n")
    }

    @Test("one passphrase, however its line ends and wherever it comes from")
    func lines() throws {
        open("pack", "--encrypt", "-o", "b.zip").expect()
        for text in [Self.secret, Self.secret + "\r\n", "\u{FEFF}\(Self.secret)\nand a second line"] {
            try secretFile("p.txt", text)
            desk.run("verify", "b.zip", "--passphrase-file", "p.txt").expect()
        }
        let pipe = Pipe()
        try pipe.fileHandleForWriting.write(contentsOf: Data("\(Self.secret)\nrest".utf8))
        try pipe.fileHandleForWriting.close()
        let descriptor = pipe.fileHandleForReading.fileDescriptor
        desk.run("verify", "b.zip", "--passphrase-fd", "\(descriptor)").expect()
        #expect(try pipe.fileHandleForReading.readToEnd() == Data("rest".utf8))
    }

    @Test("characters beyond ASCII are a warning, and open what they closed")
    func umlauts() throws {
        try secretFile("p.txt", "Bätterie-Klammer\n")
        desk.run("pack", "--encrypt", "--passphrase-file", "p.txt", "-o", "b.zip").expect(
            err: """
                dossier: warning: not every program reads characters beyond ASCII in a passphrase as dossier does
                Next: dossier verify b.zip

                """)
        desk.run("verify", "b.zip", "--passphrase-file", "p.txt").expect(err: "")
    }

    @Test("a plain bundle asks for nothing")
    func plain() throws {
        desk.run("pack", "-o", "b.zip").expect()
        let person = TypedPassphrase("never typed")
        desk.run(["verify", "b.zip"], terminal: person.terminal).expect()
        #expect(person.shown == "")
        desk.run("verify", "b.zip", "--passphrase-file", "none").expect()
    }

    static let completions = [
        ("bash", "'--passphrase-file')\n        __dossier_add_completions -f\n"),
        ("zsh", "that only you may read.]:file:_files'\n"), ("fish", "that only you may read.' -rF\n"),
    ]

    @Test("shells complete the name of the file", arguments: completions)
    func completion(shell: String, part: String) {
        #expect(desk.run("--generate-completion-script", shell).out.contains(part))
    }
}
