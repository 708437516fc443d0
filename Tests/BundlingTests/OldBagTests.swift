import Crypto
import Foundation
import Testing

@testable import Bundling

/// What bags of other programs and other years look like, and how much of it is forgiven.
@Suite struct OldBagTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let version: String
        let valid: Bool
        let codes: [String]
        let change: @Sendable (inout SampleBag) -> Void

        init(
            _ name: String, _ version: String, valid: Bool, _ codes: [String],
            _ change: @escaping @Sendable (inout SampleBag) -> Void = { _ in }
        ) {
            (self.name, self.version, self.valid, self.codes, self.change) =
                (name, version, valid, codes, change)
        }

        var testDescription: String { "\(version): \(name)" }
    }

    static let cases: [Case] =
        ["0.93", "0.94", "0.95", "0.96", "0.97", "1.0"].map { Case("plain", $0, valid: true, []) }
        + ["0.92", "0.98", "1.1", "2.0"].map { Case("plain", $0, valid: false, ["version-unsupported"]) }
        + twice + named + [
            Case("SHA-224 only", "0.97", valid: true, []) { bag in
                bag.rename(manifestsTo: .sha224)
            },
            Case("SHA-384 only", "0.97", valid: true, []) { bag in
                bag.rename(manifestsTo: .sha384)
            },
            Case("SHA-224 wrong", "0.97", valid: false, ["checksum-mismatch"]) { bag in
                bag.rename(manifestsTo: .sha224)
                bag["data/a.txt"] = "alphA"
            },
        ]

    static let line = SampleBag.manifest([("data/a.txt", "alpha")])
    static let twice: [Case] = [
        Case("listed twice", "0.97", valid: true, ["manifest-line-repeated"]) {
            $0["manifest-sha256.txt"] += line
        },
        Case("listed twice", "1.0", valid: false, ["manifest-path-repeated"]) {
            $0["manifest-sha256.txt"] += line
        },
        Case("listed twice, checksums differ", "0.97", valid: false, differing) {
            $0["manifest-sha256.txt"] += SampleBag.manifest([("data/a.txt", "other")])
        },
        Case("listed in two spellings", "0.97", valid: true, spellings) {
            $0["manifest-sha256.txt"] += SampleBag.manifest([("data/b/u\u{308}.txt", "beta")])
        },
        Case("listed in two spellings", "1.0", valid: false, ["manifest-name-normalized", repeated]) {
            $0["manifest-sha256.txt"] += SampleBag.manifest([("data/b/u\u{308}.txt", "beta")])
        },
    ]
    static let repeated = "manifest-path-repeated"
    static let differing = ["checksum-mismatch", repeated]
    static let spellings = ["manifest-line-repeated", "manifest-name-normalized"]

    static let named: [Case] = [
        Case("two cases, one file", "0.97", valid: true, ["manifest-name-case"]) {
            $0["manifest-sha256.txt"] += SampleBag.manifest([("data/A.TXT", "alpha")])
        },
        Case("two cases, one file", "1.0", valid: false, ["file-missing"]) {
            $0["manifest-sha256.txt"] += SampleBag.manifest([("data/A.TXT", "alpha")])
        },
        Case("two cases, other content", "0.97", valid: false, ["file-missing"]) {
            $0["manifest-sha256.txt"] += SampleBag.manifest([("data/A.TXT", "other")])
        },
        Case("only the other case listed", "0.97", valid: false, ["manifest-name-case", "payload-unlisted"]) {
            $0["manifest-sha256.txt"] = $0["manifest-sha256.txt"].replacing("a.txt", with: "A.txt")
        },
        Case("a blank before the colon", "0.97", valid: true, []) { $0["bag-info.txt"] = "Contact : me\n" },
        Case("a blank before the colon", "1.0", valid: false, ["bag-info-malformed"]) {
            $0["bag-info.txt"] = "Contact : me\n"
        },
        Case("no blank behind the colon", "0.97", valid: true, []) { $0["bag-info.txt"] = "Contact:me\n" },
        Case("no blank behind the colon", "1.0", valid: false, ["bag-info-malformed"]) {
            $0["bag-info.txt"] = "Contact:me\n"
        },
        Case("a tab behind the colon, and no value", "1.0", valid: true, []) {
            $0["bag-info.txt"] = "Contact:\tme\nNote:\n"
        },
        Case("a system's file is gone", "0.97", valid: true, ["system-file-missing"]) {
            $0["manifest-sha256.txt"] += SampleBag.manifest([("data/.DS_Store", "")])
            $0["bag-info.txt"] = "Payload-Oxum: 9.3\n"
        },
        Case("a system's file is gone, and more", "0.97", valid: false, lacking) {
            $0["manifest-sha256.txt"] += SampleBag.manifest([("data/.DS_Store", "")])
            $0["bag-info.txt"] = "Payload-Oxum: 9.4\n"
        },
        Case("a system's file is gone", "1.0", valid: false, ["file-missing"]) {
            $0["manifest-sha256.txt"] += SampleBag.manifest([("data/.DS_Store", "")])
        },
    ]
    static let lacking = ["payload-oxum-mismatch", "system-file-missing"]

    @Test(arguments: cases) func eachVersionHasItsRules(each: Case) throws {
        let folder = try TemporaryFolder()
        var bag = SampleBag()
        bag["bagit.txt"] = "BagIt-Version: \(each.version)\nTag-File-Character-Encoding: UTF-8\n"
        each.change(&bag)
        if !bag["tagmanifest-sha256.txt"].isEmpty { bag.seal() }
        let report = try BundleVerification.verify(path: bag.unpacked(in: folder))
        #expect(codes(report) == each.codes)
        #expect(report.valid == each.valid)
    }

    /// The values that `sha224sum` prints; around the ends of blocks, where padding is easily got wrong.
    @Test func sha224IsThatOfTheStandard() {
        let known = [
            "": "d14a028c2a3a2bc9476102bb288234c415a2b01f828ea62ac5b3e42f",
            "abc": "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7",
            String(repeating: "a", count: 55): "fb0bd626a70c28541dfa781bb5cc4d7d7f56622a58f01a0b1ddd646f",
            String(repeating: "a", count: 56): "d40854fc9caf172067136f2e29e1380b14626bf6f0dd06779f820dcd",
            String(repeating: "a", count: 64): "a88cd5cde6d6fe9136a4e58b49167461ea95d388ca2bdb7afdc3cbf4",
            String(repeating: "a", count: 1_000): "4e8f0ce90b64661a2b5e84be6d93a7d9b76871062f1814433d04a03d",
        ]
        for (text, digest) in known {
            #expect(Digests(of: Array(text.utf8), [.sha224])[.sha224] == digest)
            var pieces = ContentHasher([.sha224])
            for octet in text.utf8 { withUnsafeBytes(of: octet) { pieces.update($0) } }
            #expect(pieces.finish()[.sha224] == digest)
        }
    }
}

extension SampleBag {
    /// Writes the manifests anew with one other algorithm.
    fileprivate mutating func rename(manifestsTo algorithm: DigestAlgorithm) {
        remove("manifest-sha256.txt")
        remove("tagmanifest-sha256.txt")
        let payload = files.filter { $0.path.hasPrefix("data/") }.map { ($0.path, $0.content) }
        self["manifest-\(algorithm.rawValue).txt"] = Self.manifest(payload, algorithm)
        let tags = files.filter { !$0.path.hasPrefix("data/") }.map { ($0.path, $0.content) }
        self["tagmanifest-\(algorithm.rawValue).txt"] = Self.manifest(tags, algorithm)
    }
}
