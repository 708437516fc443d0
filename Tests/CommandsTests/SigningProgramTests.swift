import Foundation
import Testing

/// What dossier makes of ssh-keygen and ssh-add; programs of the tests stand in for them. The real ones are run by
/// CounterpartTests.
@Suite("Programs that sign and check")
struct SigningProgramTests {
    /// Writes the sample where the real program would write the signature, and keeps what it was asked.
    private static let signing = """
        echo "$@" > asked
        for last; do :; done
        while read -r line; do printf '%s\\n' "$line"; done < sample.sig > "$last.sig"
        """

    private func desk() throws -> Desk {
        let desk = try Desk.withBundle()
        try desk.write("sample.sig", ECDSASample.signature)
        try desk.write("key", "no key, only a file\n")
        return desk
    }

    /// The scripts write where they are told to, so they must know the desk.
    private func scripts(_ desk: Desk, _ keygen: String, _ add: String = "exit 1") -> [String: String] {
        let place = "cd '\(desk.path)'\n"
        return ["ssh-keygen": place + keygen, "ssh-add": place + add]
    }

    @Test("pack --sign with a file of a key: in the bundle, and beside it")
    func file() async throws {
        let desk = try desk()
        let environment = try desk.withPrograms(scripts(desk, Self.signing))
        let answer = await desk.runAlone("pack", "--sign", "key", "-o", "c.zip", environment: environment)
        answer.expect(err: "Next: dossier verify c.zip\n")
        #expect(
            answer.out.contains(
                "\n  signed     \(ECDSASample.key); the signature is also in c.tagmanifest-sha256.txt.sig\n"))
        let asked = try String(contentsOfFile: desk.path + "/asked", encoding: .utf8)
        #expect(
            asked.replacing(desk.path, with: "{desk}").replacing(/dossier-[0-9a-f]+\//, with: "{scratch}/")
                == "-q -Y sign -n dossier-bundle -f {desk}/key {desk}/{scratch}/tagmanifest-sha256.txt\n")
        let beside = try String(contentsOfFile: desk.path + "/c.tagmanifest-sha256.txt.sig", encoding: .utf8)
        #expect(beside == ECDSASample.signature)
        #expect(desk.run("inspect", "c.zip", "--format", "csv").out.contains("tagmanifest-sha256.txt.sig,"))
        #expect(
            desk.run("unpack", "c.zip").out.contains(
                "\nsignature  not checked (\(ECDSASample.key)); dossier verify checks it\n"))
        #expect(try leftovers(desk).isEmpty)
    }

    @Test("pack --sign agent: the first key of the agent")
    func agent() async throws {
        let desk = try desk()
        let keep =
            "while [ $# -gt 0 ]; do [ \"$1\" = -f ] && read -r line < \"$2\" && echo \"$line\" > used; shift; done"
        let environment = try desk.withPrograms(
            scripts(desk, Self.signing + "\n" + keep, "echo ssh-ed25519 AAAA first; echo ssh-rsa BBBB second")
        )
        await desk.runAlone("pack", "--sign", "agent", "-o", "c.zip", environment: environment).expect()
        #expect(
            try String(contentsOfFile: desk.path + "/used", encoding: .utf8) == "ssh-ed25519 AAAA first\n")
    }

    @Test(
        "where nothing was signed nothing is left",
        arguments: [
            (
                "key", "echo 'Load key: incorrect passphrase' >&2; echo more >&2; exit 255", 65,
                "the bundle was not signed: Load key: incorrect passphrase",
                "nothing was packed; without --sign the bundle is packed unsigned"
            ),
            (
                "key", "exit 0", 65, "the bundle was not signed: ssh-keygen ended with 0",
                "nothing was packed; without --sign the bundle is packed unsigned"
            ),
            (
                "key", "for last; do :; done; echo nonsense > \"$last.sig\"", 65,
                "the bundle was not signed: not an armored SSH signature", "nothing was packed"
            ),
            (
                "none", "exit 0", 66, "there is no key none",
                "pack --sign agent, or make a key: ssh-keygen -t ed25519 -f none"
            ),
            (
                "agent", "exit 0", 65, "the agent has no key: The agent has no identities.",
                "ssh-add, or name a file: pack --sign ~/.ssh/id_ed25519"
            ),
        ] as [(String, String, Int32, String, String)])
    func failed(key: String, script: String, status: Int32, message: String, hint: String) async throws {
        let desk = try desk()
        let environment = try desk.withPrograms(
            scripts(desk, script, "echo 'The agent has no identities.' >&2; exit 1"))
        await desk.runAlone("pack", "--sign", key, "-o", "c.zip", environment: environment).expect(
            status, out: "", err: "dossier: error: \(message)\ndossier: hint: \(hint)\n")
        #expect(try leftovers(desk).isEmpty)
        #expect(try !names(desk).contains { $0.hasPrefix("c.") })
    }

    @Test("without the program: 69, and how to get it")
    func missing() throws {
        let desk = try desk()
        let nowhere = ["PATH": desk.path]
        desk.run("pack", "--sign", "key", "-o", "c.zip", environment: nowhere).expect(
            69, out: "",
            err: """
                dossier: error: ssh-keygen is needed to sign, and was not found
                dossier: hint: apt install openssh-client

                """)
        #expect(try !names(desk).contains { $0.hasPrefix("c.") })
        try desk.write("b/tagmanifest-sha256.txt.sig", ECDSASample.signature)
        desk.run("verify", "b", environment: nowhere).expect(
            69, out: "",
            err: """
                dossier: error: ssh-keygen is needed to check a signature by ECDSA, and was not found
                dossier: hint: apt install openssh-client

                """)
        #expect(desk.run("verify", "b.zip", environment: nowhere).status == 0)
    }

    @Test("an existing signature beside the archive is kept")
    func beside() async throws {
        let desk = try desk()
        let environment = try desk.withPrograms(scripts(desk, Self.signing))
        try desk.write("c.tagmanifest-sha256.txt.sig", "old")
        await desk.runAlone("pack", "--sign", "key", "-o", "c.zip", environment: environment).expect(
            73, out: "",
            err: """
                dossier: error: c.tagmanifest-sha256.txt.sig already exists
                dossier: hint: choose another name, or replace it with --overwrite

                """)
        await desk.runAlone("pack", "--sign", "key", "-o", "c.zip", "--overwrite", environment: environment)
            .expect()
    }

    @Test(
        "keys that this process does not check are checked by ssh-keygen",
        arguments: [
            ("exit 0", ["signers"], 0, "signed by qm@example.com (KEY)"),
            (
                "exit 0", ["others"], 1,
                "signed by an unknown key (KEY); who packed it is not proven: not in others"
            ),
            ("exit 0", [], 0, "signed by an unknown key (KEY); who packed it is not proven"),
            (
                "[ $2 = check-novalidate ]", ["signers"], 1,
                "signed by an unknown key (KEY); who packed it is not proven: not in signers"
            ),
            ("exit 255", ["signers"], 1, "worth nothing: not one over this bundle (KEY)"),
        ] as [(String, [String], Int32, String)])
    func checked(script: String, file: [String], status: Int32, sentence: String) async throws {
        let desk = try desk()
        let environment = try desk.withPrograms(scripts(desk, script))
        try desk.write("b/tagmanifest-sha256.txt.sig", ECDSASample.signature)
        try desk.write("signers", "qm@example.com \(ECDSASample.line)\n")
        try desk.write("others", "qm@example.com \(try TestSigner().line)\n")
        let answer =
            if let name = file.first {
                await desk.runAlone("verify", "b", "--allowed-signers", name, environment: environment)
            } else {
                await desk.runAlone("verify", "b", environment: environment)
            }
        answer.expect(status, err: "")
        #expect(
            answer.out.contains("\nsignature  \(sentence.replacing("KEY", with: ECDSASample.key))\n"),
            "\(answer.out)")
        #expect(try leftovers(desk).isEmpty)
    }

    private func names(_ desk: Desk) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: desk.path)
    }

    private func leftovers(_ desk: Desk) throws -> [String] {
        try names(desk).filter { $0.hasPrefix("dossier-") || $0.contains("partial") }
    }
}
