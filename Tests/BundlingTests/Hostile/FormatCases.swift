@testable import Bundling

/// Files that are no bundle, though a program that reads everything would read them.
enum FormatCases {
    @CaseList static var all: [HostileCase] {
        magics
        nested
        nearly
    }

    private static let refused = Verdict.refused("not-a-bundle")

    private static let beginnings: [(String, [UInt8])] = [
        ("an empty file", []), ("one octet", [0x50]), ("text", Array("hello\n".utf8)),
        ("mtree", Array("#mtree\n./passwd type=file contents=/etc/passwd\n".utf8)),
        ("mtree without its name", Array("./passwd type=file contents=/etc/passwd\n".utf8)),
        ("cpio", Array("070701".utf8)), ("old cpio", Array("070707".utf8)), ("binary cpio", [0xC7, 0x71]),
        ("7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]), ("RAR 4", Array("Rar!\u{1A}\u{7}\u{0}".utf8)),
        ("RAR 5", Array("Rar!\u{1A}\u{7}\u{1}\u{0}".utf8)), ("xar", Array("xar!".utf8)),
        ("LHA", Array("  -lh5-".utf8)),
        ("CAB", Array("MSCF".utf8)), ("ar", Array("!<arch>\n".utf8)), ("WARC", Array("WARC/1.0\r\n".utf8)),
        ("uuencoded", Array("begin 644 bag.tar\n".utf8)), ("bzip2", Array("BZh9".utf8)),
        ("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]), ("lzip", Array("LZIP\u{1}".utf8)),
        ("lzop", [0x89, 0x4C, 0x5A, 0x4F]),
        ("LZMA", [0x5D, 0, 0, 0x80, 0]), ("LZ4", [0x04, 0x22, 0x4D, 0x18]), ("compress", [0x1F, 0x9D]),
        ("RPM", [0xED, 0xAB, 0xEE, 0xDB]), ("grzip", Array("GRZipII".utf8)), ("lrzip", Array("LRZI".utf8)),
        ("a ZIP archive without entries", [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18)),
        ("one of several ZIP archives", [0x50, 0x4B, 7, 8, 0x50, 0x4B, 3, 4]),
        ("a program", [0x7F, 0x45, 0x4C, 0x46]), ("a PDF", Array("%PDF-1.7\n".utf8)),
    ]

    private static let magics =
        beginnings.map { name, bytes in
            HostileCase("file: \(name)", refused) {
                bytes.isEmpty ? [] : bytes + [UInt8](repeating: 0, count: 2_000)
            }
        } + [
            HostileCase("file: ISO 9660", refused) {
                [UInt8](repeating: 0, count: 32_769) + Array("CD001".utf8)
                    + [UInt8](repeating: 0, count: 2_048)
            }
        ]

    private static let tar = HostileTar(HostileBag()).archive

    @CaseList private static var nested: [HostileCase] {
        HostileCase("tar.gz: compressed twice", refused) { HostileGzip.member(HostileGzip.member(tar)) }
        HostileCase("tar.zst: compressed twice", refused) { HostileZstd.frame(HostileZstd.frame(tar)) }
        HostileCase("tar.zst: gzip below zstd", refused) { HostileZstd.frame(HostileGzip.member(tar)) }
        HostileCase("tar.gz: zstd below gzip", refused) { HostileGzip.member(HostileZstd.frame(tar)) }
        HostileCase("tar.gz: ZIP below gzip", refused) {
            HostileGzip.member(HostileZip(HostileBag()).archive)
        }
        HostileCase("tar.gz: mtree below gzip", refused) {
            HostileGzip.member(
                Array("#mtree\n./passwd contents=/etc/passwd\n".utf8) + [UInt8](repeating: 0, count: 1_024))
        }
        HostileCase("tar.zst: text below zstd", refused) {
            HostileZstd.frame([UInt8](repeating: 0x41, count: 2_000))
        }
        HostileCase("tar.gz: nothing below gzip", refused) { HostileGzip.member([]) }
    }

    @CaseList private static var nearly: [HostileCase] {
        HostileCase("tar: of before 1988", refused) {
            var tar = HostileTar(HostileBag())
            for index in tar.entries.indices { tar.entries[index].magic = "" }
            return tar.archive
        }
        HostileCase("tar: no entries", refused) { [UInt8](repeating: 0, count: 10_240) }
        HostileCase("tar: a ZIP archive behind a header", .refused("archive-contradictory")) {
            Array(tar.prefix(512)) + HostileZip(HostileBag()).archive
        }
        HostileCase("zip: a tar archive behind its magic", .refused("archive-damaged")) {
            [0x50, 0x4B, 3, 4] + tar
        }
        HostileCase("zip: also a tar archive", .refused("archive-damaged")) {
            var bytes = HostileTar(HostileBag()).archive
            bytes.replaceSubrange(0..<4, with: [0x50, 0x4B, 3, 4])
            return bytes
        }
    }
}
