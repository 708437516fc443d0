import ChildProcesses
import Foundation
import Testing

/// A time-stamping authority of openssl on this machine answers what dossier asks, and openssl checks what dossier keeps.
@Suite struct TimestampAcceptanceTests {
    private let workplace: Workplace

    private static let authority = """
        [tsa]
        default_tsa = usual
        [usual]
        serial = serial
        signer_cert = tsa.pem
        certs = ca.pem
        signer_key = tsa.key
        signer_digest = sha256
        default_policy = 1.2.3.4.1
        digests = sha256
        accuracy = secs:1
        ess_cert_id_alg = sha256

        """

    init() throws {
        workplace = try Workplace()
        try workplace.makeSampleRegister()
        try workplace.write(Self.authority.utf8, to: "register/tsa.cnf")
    }

    @discardableResult
    private func require(_ script: String, sourceLocation: SourceLocation = #_sourceLocation) throws
        -> ChildProcess.Outcome
    {
        let outcome = try workplace.bash("set -e\n" + script, in: "register")
        try #require(outcome.status == 0, outcome.told, sourceLocation: sourceLocation)
        return outcome
    }

    private func makeAuthority() throws {
        try require(
            """
            openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 30 -subj /CN=CA
            openssl req -newkey rsa:2048 -nodes -keyout tsa.key -out tsa.csr -subj /CN=TSA
            echo extendedKeyUsage=critical,timeStamping > tsa.ext
            openssl x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 30 -extfile tsa.ext -out tsa.pem
            echo 01 > serial
            """)
    }

    @Test func theRequestIsWhatOpensslWrites() throws {
        guard Counterpart.openssl.isThere() else { return }
        try require(
            """
            "$0" pack --timestamp-request -o b.zip
            "$0" unpack b.zip
            openssl ts -query -data b/tagmanifest-sha256.txt -sha256 -cert -no_nonce -out expected.tsq
            cmp b.tsq expected.tsq
            test "$("$0" bundle id b.zip)" = "$(sha256sum < b/tagmanifest-sha256.txt | cut -c1-64)"
            """)
    }

    /// The lines of VERIFY.txt that check a time stamp.
    private func check(in folder: String) throws -> String {
        let text = try String(
            contentsOfFile: workplace.path("register/\(folder)/VERIFY.txt"), encoding: .utf8)
        let start = try #require(text.range(of: "    openssl ts -verify"))
        let end = try #require(text[start.lowerBound...].range(of: "\n\n"))
        return String(text[start.lowerBound..<end.lowerBound]).replacing(
            "IDENTIFIER", with: "$(sha256sum < tagmanifest-sha256.txt | cut -c1-64)")
    }

    @Test func anAnswerIsTakenInAndChecked() throws {
        guard Counterpart.openssl.isThere() else { return }
        try makeAuthority()
        let attached = try require(
            """
            "$0" pack --timestamp-request -o b.zip
            "$0" bundle id b.zip > before
            openssl ts -reply -config tsa.cnf -section usual -queryfile b.tsq -out b.tsr
            "$0" bundle attach-timestamp b.zip b.tsr
            "$0" bundle id b.zip | cmp - before
            """)
        #expect(attached.errors.hasSuffix("Next: dossier verify b.zip\n"), attached.told)
        let verified = try workplace.require("verify", "b.zip", in: "register")
        let shown = try require("openssl ts -reply -in b.tsr -text | sed -n 's/^Time stamp: //p'").output
        let time = try #require(verified.output.firstMatch(of: /\ntime stamp (\S+)Z, made for this bundle;/))
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(identifier: "UTC")
        format.dateFormat = "MMM d HH:mm:ss yyyy"
        let told = try #require(
            format.date(from: shown.replacing(" GMT\n", with: "").replacing("  ", with: " ")), "\(shown)")
        format.dateFormat = "yyyy-MM-dd'T'HH:mm:ss"
        #expect(format.string(from: told) == String(time.1))

        try workplace.require("unpack", "b.zip", in: "register")
        let genuine = try require("cp ca.pem b && cd b\n" + check(in: "b"))
        #expect(genuine.output.contains("Verification: OK"), genuine.told)
        try require("sha256sum --quiet -c tagmanifest-sha256.txt", in: "b")
        let command = try #require(verified.output.firstMatch(of: /openssl ts -verify .* -CAfile ca.pem/))
        #expect(try require("cd b && \(command.0)").output.contains("Verification: OK"))
        try theArchiveIsTakenByOthers()
    }

    private func require(_ script: String, in folder: String) throws {
        try require("cd \(folder)\n" + script)
    }

    /// A ZIP that a file was added to is read by the programs that read all others.
    private func theArchiveIsTakenByOthers() throws {
        for (counterpart, arguments) in [
            (Counterpart.unzip, ["-tq", "b.zip"]), (.sevenZip, ["t", "b.zip"]),
        ]
        where counterpart.isThere() {
            let outcome = try counterpart.run(arguments, in: workplace.path("register"))
            #expect(outcome.status == 0, outcome.told)
        }
        if Counterpart.python.isThere() {
            let outcome = try Counterpart.python.run(
                ["-m", "bagit", "--validate", "b"], in: workplace.path("register"))
            // What the check of the stamp left behind is no part of the bag, which bagit lets stand.
            #expect(outcome.status == 0, outcome.told)
        }
    }

    @Test func whatIsNotGrantedOrForeignIsRefused() throws {
        guard Counterpart.openssl.isThere() else { return }
        try makeAuthority()
        try require(
            """
            "$0" pack --timestamp-request -o b.zip
            cp b.zip before.zip
            openssl ts -query -data b.zip -sha512 -no_nonce -out refused.tsq
            openssl ts -reply -config tsa.cnf -section usual -queryfile refused.tsq -out refused.tsr
            openssl ts -query -data b.zip -sha256 -cert -out foreign.tsq
            openssl ts -reply -config tsa.cnf -section usual -queryfile foreign.tsq -out foreign.tsr
            """)
        let refused = try workplace.dossier(
            "bundle", "attach-timestamp", "b.zip", "refused.tsr", in: "register")
        #expect(refused.status == 65, refused.told)
        #expect(
            refused.errors
                == "dossier: error: refused.tsr: the authority has not granted it: status 2\n", refused.told)
        let foreign = try workplace.dossier(
            "bundle", "attach-timestamp", "b.zip", "foreign.tsr", in: "register")
        #expect(foreign.status == 65, foreign.told)
        #expect(foreign.errors.contains("the time stamp was made for another bundle"), foreign.told)
        try require("cmp b.zip before.zip")
        try workplace.require("unpack", "b.zip", in: "register")
        try require(
            "openssl ts -reply -config tsa.cnf -section usual -queryfile b.tsq -out b.tsr\ntar cf b.tar b")
        let tar = try workplace.dossier("bundle", "attach-timestamp", "b.tar", "b.tsr", in: "register")
        #expect(tar.status == 65, tar.told)
        #expect(tar.errors.contains("which is no plain ZIP archive\ndossier: hint: dossier unpack"), tar.told)
        try require("cp foreign.tsr b/tagmanifest-sha256.txt.tsr")
        let verified = try workplace.dossier("verify", "b", in: "register")
        #expect(verified.status == 1, verified.told)
        #expect(
            verified.output.hasPrefix(
                "error: timestamp-mismatch tagmanifest-sha256.txt.tsr: made for another bundle\n"),
            verified.told)
    }
}
