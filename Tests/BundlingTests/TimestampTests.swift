import Certification
import Foundation
import Testing

@testable import Bundling

/// Questions to time-stamping authorities, and their answers (RFC 3161).
@Suite struct TimestampTests {
    static let id = Fingerprint(of: Array("abc\n".utf8))
    static let sample = SampleTimestamp(of: id)

    @Test func aRequestIsTheSameEachTime() {
        // What `openssl ts -query -sha256 -cert -no_nonce -data FILE` writes, with the hash of "abc" and a line feed.
        let expected =
            "3039020101" + "3031300d06096086480165030402010500" + "0420" + Self.id.hex + "0101ff"
        let hex = TimestampRequest(for: Self.id).octets.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        #expect(hex.joined() == expected)
    }

    @Test(arguments: [
        ("20261122123456Z", "2026-11-22T12:34:56Z"), ("20261122123456.789Z", "2026-11-22T12:34:56Z"),
        ("20280229235959Z", "2028-02-29T23:59:59Z"),
    ])
    func anAnswerSaysWhen(time: String, expected: String) throws {
        let response = try TimestampResponse(Self.sample.with { $0.time = time })
        #expect(response.time == Timestamp(expected))
        #expect(response.isOf(Self.id) && !response.isOf(Fingerprint(of: [])))
        #expect(try TimestampResponse(Self.sample.with { $0.status = [1] }).isOf(Self.id))
    }

    static let none = "no answer of a time-stamping authority in DER"

    static let hostile: [(String, [UInt8])] = [
        (none, []), (none, Array("HTTP/1.1 404".utf8)), (none, [0x30]), (none, [0x30, 0x80, 0, 0]),
        (none, [0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF]), (none, [0x30, 0x89] + [UInt8](repeating: 1, count: 9)),
        (none, [0x30, 0x81, 0x05, 0x30, 0x03, 2, 1, 0]), (none, [0x30, 0x82, 0x00, 0x85]),
        (none, [0x30, 5, 0x30, 3, 2, 1, 0]),
        ("more than 1048576 octets", [UInt8](repeating: 0x30, count: 1_048_577)),
        ("the authority has not granted it: status 2", sample.with { $0.status = [2] }),
        (none, sample.with { $0.status = [0xFF] }), (none, sample.with { $0.status = [] }),
        (none, sample.with { $0.tail = [0] }), (none, sample.with { $0.infoTail = [5, 0] }),
        (none, sample.with { $0.contentType = [0x2A] }), (none, sample.with { $0.infoType = [0x2A] }),
        (none, sample.with { $0.infoVersion = [2] }),
        ("made over another hash than SHA-256", sample.with { $0.algorithm = [0x2B, 0x0E, 3, 2, 0x1A] }),
        (none, sample.with { $0.time = "20261322123456Z" }),
        (none, sample.with { $0.time = "20261122123456" }),
        (none, sample.with { $0.time = "202611221234Z" }),
        (none, sample.with { $0.time = "20261122123456.1.2Z" }),
        (none, sample.with { $0.time = "\u{1B}0261122123456Z" }),
    ]

    @Test(arguments: hostile) func whatIsNoAnswerIsRefused(reason: String, octets: [UInt8]) {
        #expect(throws: TimestampResponse.Malformed(reason: reason)) { try TimestampResponse(octets) }
    }

    @Test func everyTruncationIsRefused() {
        let octets = Self.sample.octets
        for count in 0..<octets.count {
            #expect(throws: TimestampResponse.Malformed.self) {
                try TimestampResponse(Array(octets.prefix(count)))
            }
        }
    }

    private static let name = TimestampResponse.fileName

    @Test func aStampIsOfThisBundleOrAnError() throws {
        let folder = try TemporaryFolder()
        let path = try SampleBag().unpacked(in: folder)
        let id = try #require(try BundleVerification.verify(path: path).bundleID)
        let cases: [([UInt8], [String], String?)] = [
            (SampleTimestamp(of: id).octets, [], "2026-11-22T12:34:56Z"),
            (Self.sample.octets, ["timestamp-mismatch"], nil),
            (SampleTimestamp(of: []).octets, ["timestamp-mismatch"], nil),
            (Array("stamp".utf8), ["timestamp-malformed"], nil),
            ([UInt8](repeating: 0, count: 1_048_577), ["tag-file-too-large"], nil),
        ]
        for (octets, expected, time) in cases {
            try Data(octets).write(to: URL(fileURLWithPath: path + "/" + Self.name))
            let report = try BundleVerification.verify(path: path)
            #expect(codes(report) == expected && report.valid == expected.isEmpty)
            #expect(report.timestamp?.description == time)
            #expect(try BundleInspection.inspect(path: path).hasTimestamp)
        }
    }

    @Test func aStampIsPutIntoAnArchiveAndAFolder() throws {
        let folder = try TemporaryFolder()
        let contents = try PackingTests.contents(folder)
        let archive = folder("a.zip")
        let packed = try BagPacker(random: 1).pack(
            contents, to: archive, sign: { try SampleSignature.made(over: $0) })
        let before = try folder.bytes(of: "a.zip")
        _ = try BundleUnpacker(random: 2).unpack(archive, into: folder.path)
        let response = try TimestampResponse(SampleTimestamp(of: packed.bundleID).octets)
        for path in [archive, folder("acme-2027")] {
            #expect(try TimestampAttachment(random: 3).attach(response, to: path) == packed.bundleID)
            let report = try BundleVerification.verify(path: path)
            #expect(report.problems.isEmpty && report.bundleID == packed.bundleID)
            #expect(report.timestamp == response.time && report.signature.state == "holds")
            #expect(throws: BundlingError.destinationExists(path: path + "/" + Self.name)) {
                try TimestampAttachment(random: 4).attach(response, to: path)
            }
        }
        let after = try folder.bytes(of: "a.zip")
        // Every other entry is where it was, octet for octet: up to the directory nothing differs.
        let directory = before.suffix(6).prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
        #expect(after.starts(with: before[..<directory]))
        #expect(try folder.names == ["a.zip", "acme-2027", "vaulted"])
    }

    @Test func whatCannotBeStampedStaysAsItWas() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.write(SampleBag().archive, to: "bag.zip")
        let foreign = try TimestampResponse(Self.sample.octets)
        let text = try folder.write(Array("hello".utf8), to: "a.txt")
        for (path, error) in [
            (archive, BundlingError.foreignTimestamp(path: archive)),
            (text, .notABundle(path: text)),
        ] {
            #expect(throws: error) { try TimestampAttachment(random: 1).attach(foreign, to: path) }
        }
        #expect(try folder.bytes(of: "bag.zip") == SampleBag().archive)
        #expect(try folder.names == ["a.txt", "bag.zip"])
    }
}
