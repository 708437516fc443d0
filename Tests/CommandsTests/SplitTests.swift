import Foundation
import Testing

@Suite("Bundles in parts")
struct SplitTests {
    /// Octets that hardly shrink, always the same.
    private static func noise(_ count: Int, seed: UInt64) -> Data {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        return Data(
            (0..<count).map { _ in
                state ^= state << 13
                state ^= state >> 7
                state ^= state << 17
                return UInt8(truncatingIfNeeded: state)
            })
    }

    /// Five files of 40 kB.
    private func desk() throws -> Desk {
        let desk = try Desk.withRegister()
        for number in 1...5 {
            let path = desk.path + "/scan-\(number).jpg"
            try Self.noise(40_000, seed: UInt64(number)).write(to: URL(fileURLWithPath: path))
            desk.run(
                "add", "scan-\(number).jpg", "--id", "REC-\(number)", "--kind", "record", "--clause", "7.2",
                "--classification", "internal"
            ).expect()
        }
        return desk
    }

    private func names(_ desk: Desk) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: desk.path).filter { $0.contains("b-") }.sorted()
    }

    @Test("every part is a bundle, and no part is larger")
    func parts() throws {
        let desk = try desk()
        let packed = desk.run("pack", "-o", "b.zip", "--split", "150kB")
        let files = try names(desk)
        #expect(files == ["b-1-of-3.zip", "b-2-of-3.zip", "b-3-of-3.zip"])
        packed.expect(err: "Next: dossier verify \(files.joined(separator: " "))\n")
        #expect(packed.out.hasPrefix("3 parts  5 evidence files, 200 kB, "))
        for file in files {
            let octets = try Data(contentsOf: URL(fileURLWithPath: desk.path + "/" + file)).count
            #expect(octets <= 150_000)
            let verified = desk.run("verify", file)
            verified.expect(err: "")
            #expect(verified.out.contains("\npart       "))
            desk.run("unpack", file, "-q").expect()
        }
        let all = desk.run(["verify"] + files)
        all.expect(err: "")
        #expect(all.out.contains("\ngroup      b-") && all.out.hasSuffix(": complete, 3 parts\n"))
        let page = try String(contentsOfFile: desk.path + "/b-1-of-3/data/index.html", encoding: .utf8)
        #expect(page.contains("in part 2 of this bundle"))
        let evidence = try FileManager.default.subpathsOfDirectory(
            atPath: desk.path + "/b-2-of-3/data/evidence")
        #expect(evidence.count { $0.hasSuffix(".jpg") } == 2)
    }

    @Test("the same state gives the same parts")
    func deterministic() throws {
        let desk = try desk()
        desk.run("pack", "-o", "b.zip", "--split", "150kB").expect()
        try desk.write("again/x", "")
        desk.run("pack", "-o", "again/b.zip", "--split", "150kB").expect()
        for file in try names(desk) {
            #expect(
                FileManager.default.contentsEqual(
                    atPath: desk.path + "/" + file, andPath: desk.path + "/again/" + file))
        }
    }

    @Test("parts that do not belong together, or are missing, are said")
    func incomplete() throws {
        let desk = try desk()
        desk.run("pack", "-o", "b.zip", "--split", "150kB", "-q").expect()
        let two = desk.run("verify", "b-1-of-3.zip", "b-3-of-3.zip")
        two.expect(1, err: "")
        #expect(two.out.contains(": not complete: part 2 of 3 is missing\n"))
        let twice = desk.run("verify", "b-1-of-3.zip", "b-1-of-3.zip", "--format", "json")
        twice.expect(1, err: "")
        let page = try #require(
            JSONSerialization.jsonObject(with: Data(twice.out.utf8)) as? [String: Any])
        #expect(page["valid"] as? Bool == false)
        let group = try #require((page["groups"] as? [[String: Any]])?.first)
        #expect(group["missing"] as? [Int] == [2, 3] && group["repeated"] as? [Int] == [1])
        let alone = desk.run("verify", "b-1-of-3.zip", "--format", "json").out
        let verdict = try #require(JSONSerialization.jsonObject(with: Data(alone.utf8)) as? [String: Any])
        #expect((verdict["part"] as? [String: Any])?["number"] as? Int == 1)
    }

    @Test("what would be in which part")
    func dryRun() throws {
        let desk = try desk()
        desk.run("pack", "-o", "b.zip", "--split", "150kB", "--dry-run").expect(
            out: """
                b.zip would hold 5 evidence files, 200 kB
                  part 1 of 3  2 evidence files, 80.0 kB
                  part 2 of 3  2 evidence files, 80.0 kB
                  part 3 of 3  1 evidence file, 40.0 kB
                  evidence   5 items, 5 with files in it: 5 record
                  status     62 clauses: 1 covered, 61 missing
                  absent     0 revisions
                  not ready  clauses: 61 missing; listed on the first page

                """, err: "Nothing was written.\n")
        #expect(try names(desk).isEmpty)
    }

    @Test("a file that fits into no part is named")
    func tooLarge() throws {
        let desk = try desk()
        let answer = desk.run("pack", "-o", "b.zip", "--split", "80kB")
        answer.expect(65, out: "")
        #expect(
            answer.err.hasPrefix("dossier: error: data/evidence/7.2 Competence/REC-1 ")
                && answer.err.contains(" has 40.0 kB; beside the pages a part of 80.0 kB has room for "),
            "\(answer.err)")
        desk.run("pack", "-o", "b.zip", "--split", "1kB").expect(65, out: "")
        #expect(try names(desk).isEmpty)
    }

    @Test("nothing is left when one part cannot be written")
    func nothingLeft() throws {
        let desk = try desk()
        try desk.write("b-3-of-3.zip", "mine")
        desk.run("pack", "-o", "b.zip", "--split", "150kB").expect(73, out: "")
        #expect(try names(desk) == ["b-3-of-3.zip"])
        desk.run("pack", "-o", "b.zip", "--split", "150kB", "--overwrite").expect()
        #expect(try names(desk).count == 3)
    }

    @Test("parts can be encrypted")
    func encrypted() throws {
        let desk = try desk()
        chmod(try desk.write("secret.txt", "correct horse battery staple\n"), 0o600)
        desk.run(
            "pack", "-o", "b.zip", "--split", "150kB", "--encrypt", "--passphrase-file", "secret.txt"
        ).expect()
        let files = try names(desk)
        #expect(files.count == 3)
        desk.run(["verify"] + files + ["--passphrase-file", "secret.txt"]).expect()
        desk.run(["verify"] + files).expect(64)
    }

    @Test("one part is enough for a large limit")
    func onePart() throws {
        let desk = try desk()
        desk.run("pack", "-o", "b.zip", "--split", "20MiB").expect()
        #expect(try names(desk) == ["b-1-of-1.zip"])
    }

    @Test(
        "sizes that are none",
        arguments: ["20", "MB", "0MB", "-1MB", "20XB", "99999999999999999999MB", "9999999999GB", "1.5MB"])
    func sizes(text: String) throws {
        try desk().run("pack", "--split=\(text)", "--dry-run").expect(64, out: "")
    }

    @Test("a tar is not split")
    func tar() throws { try desk().run("pack", "-o", "b.tar", "--split", "20MB").expect(64) }
}
