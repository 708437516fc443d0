import ChildProcesses
import Foundation
import Testing

/// OpenSSH and dossier agree on signatures, both ways.
@Suite struct SignatureAcceptanceTests {
    private let workplace: Workplace

    init() throws {
        workplace = try Workplace()
        try workplace.makeSampleRegister()
    }

    /// Makes a key in the folder of the register and a file of allowed signers with it.
    private func makeKey(_ type: String, passphrase: String = "") throws {
        try require(
            "ssh-keygen -q -t $1 -N \"$2\" -C '' -f key && echo \"qm@example.com namespaces=\\\"dossier-bundle\\\" $(cat key.pub)\" > signers",
            type, passphrase)
    }

    @discardableResult
    private func require(
        _ script: String, _ first: String = "", _ second: String = "",
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> ChildProcess.Outcome {
        let outcome = try workplace.bash(script, first, second, in: "register")
        try #require(outcome.status == 0, outcome.told, sourceLocation: sourceLocation)
        return outcome
    }

    private func dossier(_ arguments: String..., environment: [String: String] = [:]) throws
        -> ChildProcess.Outcome
    {
        let path = ["PATH": Counterpart.searchPath]
        return try workplace.dossier(
            arguments, in: "register", environment: path.merging(environment) { $1 })
    }

    /// The lines of VERIFY.txt that check a signature on Linux, as they stand there.
    private func check(in folder: String) throws -> String {
        let text = try String(
            contentsOfFile: workplace.path("register/\(folder)/VERIFY.txt"), encoding: .utf8)
        let start = try #require(text.range(of: "    ssh-keygen -Y verify"))
        let end = try #require(text[start.lowerBound...].range(of: "\n\n"))
        return String(text[start.lowerBound..<end.lowerBound])
    }

    @Test(arguments: ["ed25519", "ecdsa", "rsa"]) func whatIsSignedIsGenuineToBoth(type: String) throws {
        guard Counterpart.sshKeygen.isThere() else { return }
        try makeKey(type)
        let packed = try dossier("pack", "--sign", "key", "-o", "b.zip")
        try #require(packed.status == 0, packed.told)
        #expect(packed.output.contains("  signed     \(type.uppercased()) SHA256:"), packed.told)
        let verified = try dossier("verify", "b.zip", "--allowed-signers", "signers")
        #expect(verified.status == 0, verified.told)
        #expect(
            verified.output.contains("signature  signed by qm@example.com (\(type.uppercased()) SHA256:"),
            verified.told)
        try workplace.require("unpack", "b.zip", in: "register")
        let outcome = try require(
            "cp signers b/allowed_signers && cd b && sha256sum --quiet -c tagmanifest-sha256.txt && "
                + "sha256sum --quiet -c manifest-sha256.txt && " + check(in: "b"))
        #expect(
            outcome.output.hasPrefix("Good \"dossier-bundle\" signature for qm@example.com"), outcome.told)
        try require("cmp b.tagmanifest-sha256.txt.sig b/tagmanifest-sha256.txt.sig")
        #expect(workplace.names(in: "register").filter { $0.contains("partial") }.isEmpty)
    }

    @Test(arguments: ["ed25519", "ecdsa"]) func aChangedListIsRefusedByBoth(type: String) throws {
        guard Counterpart.sshKeygen.isThere() else { return }
        try makeKey(type)
        #expect(try dossier("pack", "--sign", "key", "-o", "b.zip").status == 0)
        try workplace.require("unpack", "b.zip", in: "register")
        // A forger who writes new lists, which agree with each other.
        try require(
            "cd b && echo forged >> data/clauses.csv && sed -i \"s|^[0-9a-f]*  data/clauses.csv|"
                + "$(sha256sum data/clauses.csv)|\" manifest-sha256.txt && octets=$(find data -type f -printf '%s\\n' | "
                + "awk '{n+=$1} END {print n}') && sed -i \"s/Oxum: [0-9]*/Oxum: $octets/\" bag-info.txt && "
                + "sha256sum bag-info.txt bagit.txt manifest-sha256.txt VERIFY.txt > tagmanifest-sha256.txt")
        let verified = try dossier("verify", "b")
        #expect(verified.status == 1, verified.told)
        #expect(
            verified.output.hasPrefix(
                "error: signature-broken tagmanifest-sha256.txt.sig: does not belong to this tag manifest: "
                    + "damaged or forged\nnot valid: 1 error;"), verified.told)
        let outcome = try workplace.bash(
            "cp signers b/allowed_signers && cd b && " + check(in: "b"), in: "register")
        #expect(outcome.status == 255, outcome.told)
    }

    @Test func aSignedPackIsTheSameEachTime() throws {
        guard Counterpart.sshKeygen.isThere() else { return }
        try makeKey("ed25519")
        try require("mkdir one two")
        for folder in ["one", "two"] {
            #expect(try dossier("pack", "--sign", "key", "-o", "\(folder)/b.zip").status == 0)
        }
        try require(
            "cmp one/b.zip two/b.zip && cmp one/b.tagmanifest-sha256.txt.sig two/b.tagmanifest-sha256.txt.sig"
        )
    }

    @Test(
        "dossier and ssh-keygen judge a file of allowed signers alike",
        arguments: [
            ("qm@example.com KEY", true), ("*@example.com KEY", true), ("qm@*,!qm@example.com KEY", false),
            ("qm@example.com namespaces=\"git,dossier-bundle\" KEY", true),
            ("qm@example.com namespaces=\"git\" KEY", false),
            ("qm@example.com valid-after=\"20200101\",valid-before=\"20200201\" KEY", false),
            ("qm@example.com valid-after=\"20200101\" KEY", true),
            ("qm@example.com valid-after=\"20990101\" KEY", false),
            ("eve@example.com KEY", false), ("\"qm@example.com\" KEY comment", true),
        ], ["ed25519", "ecdsa"])
    func alike(line: (String, Bool), type: String) throws {
        guard Counterpart.sshKeygen.isThere() else { return }
        try makeKey(type)
        let key = try String(contentsOfFile: workplace.path("register/key.pub"), encoding: .utf8)
        try workplace.write(
            line.0.replacing("KEY", with: key.trimmingCharacters(in: .newlines)).utf8, to: "register/signers")
        #expect(try dossier("pack", "--sign", "key", "-o", "b.zip").status == 0)
        try workplace.require("unpack", "b.zip", in: "register")
        let verified = try dossier(
            "verify", "b", "--allowed-signers", "signers", "--identity", "qm@example.com")
        #expect(verified.status == (line.1 ? 0 : 1), verified.told)
        let outcome = try workplace.bash(
            "cp signers b/allowed_signers && cd b && " + check(in: "b"), in: "register")
        #expect(outcome.status == (line.1 ? 0 : 255), outcome.told)
    }

    @Test func aCertificateIsJudgedByOpenSSH() throws {
        guard Counterpart.sshKeygen.isThere() else { return }
        try makeKey("ed25519")
        try require(
            "ssh-keygen -q -t ed25519 -N '' -C '' -f ca && ssh-keygen -q -s ca -I id -n qm@example.com key.pub && "
                + "echo \"*@example.com cert-authority $(cat ca.pub)\" > signers && eval $(ssh-agent) > /dev/null && "
                + "ssh-add -q key && $0 pack --sign key-cert.pub -o b.zip; status=$?; kill $SSH_AGENT_PID; exit $status"
        )
        let verified = try dossier("verify", "b.zip", "--allowed-signers", "signers")
        #expect(verified.status == 0, verified.told)
        #expect(
            verified.output.contains("signature  signed by qm@example.com (ED25519-CERT SHA256:"),
            verified.told)
        let other = try dossier(
            "verify", "b.zip", "--allowed-signers", "signers", "--identity", "eve@example.com")
        #expect(other.status == 1, other.told)
    }

    @Test func theAgentSigns() throws {
        guard Counterpart.sshKeygen.isThere() else { return }
        try makeKey("ed25519")
        let outcome = try require(
            "eval $(ssh-agent) > /dev/null && ssh-add -q key && mv key.pub public && rm key && "
                + "$0 pack --sign agent -o a.zip && cp public key.pub && $0 pack --sign key.pub -o b.zip; "
                + "status=$?; kill $SSH_AGENT_PID; exit $status")
        #expect(outcome.errors == "Next: dossier verify a.zip\nNext: dossier verify b.zip\n", outcome.told)
        for name in ["a.zip", "b.zip"] {
            let verified = try dossier("verify", name, "--allowed-signers", "signers")
            #expect(verified.status == 0, verified.told)
        }
        let without = try dossier("pack", "--sign", "agent", "-o", "c.zip")
        #expect(without.status == 65, without.told)
        #expect(workplace.names(in: "register").filter { $0.contains("c.") && $0 != "c.zip" }.isEmpty)
        #expect(!workplace.names(in: "register").contains("c.zip"))
    }

    /// A terminal is what `script` makes; who types there is a pipe.
    private func packAtTerminal(typing passphrase: String) throws -> ChildProcess.Outcome {
        try workplace.bash(
            "(sleep 2; echo \"$1\") | script -qec \"$0 pack --sign key -o b.zip\" /dev/null", passphrase,
            in: "register")
    }

    @Test func aPassphraseIsAskedForAtTheTerminal() throws {
        guard Counterpart.sshKeygen.isThere() else { return }
        try makeKey("ed25519", passphrase: "correct horse")
        let wrong = try packAtTerminal(typing: "wrong")
        #expect(wrong.status == 65, wrong.told)
        #expect(wrong.output.contains("the bundle was not signed"), wrong.told)
        #expect(
            workplace.names(in: "register").filter { $0.hasPrefix("b.") || $0.contains("partial") }.isEmpty)
        let right = try packAtTerminal(typing: "correct horse")
        #expect(right.status == 0, right.told)
        #expect(right.output.contains("Enter passphrase"), right.told)
        let verified = try dossier("verify", "b.zip", "--allowed-signers", "signers")
        #expect(verified.status == 0, verified.told)
    }

    @Test func withoutATerminalAPassphraseIsAnError() throws {
        guard Counterpart.sshKeygen.isThere() else { return }
        try makeKey("ed25519", passphrase: "correct horse")
        let outcome = try dossier("pack", "--sign", "key", "-o", "b.zip")
        #expect(outcome.status == 65, outcome.told)
        #expect(
            workplace.names(in: "register").filter { $0.hasPrefix("b.") || $0.contains("partial") }.isEmpty)
    }
}
