import Certification
import Foundation
import Testing

@testable import Bundling

/// Whose signatures count, by files that ssh-keygen(1) describes under ALLOWED SIGNERS.
@Suite struct AllowedSignersTests {
    static let key = SampleSignature.key

    /// 2026-11-22, noon in UTC; the machine is one hour ahead of it.
    static let now = Timestamp("2026-11-22T12:00:00Z") ?? Timestamp(seconds: 0)

    private func judge(_ text: String, _ identity: String? = nil) throws -> SignerJudgement {
        let signature = try SSHSignature(armored: Array(SampleSignature.ed25519.utf8))
        return try AllowedSigners(parsing: text).judge(
            signature.key, identity: identity, at: Self.now,
            beginning: { Timestamp(seconds: $0.ordinal * 86_400 - 3_600) })
    }

    @Test(
        arguments: [
            ("qm@example.com \(key)", .known(principal: "qm@example.com")),
            ("# nobody\n\n  \t\nqm@example.com\t\(key) a comment\r\n", .known(principal: "qm@example.com")),
            ("\"qm@example.com,b@example.com\" \(key)", .known(principal: "qm@example.com,b@example.com")),
            ("qm@example.com \(SampleSignature.ecdsaKey)", .notListed),
            ("", .notListed),
            ("!qm@example.com \(key)", .listedForOthers),
            ("qm@example.com cert-authority \(key)", .notListed),
            ("qm@example.com namespaces=\"dossier-bundle\" \(key)", .known(principal: "qm@example.com")),
            ("qm@example.com Namespaces=\"git,dossier-*\" \(key)", .known(principal: "qm@example.com")),
            ("qm@example.com namespaces=\"*,!dossier-bundle\" \(key)", .otherPurpose),
            ("qm@example.com namespaces=\"git, file\" \(key)", .otherPurpose),
            ("qm@example.com valid-after=\"20261122\" \(key)", .known(principal: "qm@example.com")),
            ("qm@example.com valid-after=\"20261123\" \(key)", .notYetValid),
            ("qm@example.com valid-before=\"20261123\" \(key)", .known(principal: "qm@example.com")),
            ("qm@example.com valid-before=\"20261122\" \(key)", .expired),
            ("qm@example.com valid-before=\"202611221301\" \(key)", .known(principal: "qm@example.com")),
            ("qm@example.com valid-before=\"20261122125959\" \(key)", .expired),
            ("qm@example.com valid-before=\"20261122120000Z\" \(key)", .known(principal: "qm@example.com")),
            ("qm@example.com valid-before=\"202611221159Z\" \(key)", .expired),
            (
                "qm@example.com namespaces=\"dossier-bundle\",valid-after=\"20260101\",valid-before=\"20270101\" \(key)",
                .known(principal: "qm@example.com")
            ),
            // The first line that allows it counts, whatever the others say.
            (
                "a@example.com valid-before=\"20200101\" \(key)\nb@example.com \(key)\nc@example.com \(key)",
                .known(principal: "b@example.com")
            ),
            (
                "a@example.com namespaces=\"git\" \(key)\nb@example.com valid-before=\"20200101\" \(key)",
                .expired
            ),
        ] as [(String, SignerJudgement)])
    func whoseKeyItIs(text: String, expected: SignerJudgement) throws {
        #expect(try judge(text) == expected)
    }

    @Test(arguments: [
        ("qm@example.com", "qm@example.com", true), ("*@example.com", "qm@example.com", true),
        ("*@example.com", "qm@example.org", false), ("q?@example.com", "qm@example.com", true),
        ("q?@example.com", "q@example.com", false), ("*", "anybody", true), ("**m*", "qm", true),
        ("*@example.com,!qm@example.com", "qm@example.com", false),
        ("!qm@example.com,*@example.com", "a@example.com", true), ("!qm@example.com", "a@example.com", false),
        ("a@example.com,b@example.com", "b@example.com", true), ("qm@example.com", "QM@example.com", false),
        ("qm@example.com", "qm@example.co", false), (String(repeating: "*a", count: 200), "a", false),
    ])
    func identities(principals: String, identity: String, isTheirs: Bool) throws {
        #expect(
            try judge("\(principals) \(Self.key)", identity)
                == (isTheirs ? .known(principal: identity) : .listedForOthers))
    }

    @Test(arguments: [
        ("qm@example.com", 1, "not of the form: principals [options] type key"),
        ("qm@example.com ssh-ed25519", 1, "not of the form: principals [options] type key"),
        ("\n# x\nqm@example.com ssh-ed25519 AAAA", 3, "no key of a type that signs"),
        ("qm@example.com ssh-ed25519 !!!!", 1, "no key of a type that signs"),
        ("qm@example.com ssh-rsa \(key.dropFirst(12))", 1, "no key of a type that signs"),
        ("\"qm@example.com \(key)", 1, "an open quotation mark"),
        (
            "qm@example.com namespace=\"x\" \(key)", 1,
            "option namespace is unknown, said twice or without its value"
        ),
        (
            "qm@example.com namespaces=x \(key)", 1,
            "option namespaces is unknown, said twice or without its value"
        ),
        (
            "qm@example.com namespaces=\"a\",namespaces=\"b\" \(key)", 1,
            "option namespaces is unknown, said twice or without its value"
        ),
        (
            "qm@example.com cert-authority=\"x\" \(key)", 1,
            "option cert-authority is unknown, said twice or without its value"
        ),
        (
            "qm@example.com valid-after=\"20261301\" \(key)", 1,
            "valid-after is YYYYMMDD or YYYYMMDDHHMM[SS]"
        ),
        (
            "qm@example.com valid-before=\"202611222460\" \(key)", 1,
            "valid-before is YYYYMMDD or YYYYMMDDHHMM[SS]"
        ),
        (
            "qm@example.com valid-after=\"20270101\",valid-before=\"20260101\" \(key)", 1,
            "valid-before is not after valid-after"
        ),
    ])
    func oneWrongLineMakesTheFileUnusable(text: String, line: Int, reason: String) {
        #expect(throws: AllowedSigners.Malformed(line: line, reason: reason)) {
            try AllowedSigners(parsing: text)
        }
    }

    @Test func aFileWithoutEndIsNotRead() {
        #expect(throws: AllowedSigners.Malformed(line: 1, reason: "more than 4194304 octets")) {
            try AllowedSigners(parsing: String(repeating: "#", count: 4_194_305))
        }
        #expect(throws: AllowedSigners.Malformed(line: 20_001, reason: "too many lines")) {
            try AllowedSigners(parsing: String(repeating: "#\n", count: 20_001))
        }
    }
}
