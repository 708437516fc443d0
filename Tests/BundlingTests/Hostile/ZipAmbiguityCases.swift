@testable import Bundling

/// ZIP archives that one program reads one way and another program another way.
enum ZipAmbiguityCases {
    @CaseList static var all: [HostileCase] {
        ends
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
