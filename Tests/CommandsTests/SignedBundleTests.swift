import Certification
import Foundation
import Testing

@testable import Commands

@Suite("Signed bundles")
struct SignedBundleTests {
    private let signer: TestSigner
    private let key: String

    init() throws {
        signer = try TestSigner()
        key = "ED25519 \(signer.fingerprint)"
    }

    /// The whole output of a verification whose signature line says this.
    private func verified(_ signature: String) -> String {
        """
        valid: 8 files, 44.1 kB, every checksum holds
        signature  \(signature)
        bundle id  {spoken}
                   {id}

        """
    }

    private func expect(
        _ answer: Desk.Answer, _ status: Int32, _ signature: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        answer.expect(status, err: "", sourceLocation: sourceLocation)
        let sizes = answer.withoutIdentifier.replacing(/, [0-9.]+ kB,/, with: ", 44.1 kB,")
        #expect(sizes == verified(signature), sourceLocation: sourceLocation)
    }

    @Test("an unsigned bundle is valid; who demands a signature gets 1")
    func unsigned() throws {
        let desk = try Desk.withBundle()
        try desk.write("signers", "qm@example.com \(signer.line)\n")
        expect(desk.run("verify", "b"), 0, "unsigned; who packed it is not proven")
        expect(
            desk.run("verify", "b", "--allowed-signers", "signers"), 1,
            "unsigned; who packed it is not proven")
    }

    @Test(
        "signed: by somebody who is known, or by an unknown key with the reason",
        arguments: [
            ("qm@example.com KEY", nil, "signed by qm@example.com (KEY)"),
            ("qm@example.com KEY", "qm@example.com", "signed by qm@example.com (KEY)"),
            ("*@example.com KEY", "qm@example.com", "signed by qm@example.com (KEY)"),
            ("*@example.com KEY", nil, "signed by *@example.com (KEY)"),
            ("qm@example.com OTHER", nil, "UNKNOWN: not in signers"),
            ("qm@example.com KEY", "eve@example.com", "UNKNOWN: signers lists it for somebody else"),
            (
                "qm@example.com namespaces=\"git\" KEY", nil,
                "UNKNOWN: signers lists it for other purposes"
            ),
            (
                "qm@example.com valid-after=\"20261123\" KEY", nil,
                "UNKNOWN: it does not count yet by signers"
            ),
            ("qm@example.com valid-before=\"20261122\" KEY", nil, "UNKNOWN: it no longer counts by signers"),
            (
                "qm@example.com valid-after=\"20261122\",valid-before=\"20261123\" KEY", nil,
                "signed by qm@example.com (KEY)"
            ),
        ] as [(String, String?, String)])
    func known(line: String, identity: String?, sentence: String) throws {
        let desk = try Desk.withBundle()
        try desk.sign(signer)
        let other = try TestSigner(4).line
        let text = line.replacing("KEY", with: signer.line).replacing("OTHER", with: other)
        try desk.write("signers", "# whose signatures count\n\(text)\n")
        let arguments =
            ["verify", "b", "--allowed-signers", "signers"] + (identity.map { ["--identity", $0] } ?? [])
        let unknown = "signed by an unknown key (\(key)); who packed it is not proven"
        expect(
            desk.run(arguments), sentence.hasPrefix("signed") ? 0 : 1,
            sentence.replacing("UNKNOWN", with: unknown).replacing("KEY", with: key))
        expect(desk.run("verify", "b"), 0, unknown)
    }

    @Test(
        "a day of allowed signers begins at midnight of the machine's zone", arguments: [-12, -1, 0, 1, 14])
    func beginning(hours: Int) throws {
        let day = try #require(Day("2026-11-22"))
        let session = Session(
            directory: "/", environment: [:], now: { Timestamp(seconds: 0) },
            civilDate: { time, _ in Timestamp(seconds: time.seconds + hours * 3_600).utcDay }, user: "qm",
            random: { 1 },
            console: Console(out: { _ in }, err: { _ in }, width: nil, coloured: false, isInteractive: false))
        #expect(session.beginning(of: day).seconds == day.ordinal * 86_400 - hours * 3_600)
    }

