@testable import Archive
@testable import Bundling

/// Archives that hold far more than they seem to.
enum BombCases {
    @CaseList static var all: [HostileCase] {
        zips
        tars
        streams
        counts
        tagFiles
    }

    private static let zeros = [UInt8](repeating: 0, count: 16 << 20)
    private static func small(_ limits: inout BundleLimits) {
        (limits.contentOctets, limits.expansion) = (1 << 20, 1)
    }

    @CaseList private static var zips: [HostileCase] {
        HostileCase("zip: zeros that announce themselves", .refused("too-large"), limits: small) {
            HostileZip(HostileBag(bytes: [("data/zeros", zeros)])).deflatedArchive
        }
        HostileCase("zip: zeros that say they are few", .refused("archive-damaged"), limits: small) {
            var zip = HostileZip(HostileBag(bytes: [("data/zeros", zeros)]))
            zip.deflate()
            zip.entries[1].both { $0.size = 1_000 }
            return zip.archive
        }
        HostileCase("zip: ten gigabytes by name only", .refused("too-large"), limits: small) {
            var zip = HostileZip(HostileBag())
            zip.entries[0].both { ($0.method, $0.size) = (8, 0xFFFF_FFFE) }
            return zip.archive
        }
        HostileCase("zip: sizes whose sum overflows", .refused("too-large")) {
            var zip = HostileZip(HostileBag())
            for index in 0..<2 {
                let large = little([UInt64(Int.max)], 8)
                zip.entries[index].both { ($0.method, $0.size, $0.extra) = (8, 0xFFFF_FFFF, extra(1, large)) }
            }
            return zip.archive
        }
        HostileCase.zip("many names for one content", .refused("archive-contradictory")) { zip in
            for number in 0..<1_000 {
                var entry = zip.entries[0]
                entry.central.name = Array("bag/data/\(number)".utf8)
                zip.entries.append(entry.shadow)
            }
        }
        HostileCase.zip("entries nested in each other", .refused("archive-contradictory")) { zip in
            let inner = HostileZip(HostileBag()).archive
            var outer = HostileZip.Entry("bag/data/outer".utf8, inner)
            outer.both { $0.method = 0 }
            zip.entries.insert(outer, at: 0)
            var shadow = zip.entries[1].shadow
            shadow.central.name = Array("bag/data/inner".utf8)
            shadow.offset = UInt64(30 + outer.local.name.count)
            zip.entries.append(shadow)
        }
    }

    private static let tarsTable: [(String, [UInt8], String)] = [
        ("ten gigabytes", octal(10 << 30, 12), "too-large"),
        ("more than there can be", base256(.max), "archive-damaged"),
        ("the largest size", base256(UInt64(Int.max)), "too-large"),
        ("eight exabytes", base256(1 << 62), "too-large"),
    ]

    @CaseList private static var tars: [HostileCase] {
        tarsTable.flatMap { name, size, code in
            HostileCase.tar("a header that says \(name)", .refused(code)) { $0.entries[0].size = size }.map {
                var limited = $0
                small(&limited.limits)
                return limited
            }
        }
    }

    @CaseList private static var streams: [HostileCase] {
        HostileCase("tar.zst: ten gigabytes of zeros", .refused("too-large"), limits: small) {
            var entry = HostileTar.Entry("bag/data/zeros")
            entry.size = octal(10 << 30, 12)
            return HostileZstd.bomb(entry.octets, zeroBlocks: (10 << 30) >> 17)
        }
        HostileCase("tar.zst: zeros without end", .refused("archive-contradictory")) {
            HostileZstd.bomb(HostileTar(HostileBag()).archive, zeroBlocks: (10 << 30) >> 17)
        }
        HostileCase("tar.gz: zeros without end", .refused("archive-contradictory")) {
            HostileGzip.member(HostileTar(HostileBag()).archive + zeros)
        }
        HostileCase("tar.gz: nothing but zeros", .refused("not-a-bundle")) { HostileGzip.member(zeros) }
        HostileCase("tar.gz: zeros in a file", .refused("too-large"), limits: small) {
            HostileGzip.member(HostileTar(HostileBag(bytes: [("data/zeros", zeros)])).archive)
        }
        HostileCase("tar.zst: a window of two terabytes", .refused("too-large")) {
            HostileZstd.frame(HostileTar(HostileBag()).archive, descriptor: [0x00, 0xF8])
        }
        HostileCase("tar.zst: one segment of a gigabyte", .refused("too-large")) {
            HostileZstd.frame(HostileTar(HostileBag()).archive, descriptor: [0xA0, 0, 0, 0, 0x40])
        }
    }

    private static func few(_ limits: inout BundleLimits) { limits.entries = 100 }

    @CaseList private static var counts: [HostileCase] {
        HostileCase.inAllForms("many entries", .refused("too-many-entries")) {
            HostileBag((0..<100).map { ("data/\($0)", "") })
        }.map(limited)
        HostileCase.tar("many headers for all", .refused("too-many-entries")) { tar in
            tar.entries = Array(repeating: HostileTar.pax([("comment", "x")], type: "g"), count: 200)
        }.map(limited)
        HostileCase.tar("folders without end", .refused("too-many-entries")) { tar in
            for number in 0..<10 {
                let path = "bag/data/\(number)/" + String(repeating: "a/", count: 2_000) + "b"
                tar.entries += HostileTar.entries(named: path, [])
            }
        }.map { hostile in
            var limited = hostile
            limited.limits.folderOctets = 1 << 20
            return limited
        }
        HostileCase.tar("a long extended header", .refused("too-large")) {
            $0.entries.insert(HostileTar.pax([("comment", String(repeating: "x", count: 1 << 20))]), at: 0)
        }
        HostileCase.tar("a long name without end", .refused("too-large")) {
            $0.entries.insert(
                .init("././@LongLink", String(repeating: "x", count: 2 << 20), type: "L"), at: 0)
        }
    }

    private static func limited(_ hostile: HostileCase) -> HostileCase {
        var limited = hostile
        few(&limited.limits)
        return limited
    }

    /// Each within the limit of a tag file, together beyond any memory.
    @CaseList private static var tagFiles: [HostileCase] {
        HostileCase.inAllForms("many manifests", .refused("tag-file-too-large")) {
            var bag = HostileBag()
            for number in 0..<50 { bag["manifest-x\(number).txt"] = String(repeating: "x", count: 9_000) }
            return bag
        }.map { limited in
            var limited = limited
            limited.limits.tagFileOctets = 10_000
            return limited
        }
        HostileCase("zip: a manifest of empty lines", .refused("tag-file-too-large")) {
            var bag = HostileBag()
            bag["manifest-md5.txt"] = String(repeating: "x\n", count: 1_000_001)
            return HostileZip(bag).deflatedArchive
        }
        HostileCase("zip: a value of many lines", .valid) {
            let lines = String(repeating: " x\n", count: 200_000)
            return HostileZip(HostileBag { $0["bag-info.txt"] += "Description: x\n" + lines })
                .deflatedArchive
        }
    }
}

extension HostileZip {
    mutating func deflate() { for index in entries.indices { entries[index].deflate() } }

    var deflatedArchive: [UInt8] {
        var zip = self
        zip.deflate()
        return zip.archive
    }
}

extension HostileZip.Entry {
    /// In the directory, with the first content of the archive for its own.
    var shadow: HostileZip.Entry {
        var shadow = self
        (shadow.isShadow, shadow.offset, shadow.content) = (true, 0, [])
        return shadow
    }
}
