@testable import Bundling

/// ZIP archives that one program reads one way and another program another way.
enum ZipAmbiguityCases {
    @CaseList static var all: [HostileCase] {
        ends
        headers
        descriptors
        extras
        methods
        places
        bags
    }

    private static let refused = Verdict.refused("archive-contradictory")

    @CaseList private static var ends: [HostileCase] {
        HostileCase.zip("octets before it", .refused("not-a-bundle")) { $0.prefix = Array("MZ".utf8) }
        HostileCase.zip("another archive before it", refused) { $0.prefix = HostileZip(HostileBag()).archive }
        HostileCase.zip("octets behind it", refused) { $0.suffix = [0] }
        HostileCase.zip("another archive behind it", refused) { $0.suffix = HostileZip(HostileBag()).archive }
        HostileCase.zip("a comment", .valid) { $0.comment = Array("for the audit".utf8) }
        HostileCase.zip("a comment that is an end record", refused) {
            $0.comment = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18)
        }
        HostileCase.zip("a comment that begins one", refused) {
            $0.comment = Array("x".utf8) + [0x50, 0x4B, 5, 6]
        }
        HostileCase.zip("two end records", refused) { $0.afterDirectory = fakeEnd(comment: 22) }
        HostileCase.zip("an end record that does not end the file", refused) {
            $0.afterDirectory = fakeEnd(comment: 0)
        }
        HostileCase.zip("a comment longer than the file", refused) { $0.changeEnd = { $0[20] = 9 } }
        HostileCase.zip("one entry more in the count", .refused("archive-damaged")) { $0.countLie = 1 }
        HostileCase.zip("one entry less in the count", refused) { $0.countLie = -1 }
        HostileCase.zip("two counts", refused) { $0.changeEnd = { $0[8] ^= 1 } }
        HostileCase.zip("no entries", .refused("archive-contradictory")) { $0.countLie = -$0.entries.count }
        HostileCase.zip("a directory that is longer", refused) { $0.octetsLie = 1 }
        HostileCase.zip("a directory that lies elsewhere", refused) { $0.offsetLie = 1 }
        HostileCase.zip("several disks", .refused("archive-contradictory")) { $0.changeEnd = { $0[4] = 1 } }
        HostileCase.zip("octets between directory and end", refused) { $0.afterDirectory = [1, 2, 3] }
        HostileCase.zip("records for large archives", .valid) { $0.count64 = $0.entries.count }
        HostileCase.zip("another count for large archives", .refused("archive-damaged")) {
            $0.count64 = $0.entries.count + 1
        }
        HostileCase.zip("a locator without a record", refused) {
            $0.afterDirectory = little([0x0706_4B50, 0, 0, 0, 1], 4)
        }
    }

    private static func fakeEnd(comment: Int) -> [UInt8] {
        [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 16) + little([UInt64(comment)], 2)
    }

    @CaseList private static var headers: [HostileCase] {
        HostileCase.zip("another name in the header", refused) {
            $0.entries[0].local.name = Array("bag/data/b.txt".utf8)
        }
        HostileCase.zip("a longer name in the header", refused) {
            $0.entries[0].local.name += Array("/../../x".utf8)
        }
        HostileCase.zip("another method in the header", refused) { $0.entries[0].local.method = 8 }
        HostileCase.zip("another size in the header", refused) { $0.entries[0].local.size += 1 }
        HostileCase.zip("another packed size in the header", refused) { $0.entries[0].local.packed -= 1 }
        HostileCase.zip("another checksum in the header", refused) { $0.entries[0].local.crc ^= 1 }
        HostileCase.zip("encrypted in the header", refused) { $0.entries[0].local.flags |= 1 }
        HostileCase.zip("strongly encrypted in the header", refused) { $0.entries[0].local.flags |= 0x40 }
        HostileCase.zip("a descriptor in the header", refused) { $0.entries[0].local.flags |= 8 }
        HostileCase.zip("UTF-8 in the directory alone", refused) { $0.entries[0].local.flags = 0 }
        HostileCase.zip("a hidden directory in the header", refused) { $0.entries[0].local.flags |= 0x2000 }
        HostileCase.zip("how hard it tried", .valid) {
            $0.deflate()
            $0.entries[0].local.flags |= 2
        }
        HostileCase.zip("how hard it tried not to compress", refused) { $0.entries[0].local.flags |= 2 }
        HostileCase.zip("stored in another size", refused) { $0.entries[0].both { $0.size += 1 } }
        HostileCase.zip("a name without a word on its encoding", .warned(["name-undeclared"])) { zip in
            zip = HostileZip(HostileBag([("data/ü", "x")]))
            zip.entries[1].both { $0.flags = 0 }
        }
    }

    private static func descriptor(_ name: String, _ verdict: Verdict, _ values: [UInt64], width: Int = 4)
        -> HostileCase
    {
        .zip(name, verdict) {
            $0.entries[0].both { $0.flags |= 8 }
            $0.entries[0].local.size = 0
            ($0.entries[0].local.crc, $0.entries[0].local.packed) = (0, 0)
            let isSigned = values.count == 4
            let numbers =
                little(Array(values.prefix(isSigned ? 2 : 1)), 4) + little(Array(values.suffix(2)), width)
            $0.entries[0].descriptor = numbers
        }
    }

    private static let crc = UInt64(checksum(Array("alpha".utf8)))
    private static let mark: UInt64 = 0x0807_4B50

    @CaseList private static var descriptors: [HostileCase] {
        descriptor("a descriptor", .valid, [mark, crc, 5, 5])
        descriptor("a descriptor without a signature", .valid, [crc, 5, 5])
        descriptor("a descriptor of large numbers", .valid, [mark, crc, 5, 5], width: 8)
        descriptor("a descriptor with another checksum", refused, [mark, crc ^ 1, 5, 5])
        descriptor("a descriptor with another size", refused, [mark, crc, 5, 6])
        descriptor("a descriptor with another packed size", refused, [mark, crc, 6, 5])
        descriptor("a descriptor with another signature", refused, [mark ^ 1, crc, 5, 5])
        HostileCase.zip("no descriptor where one is announced", refused) {
            $0.entries[0].both { $0.flags |= 8 }
        }
        HostileCase.zip("a descriptor that nobody announced", refused) {
            $0.entries[0].descriptor = little([mark, crc, 5, 5], 4)
        }
        HostileCase.zip("a descriptor and a packed size of its own", refused) {
            $0.entries[0].both { $0.flags |= 8 }
            ($0.entries[0].local.crc, $0.entries[0].local.packed) = (0, 3)
            $0.entries[0].descriptor = little([mark, crc, 5, 5], 4)
        }
    }

    private static let unicodePath = extra(0x7075, [1, 0, 0, 0, 0] + Array("bag/data/evil".utf8))

    @CaseList private static var extras: [HostileCase] {
        HostileCase.zip("another name in a field", refused) { $0.entries[0].both { $0.extra = unicodePath } }
        HostileCase.zip("another name in the directory's field", refused) {
            $0.entries[0].central.extra = unicodePath
        }
        HostileCase.zip("another name in the header's field", refused) {
            $0.entries[0].local.extra = unicodePath
        }
        HostileCase.zip("the same name in a field", .valid) {
            $0.entries[0].both { $0.extra = extra(0x7075, [1, 0, 0, 0, 0] + $0.name) }
        }
        HostileCase.zip("two fields for another name", refused) {
            $0.entries[0].central.extra =
                extra(0x7075, [1, 0, 0, 0, 0] + $0.entries[0].central.name) + unicodePath
        }
        HostileCase.zip("large sizes for a small file", refused) {
            $0.entries[0].both { $0.extra = extra(1, little([9, 9], 8)) }
        }
        HostileCase.zip("two fields for large sizes", refused) {
            let field = extra(1, little([5, 5], 8))
            $0.entries[0].both { ($0.size, $0.packed, $0.extra) = (0xFFFF_FFFF, 0xFFFF_FFFF, field + field) }
        }
        HostileCase.zip("large numbers for small sizes", .valid) {
            let field = extra(1, little([5, 5], 8))
            $0.entries[0].both { ($0.size, $0.packed, $0.extra) = (0xFFFF_FFFF, 0xFFFF_FFFF, field) }
        }
        HostileCase.zip("a large size that is missing", refused) {
            $0.entries[0].both { $0.size = 0xFFFF_FFFF }
        }
        HostileCase.zip("a large size that is negative", refused) {
            $0.entries[0].both { ($0.size, $0.extra) = (0xFFFF_FFFF, extra(1, little([.max], 8))) }
        }
        HostileCase.zip("a field longer than all fields", .refused("archive-damaged")) {
            $0.entries[0].both { $0.extra = [1, 0, 0xFF, 0] }
        }
        HostileCase.zip("encrypted by a field", .refused("entry-encrypted")) {
            $0.entries[0].central.extra = extra(0x9901, [2, 0, 0x41, 0x45, 3, 0, 0])
        }
        HostileCase.zip("encrypted by the header's field", refused) {
            $0.entries[0].local.extra = extra(0x9901, [2, 0, 0x41, 0x45, 3, 0, 0])
        }
        HostileCase.zip("times in a field", .valid) {
            $0.entries[0].both { $0.extra = extra(0x5455, [1, 0, 0, 0, 0]) }
        }
    }

    @CaseList private static var methods: [HostileCase] {
        [
            ("shrunk", 1), ("imploded", 6), ("Deflate64", 9), ("bzip2", 12), ("LZMA", 14), ("zstd", 93),
            ("XZ", 95), ("PPMd", 98), ("AES", 99),
        ]
        .map { name, method in
            .zip(name, .refused("entry-method-unknown")) { $0.entries[0].both { $0.method = method } }
        }
        [("encrypted", 0x1), ("strongly encrypted", 0x41), ("a hidden directory", 0x2000)].map {
            name, flag in
            .zip(name, .refused("entry-encrypted")) { $0.entries[0].both { $0.flags |= flag } }
        }
        HostileCase.zip("of a version to come", .refused("entry-method-unknown")) {
            $0.entries[0].both { $0.version = 63 }
        }
        HostileCase.zip("of a version to come in the header", .refused("entry-method-unknown")) {
            $0.entries[0].local.version = 148
        }
        HostileCase.zip("of the version for large files", .valid) { $0.entries[0].both { $0.version = 45 } }
        HostileCase.zip("a patch", .refused("entry-method-unknown")) {
            $0.entries[0].both { $0.flags |= 0x20 }
        }
    }

    @CaseList private static var places: [HostileCase] {
        HostileCase.zip("octets between two entries", refused) { $0.entries[1].before = [1, 2, 3] }
        HostileCase.zip("an entry that no directory knows", refused) { zip in
            var hidden = zip
            hidden.entries = [.init("bag/data/hidden", "x")]
            zip.entries[1].before = Array(hidden.archive.prefix(30 + 15 + 1))
        }
        HostileCase.zip("octets before the directory", refused) { $0.beforeDirectory = [0] }
        HostileCase.zip("an entry that lies behind the end", .refused("archive-damaged")) {
            $0.entries[0].offset = 0xFFFF_FF00
        }
        HostileCase.zip("an entry in the middle of another", refused) {
            $0.entries[1].offset = 3
        }
        HostileCase.zip("an entry on another disk", .refused("archive-contradictory")) {
            $0.entries[0].disk = 1
        }
        HostileCase.zip("a size that reaches into the next entry", refused) {
            $0.entries[0].both { ($0.size, $0.packed) = (40, 40) }
        }
        HostileCase.zip("two entries of one name", .refused("name-duplicate")) {
            $0.entries.append($0.entries[0])
        }
        HostileCase.zip("a file and a folder", .refused("name-file-and-folder")) {
            $0.entries.append(.init("bag/data/a.txt/b", "x"))
        }
        HostileCase.zip("a folder and a file", .refused("name-file-and-folder")) {
            $0.entries.append(.init("bag/data", "x"))
        }
        HostileCase.zip("another order of files", .valid) { $0.entries.reverse() }
    }

    @CaseList private static var bags: [HostileCase] {
        HostileCase("zip: an archive as the last content", .valid) {
            var bag = HostileBag(bytes: [("data/inner.zip", HostileZip(HostileBag()).archive)])
            bag.files.append(bag.files.remove(at: bag.files.firstIndex { $0.path == "data/inner.zip" } ?? 0))
            return HostileZip(bag).archive
        }
        HostileCase("zip: an archive in an archive", .valid) {
            HostileZip(HostileBag(bytes: [("data/inner.zip", HostileZip(HostileBag()).archive)]))
                .deflatedArchive
        }
        HostileCase("zip: a bomb as a payload that nobody opens", .valid) {
            let inner = HostileZip(HostileBag(bytes: [("data/z", [UInt8](repeating: 0, count: 1 << 20))]))
                .deflatedArchive
            return HostileZip(HostileBag(bytes: [("data/inner.zip", inner)])).archive
        }
    }
}
