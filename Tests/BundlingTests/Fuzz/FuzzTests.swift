import Foundation
import Glibc
import Synchronization
import Testing

@testable import Bundling

/// Archives and texts changed at random: none is fatal, none lasts, none leaves its folder, and both readers agree.
///
/// `DOSSIER_FUZZ_SECONDS` is how long, 3 by default; `DOSSIER_FUZZ_SEED` begins with the input that a failure named.
@Suite(.serialized) struct FuzzTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let seconds = environment["DOSSIER_FUZZ_SECONDS"].flatMap { Double($0) } ?? 3
    private static let seed =
        environment["DOSSIER_FUZZ_SEED"].flatMap { UInt64($0) } ?? .random(in: 0...UInt64.max >> 16)

    /// Small enough that a bomb of some kilobytes is one.
    private static let limits: BundleLimits = {
        var limits = BundleLimits()
        (limits.entries, limits.contentOctets, limits.expansion, limits.tagFileOctets) = (
            100, 1 << 20, 1, 1 << 18
        )
        return limits
    }()

    @Test func archives() throws {
        let count = try Self.forEachSeed(share: 0.8) { seed in
            var dice = Dice(seed: seed)
            try Self.judge(FuzzedArchive.make(&dice), seed)
        }
        #expect(count > 0)
    }

    @Test func texts() {
        let bag = HostileBag([("data/b/ü.txt", "beta")])
        let fetch = Array("https://example.com/a 5 data/a.txt\nhttps://example.com/b - data/b\n".utf8)
        let seeds =
            ["bagit.txt", "bag-info.txt", "manifest-sha256.txt"].map { Array(bag[$0].utf8) } + [fetch]
        let count = Self.forEachSeed(share: 0.2) { seed in
            var dice = Dice(seed: seed)
            Self.parse(Mutation.mutate(dice.one(of: seeds, or: []), &dice), seed)
        }
        #expect(count > 0)
    }

    /// Until its share of the time is over; the answer is how many there were.
    private static func forEachSeed(share: Double, _ body: (UInt64) throws -> Void) rethrows -> Int {
        print("fuzz: seed \(seed), \(seconds * share) s")
        let end = Date().addingTimeInterval(seconds * share)
        var count = 0
        repeat {
            try body(seed &+ UInt64(count))
            count += 1
        } while Date() < end
        print("fuzz: \(count) inputs")
        return count
    }

    /// What goes for every archive, however it was made.
    static func judge(_ bytes: [UInt8], _ seed: UInt64) throws {
        let folder = try TemporaryFolder()
        let archive = try folder.write(bytes, to: "archive")
        try FileManager.default.createDirectory(atPath: folder("out"), withIntermediateDirectories: false)
        let read = Mutex(0)
        let clock = ContinuousClock()
        let start = clock.now
        let report = try BundleVerification.verify(path: archive, limits: limits) { octets in
            read.withLock { $0 += octets }
        }
        let outcome = try BundleUnpacker(limits: limits, random: 7).unpack(archive, into: folder("out"))
        #expect(clock.now - start < .seconds(20), "seed \(seed)")
        #expect(read.withLock { $0 } <= limits.contentOctets(inArchiveOf: bytes.count), "seed \(seed)")
        #expect(outcome.report == report, "seed \(seed)")
        #expect(try folder.names == ["archive", "out"], "seed \(seed)")
        let left = try FileManager.default.contentsOfDirectory(atPath: folder("out"))
        #expect(left == (report.valid ? report.name.map { [$0] } : []), "seed \(seed)")
        if report.valid {
            let unpacked = try BundleVerification.verify(
                path: folder("out/" + (report.name ?? "")), limits: limits)
            #expect(unpacked.valid && unpacked.files == report.files, "seed \(seed): \(unpacked.problems)")
            keep(bytes, seed)
        }
    }

    /// Archives that are still valid, for other people's programs to read: `DOSSIER_FUZZ_KEEP` names a folder.
    private static func keep(_ bytes: [UInt8], _ seed: UInt64) {
        guard let folder = environment["DOSSIER_FUZZ_KEEP"] else { return }
        try? Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(seed)"))
    }

    private static func parse(_ text: [UInt8], _ seed: UInt64) {
        let info = BagInfo(parsing: text)
        #expect(info.fields.allSatisfy { !$0.label.isEmpty }, "seed \(seed)")
        #expect(info.malformedLines.count <= TagText.lines(text).count, "seed \(seed)")
        Manifest.forEachLine(of: text, .sha256) { parsed in
            guard case .line(let line) = parsed else { return }
            #expect(line.digest.utf8.count == 64 && !line.path.isEmpty, "seed \(seed)")
        }
        if let declaration = try? BagDeclaration(parsing: text) {
            #expect(declaration.major >= 0 && !declaration.encoding.isEmpty, "seed \(seed)")
        }
        for encoding in [TagText.Encoding.utf8, .utf16, .utf16LittleEndian, .latin1] {
            let decoded = TagText.decode(text, encoding)
            #expect(decoded.map { String(validating: $0, as: UTF8.self) != nil } ?? true, "seed \(seed)")
        }
    }
}
