import Testing

@testable import Bundling

/// What is read of a bundle that was checked in the same pass.
@Suite struct VerifiedContentTests {
    private func content(_ path: String, _ file: String = "data/a.txt", most: Int = 5) throws -> [UInt8]? {
        try BundleVerification.content(of: file, atMost: most, in: path).octets
    }

    @Test(
        "only a file that is there and small enough",
        arguments: [
            ("data/a.txt", 5, "alpha"), ("data/a.txt", 4, nil), ("data/c.txt", 5, nil),
            ("data/b/\u{FC}.txt", 5, "beta"), ("manifest-sha256.txt", 4, nil),
        ] as [(String, Int, String?)])
    func file(path: String, most: Int, text: String?) throws {
        let folder = try TemporaryFolder()
        let places = [
            try folder.write(SampleBag().archive, to: "bag.zip"), try SampleBag().unpacked(in: folder),
        ]
        for place in places {
            #expect(try content(place, path, most: most) == text.map { Array($0.utf8) })
        }
    }

    @Test("nothing of a bundle in which anything is wrong")
    func invalid() throws {
        let folder = try TemporaryFolder()
        var other = SampleBag()
        other["data/b/\u{FC}.txt"] = "beto"
        var itself = SampleBag()
        itself["data/a.txt"] = "alpho"
        for (number, bag) in [other, itself].enumerated() {
            let archive = try folder.write(bag.archive, to: "\(number).zip")
            #expect(try content(archive) == nil)
            #expect(try content(bag.unpacked(in: folder)) == nil)
        }
    }

    @Test("a tar gives the same")
    func tar() throws {
        let folder = try TemporaryFolder()
        for form in BundleForm.allCases {
            let path = folder("a.\(form.rawValue)")
            let contents = try BagContents(
                baseName: "a", payload: [PayloadFile(path: "data/a.txt", source: .bytes(Array("alpha".utf8)))]
            )
            _ = try BagPacker(form, random: 1).pack(contents, to: path)
            #expect(try content(path) == Array("alpha".utf8), "\(form)")
        }
    }
}

/// Several bags that are packed together.
@Suite struct PackedPartsTests {
    private func part(_ folder: TemporaryFolder, _ name: String, _ octets: Int) throws -> BagPacker.Part {
        BagPacker.Part(
            contents: try BagContents(
                baseName: name, payload: [PayloadFile(path: "data/a.bin", source: .bytes(noise(octets)))]),
            path: folder("\(name).zip"))
    }

    @Test("all or none")
    func allOrNone() throws {
        let folder = try TemporaryFolder()
        let parts = [try part(folder, "a", 1_000), try part(folder, "b", 9_000)]
        #expect {
            try BagPacker(random: 1).pack(parts, atMost: 5_000)
        } throws: {
            if case BundlingError.partTooLarge(folder("b.zip"), _, 5_000)? = $0 as? BundlingError {
                return true
            }
            return false
        }
        #expect(try folder.names.isEmpty)
        let packed = try BagPacker(random: 1).pack(parts, atMost: 20_000)
        #expect(packed.count == 2)
        #expect(try folder.names == ["a.zip", "b.zip"])
    }

    @Test("an archive is never larger than was foretold", arguments: [0, 1, 10, 100_000, 3_000_000])
    func foretold(octets: Int) throws {
        let folder = try TemporaryFolder()
        let part = try part(folder, "a", octets)
        let packed = try BagPacker(random: 1).pack(part.contents, to: part.path)
        let most = part.contents.mostZipOctets(isSigned: false)
        #expect(packed.archiveOctets <= most)
        #expect(most - packed.archiveOctets <= 3_000 + octets / 500)
    }
}
