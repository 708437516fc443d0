@testable import Bundling

/// Links and everything else that is neither a file nor a folder, and permissions that nobody gets.
enum LinkCases {
    @CaseList static var all: [HostileCase] {
        zips
        zipAttributes
        tars
        sparse
        modes
        folders
    }

    private static let refused = Verdict.refused("entry-not-a-file")

    private static func special(_ name: String, mode: UInt32, host: Int = 3) -> HostileCase {
        HostileCase.zip(name, refused) {
            var entry = HostileZip.Entry("bag/data/evil", "/etc/passwd")
            (entry.attributes, entry.host) = (mode << 16, host)
            $0.entries.append(entry)
        }
    }

    @CaseList private static var zips: [HostileCase] {
        special("a link", mode: 0o120777)
        special("a link made on macOS", mode: 0o120777, host: 19)
        special("a link made on DOS", mode: 0o120777, host: 0)
        special("a device", mode: 0o020666)
        special("a block device", mode: 0o060666)
        special("a pipe", mode: 0o010666)
        special("a socket", mode: 0o140666)
        special("a folder by its mode", mode: 0o040755)
        special("of an unknown type", mode: 0o150644)
    }

    private static let zipAttributesTable: [(String, UInt32)] = [
        ("a reparse point", UInt32(0x400)), ("a volume's name", UInt32(0x08)),
        ("a folder by its DOS mark", UInt32(0x10)),
    ]

    @CaseList private static var zipAttributes: [HostileCase] {
        zipAttributesTable.map { name, mark in
            HostileCase.zip(name, refused) { zip in
                var entry = HostileZip.Entry("bag/data/evil", "x")
                (entry.host, entry.attributes) = (10, mark)
                zip.entries.append(entry)
            }
        }
        HostileCase.zip("a link in PKWARE's field", refused) {
            var entry = HostileZip.Entry("bag/data/evil", "x")
            entry.central.extra = extra(
                0x000D, [UInt8](repeating: 0, count: 12) + Array("/etc/passwd".utf8))
            $0.entries.append(entry)
        }
        HostileCase.zip("a link in ASi's field", refused) {
            var entry = HostileZip.Entry("bag/data/evil", "x")
            entry.central.extra = extra(0x756E, little([0, 0xA1FF], 4) + Array("/etc/passwd".utf8))
            $0.entries.append(entry)
        }
        HostileCase.zip("a link in the local field alone", .refused("archive-contradictory")) {
            var entry = HostileZip.Entry("bag/data/evil", "x")
            entry.local.extra = extra(
                0x000D, [UInt8](repeating: 0, count: 12) + Array("/etc/passwd".utf8))
            $0.entries.append(entry)
        }
    }

    private static let tarsTable: [(String, Character)] = [
        ("a hard link", "1"), ("a symbolic link", "2"), ("a character device", "3"), ("a block device", "4"),
        ("a pipe", "6"), ("a contiguous file", "7"), ("a long link name", "K"), ("an old sparse file", "S"),
        ("a volume label", "V"), ("a continued file", "M"), ("a GNU folder with names", "D"),
        ("access rights", "A"),
        ("an inode", "I"), ("Solaris' extended header", "X"), ("an unknown type", "Z"),
        ("a type that is no character", "\u{1}"),
    ]

    @CaseList private static var tars: [HostileCase] {
        tarsTable.flatMap { name, type in
            HostileCase.tar(name, refused) {
                var entry = HostileTar.Entry("bag/data/evil", type: type)
                if type < "3" { entry.link = Array("../../etc/passwd".utf8) }
                $0.entries.append(entry)
            }.prefix(type < "5" ? 3 : 1)
        }
    }

    private static let sparseTable: [[(String, String)]] = [
        [("GNU.sparse.major", "1"), ("GNU.sparse.minor", "0"), ("GNU.sparse.name", "bag/data/evil")],
        [("GNU.sparse.size", "1099511627776"), ("GNU.sparse.numblocks", "0")],
        [("GNU.sparse.map", "0,5")], [("SCHILY.realsize", "1099511627776")], [("SUN.holesdata", " 0 5 ")],
        [("linkpath", "/etc/passwd")], [("GNU.dumpdir", "Yevil")],
    ]

    @CaseList private static var sparse: [HostileCase] {
        sparseTable.flatMap { records in
            HostileCase.tar("extended header \(records[0].0)", refused) {
                $0.entries.insert(HostileTar.pax(records), at: 0)
            }.prefix(1)
        }
    }

    /// Other permissions are ignored and reported.
    private static let modesTable: [(String, String)] = [
        ("setuid", "0004755"), ("setgid", "0002755"), ("sticky", "0001777"),
    ]

    @CaseList private static var modes: [HostileCase] {
        modesTable
            .flatMap { name, mode in
                HostileCase.tar(name, .warned(["entry-mode-unusual"])) { $0.entries[0].mode = mode + "\u{0}" }
                    + [
                        HostileCase.zip(name, .warned(["entry-mode-unusual"])) {
                            $0.entries[0].attributes = (0o100000 | (UInt32(mode, radix: 8) ?? 0)) << 16
                        }
                    ]
            }
        HostileCase.tar("all may write and run", .valid) { $0.entries[0].mode = "0000777\u{0}" }
    }

    @CaseList private static var folders: [HostileCase] {
        HostileCase.zip("a folder", .valid) {
            var folder = HostileZip.Entry("bag/data/empty/")
            folder.attributes = 0o040755 << 16
            $0.entries.append(folder)
        }
        HostileCase.zip("a folder with content", refused) {
            $0.entries.append(.init("bag/data/evil/", "x"))
        }
        HostileCase.zip("a folder with content that it denies", refused) {
            var entry = HostileZip.Entry("bag/data/evil/", "xxxx")
            entry.both { ($0.size, $0.method) = (0, 8) }
            $0.entries.append(entry)
        }
        HostileCase.zip("a file by its mode, a folder by its name", refused) {
            var entry = HostileZip.Entry("bag/data/evil/")
            entry.attributes = 0o100644 << 16
            $0.entries.append(entry)
        }
        HostileCase.tar("folders", .valid) {
            $0.entries.insert(.init("bag/", type: "5"), at: 0)
            $0.entries.append(.init("bag/data/empty", type: "5"))
        }
        HostileCase.tar("a folder with content", refused) {
            $0.entries.append(.init("bag/data/evil/", "x", type: "5"))
        }
        HostileCase.tar("a file with a folder's name", refused) {
            $0.entries.append(.init("bag/data/evil/", "x"))
        }
        HostileCase.tar("a file that leads elsewhere", .refused("archive-contradictory")) {
            $0.entries[0].link = Array("/etc/passwd".utf8)
        }
    }
}