    @Test("the default of the settings; a file that is named goes first")
    func settings() throws {
        let desk = try Desk.withBundle()
        try desk.sign(signer)
        try desk.write(".dossier/config.yaml", "allowed_signers: signers\n")
        try desk.write(".dossier/signers", "qm@example.com \(signer.line)\n")
        try desk.write("others", "eve@example.com \(try TestSigner(4).line)\n")
        expect(desk.run("verify", "b"), 0, "signed by qm@example.com (\(key))")
        expect(
            desk.run("verify", "b", "--allowed-signers", "others"), 1,
            "signed by an unknown key (\(key)); who packed it is not proven: not in others")
        try desk.write(".dossier/config.yaml", "allowed_signers: none\n")
        desk.run("verify", "b").expect(
            66, out: "", err: "dossier: error: {desk}/.dossier/none: no such file or directory\n")
    }

    @Test("as JSON")
    func json() throws {
        let desk = try Desk.withBundle()
        let signature = { (arguments: [String]) throws -> [String: String] in
            let answer = desk.run(["verify", "b", "--format", "json"] + arguments)
            let verdict = try JSONSerialization.jsonObject(with: Data(answer.out.utf8)) as? [String: Any]
            let found = try #require(verdict?["signature"] as? [String: Any])
            return found.mapValues { "\($0)" }
        }
        #expect(try signature([]).filter { $0.key != "isProven" } == ["state": "unsigned"])
        try desk.sign(signer)
        try desk.write("signers", "qm@example.com \(signer.line)\n")
        let facts = ["keyType": "ED25519", "key": signer.fingerprint]
        #expect(
            try signature([]).filter { $0.key != "isProven" }
                == facts.merging(["state": "unknown-key"]) { $1 })
        #expect(
            try signature(["--allowed-signers", "signers"]).filter { $0.key != "isProven" }
                == facts.merging(["state": "known-key", "signer": "qm@example.com"]) { $1 })
        #expect(
            desk.run("verify", "b", "--format", "json", "--allowed-signers", "signers").out.contains(
                "\"isProven\" : true"))
    }

    @Test("a signature of another bundle makes the bundle invalid")
    func broken() throws {
        let desk = try Desk.withBundle()
        try desk.sign(signer)
        try desk.write("signers", "qm@example.com \(signer.line)\n")
        let list = try String(contentsOfFile: desk.path + "/b/tagmanifest-sha256.txt", encoding: .utf8)
        try desk.write("b/tagmanifest-sha256.txt", list.replacing("  bagit.txt", with: "   bagit.txt"))
        let answer = desk.run("verify", "b", "--allowed-signers", "signers")
        answer.expect(1, err: "")
        #expect(
            answer.withoutIdentifier == """
                error: signature-broken tagmanifest-sha256.txt.sig: does not belong to this tag manifest: damaged or forged
                not valid: 1 error; 8 files looked at
                signature  worth nothing: not one over this bundle (\(key))
                bundle id  {spoken}
                           {id}

                """)
        try desk.write("b/tagmanifest-sha256.txt.sig", "sig\n")
        #expect(
            desk.run("verify", "b").out.hasPrefix(
                """
                error: signature-malformed tagmanifest-sha256.txt.sig: not an armored SSH signature
                not valid: 1 error; 8 files looked at
                signature  worth nothing: it cannot be read

                """))
    }

    @Test(
        "what cannot be asked",
        arguments: [
            (
                ["--identity", "qm@example.com"], 64,
                "--identity names a person of a file; name the file too\ndossier: hint: dossier verify BUNDLE --allowed-signers FILE --identity WHO"
            ),
            (["--allowed-signers", "none"], 66, "{desk}/none: no such file or directory"),
            (
                ["--allowed-signers", "procedure.md"], 65,
                "procedure.md:1: not of the form: principals [options] type key\ndossier: hint: a line is: qm@example.com namespaces=\"dossier-bundle\" ssh-ed25519 AAAA..."
            ),
        ] as [([String], Int32, String)])
    func refused(arguments: [String], status: Int32, message: String) throws {
        try Desk.withBundle().run(["verify", "b"] + arguments).expect(
            status, out: "", err: "dossier: error: \(message)\n")
    }

    @Test("inspect says that there is a signature, and nothing about its worth")
    func inspect() throws {
        let desk = try Desk.withBundle()
        #expect(desk.run("inspect", "b").out.contains("\nsignature  none\n"))
        try desk.sign(signer)
        #expect(
            desk.run("inspect", "b").out.contains(
                "\nsignature  there is one; dossier verify says what it is worth\n"))
        #expect(desk.run("inspect", "b", "--format", "json").out.contains("\"hasSignature\" : true"))
    }
}
