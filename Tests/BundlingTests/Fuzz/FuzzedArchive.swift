@testable import Bundling

/// An archive that was valid before something in it was changed, with its checksums mended or not.
enum FuzzedArchive {
    static func make(_ dice: inout Dice) -> [UInt8] {
        let bag = bag(&dice)
        switch dice.below(6) {
        case 0: return zip(bag, &dice)
        case 1: return Mutation.mutate(HostileZip(bag).archive, &dice)
        case 2: return compressed(tar(bag, &dice), &dice)
        case 3: return compressed(mended(Mutation.mutate(HostileTar(bag).archive, &dice)), &dice)
        case 4: return Mutation.mutate(compressed(HostileTar(bag).archive, &dice), &dice)
        default: return packed(texts(bag, &dice), &dice)
        }
    }

    private static func bag(_ dice: inout Dice) -> HostileBag {
        let payloads: [[(String, String)]] = [
            [], [("data/b/ü.txt", "beta")],
            [("data/" + String(repeating: "long/", count: 30) + "c", "gamma")],
            [("data/100%.txt", "x"), ("data/A.TXT", "y")],
            [("data/zeros", String(repeating: "0", count: 5_000))],
        ]
        return HostileBag(dice.one(of: payloads, or: []))
    }

    /// One of the tag files changed, and the tag manifest written anew, so that the parsers get to see it.
    private static func texts(_ bag: HostileBag, _ dice: inout Dice) -> HostileBag {
        var bag = bag
        if dice.once(in: 3) { bag["fetch.txt"] = "https://example.com/a 5 data/a.txt\n" }
        if dice.once(in: 3) {
            bag["manifest-md5.txt"] = HostileBag.manifest(
                bag.files.filter { $0.path.hasPrefix("data/") }, .md5)
        }
        let names = bag.files.map(\.path)
        let name = dice.one(of: names.filter { !$0.hasPrefix("data/") }, or: "bagit.txt")
        if let index = names.firstIndex(of: name) {
            bag.files[index].bytes = Mutation.mutate(bag.files[index].bytes, &dice)
        }
        if !dice.once(in: 4), !name.hasPrefix("tagmanifest-") { bag.seal() }
        return bag
    }

    private static func packed(_ bag: HostileBag, _ dice: inout Dice) -> [UInt8] {
        dice.once(in: 2) ? HostileZip(bag).archive : compressed(HostileTar(bag).archive, &dice)
    }

    private static func compressed(_ tar: [UInt8], _ dice: inout Dice) -> [UInt8] {
        switch dice.below(3) {
        case 0: tar
        case 1: HostileGzip.member(tar)
        default: HostileZstd.frame(tar)
        }
    }

    /// Fields of an entry changed, in one place or in both.
    private static func zip(_ bag: HostileBag, _ dice: inout Dice) -> [UInt8] {
        var zip = HostileZip(bag)
        if dice.once(in: 2) { zip.deflate() }
        let index = dice.below(zip.entries.count)
        var entry = zip.entries[index]
        var fields = entry.central
        FuzzedFields.change(&fields, &dice)
        switch dice.below(3) {
        case 0: entry.central = fields
        case 1: entry.local = fields
        default: (entry.local, entry.central) = (fields, fields)
        }
        if dice.once(in: 4) { entry.content = Mutation.mutate(entry.content, &dice) }
        if dice.once(in: 8) { entry.attributes = UInt32(truncatingIfNeeded: dice.next()) }
        if dice.once(in: 8) {
            entry.descriptor = little([0x0807_4B50, UInt64(fields.crc), fields.packed, fields.size], 4)
        }
        zip.entries[index] = entry
        if dice.once(in: 8) { zip.comment = Mutation.mutate(Array("comment".utf8), &dice) }
        if dice.once(in: 8) { zip.entries.swapAt(0, index) }
        return zip.archive
    }

    /// Headers changed, with their checksums right.
    private static func tar(_ bag: HostileBag, _ dice: inout Dice) -> [UInt8] {
        var tar = HostileTar(bag)
        let index = dice.below(tar.entries.count)
        switch dice.below(6) {
        case 0: tar.entries[index].name = Mutation.mutate(tar.entries[index].name, &dice)
        case 1: tar.entries[index].type = dice.one(of: Array("01234567xgLKSVDX".utf8), or: 0)
        case 2: tar.entries[index].size = Mutation.mutate(octal(tar.entries[index].content.count, 11), &dice)
        case 3:
            let records = HostileTar.pax([("path", "bag/data/a.txt"), ("size", "5"), ("mtime", "1.5")])
                .content
            tar.entries.insert(HostileTar.pax(octets: Mutation.mutate(records, &dice)), at: index)
        case 4:
            var long = HostileTar.Entry(
                "././@LongLink".utf8, Mutation.mutate(tar.entries[index].name + [0], &dice))
            long.type = UInt8(ascii: "L")
            tar.entries.insert(long, at: index)
        default:
            let (position, octet) = (dice.below(512), UInt8(dice.below(256)))
            tar.entries[index].change = { $0[position] = octet }
        }
        return tar.archive
    }

    /// With the checksum of every block right that may be a header.
    private static func mended(_ tar: [UInt8]) -> [UInt8] {
        var tar = tar
        for start in stride(from: 0, to: tar.count - 511, by: 512) where tar[start + 257] == 0x75 {
            let block = tar[start..<start + 512]
            let field = start + 148..<start + 156
            let sum = block.reduce(0) { $0 + Int($1) } - tar[field].reduce(0) { $0 + Int($1) } + 8 * 32
            tar.replaceSubrange(field, with: octal(sum, 6) + [0, 0x20])
        }
        return tar
    }
}

/// What header and directory say of an entry.
enum FuzzedFields {
    static func change(_ fields: inout HostileZip.Fields, _ dice: inout Dice) {
        let edges: [UInt64] = [0, 1, 0xFFFF, 0xFFFF_FFFF, 0xFFFF_FFFE, fields.size + 1, fields.packed]
        switch dice.below(9) {
        case 8: fields.version = dice.below(256)
        case 0: fields.name = Mutation.mutate(fields.name, &dice)
        case 1: fields.flags ^= 1 << dice.below(16)
        case 2: fields.method = dice.one(of: [0, 8, 9, 12, 93, 99], or: 0)
        case 3: fields.crc ^= 1 << UInt32(dice.below(32))
        case 4: fields.packed = dice.one(of: edges, or: 0)
        case 5: fields.size = dice.one(of: edges, or: 0)
        case 6: fields.extra = Mutation.mutate(extra(1, little([fields.size, fields.packed], 8)), &dice)
        default: fields.extra = Mutation.mutate(extra(0x7075, [1, 0, 0, 0, 0] + fields.name), &dice)
        }
    }
}
