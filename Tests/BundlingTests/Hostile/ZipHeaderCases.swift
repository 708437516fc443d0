@testable import Bundling

/// ZIP archives whose entries are told of in two ways, or in a way that not every program knows.
enum ZipHeaderCases {
    @CaseList static var all: [HostileCase] {
        headers
        descriptors
        extras
        methods
    }

    private static let refused = Verdict.refused("archive-contradictory")

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
        HostileCase.zip("encrypted by AES, with its version", .refused("entry-encrypted")) {
            $0.entries[0].both { ($0.version, $0.flags, $0.method) = (51, 0x0801, 99) }
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
}
