import ChildProcesses
import Foundation
import Testing

/// Other people's programs take each part of a split bundle as a bundle of its own, and judge what we say of the format.
@Suite struct SplitAcceptanceTests {
    private let workplace: Workplace
    private let names: [String]

    init() throws {
        workplace = try Workplace()
        try workplace.makeSampleRegister()
        try workplace.require(["pack", "-o", "../old.zip"], in: "register")
        var noise = Noise(seed: 4)
        for number in 1...4 {
            try workplace.write(noise.octets(120_000), to: "scan-\(number).jpg")
            try workplace.require(
                "add", "../scan-\(number).jpg", "--kind", "record", "--clause", "7.2", in: "register")
        }
        try workplace.require(
            ["pack", "-o", "../b.zip", "--split", "400kB", "--since", "../old.zip"], in: "register")
        names = workplace.names(in: "").filter { $0.hasPrefix("b-") && $0.hasSuffix(".zip") }
        try #require(names.count > 1)
        for name in names { try workplace.require("unpack", name) }
    }

    private var folders: [String] { names.map { String($0.dropLast(4)) } }

    @Test func bagitValidatesEachPart() throws {
        guard Counterpart.python.isThere() else { return }
        let outcome = try Counterpart.python.run(
            ["-m", "bagit", "--validate"] + folders, in: workplace.folder)
        #expect(outcome.status == 0, outcome.told)
    }

    @Test func unzipTestsEachPart() throws {
        guard Counterpart.unzip.isThere() else { return }
        for name in names {
            let outcome = try Counterpart.unzip.run(["-tq", name], in: workplace.folder)
            #expect(outcome.status == 0, outcome.told)
        }
    }

    @Test func thePartsTogetherHoldEveryFileOnce() throws {
        let files = try folders.flatMap { folder in
            try FileManager.default.subpathsOfDirectory(atPath: workplace.path(folder + "/data/evidence"))
                .filter { $0.contains(".") && !$0.hasSuffix("/") }.filter { file in
                    var isFolder: ObjCBool = false
                    let path = workplace.path("\(folder)/data/evidence/\(file)")
                    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
                        && !isFolder.boolValue
                }
        }
        let whole = try workplace.require(["inspect", "old.zip", "--format", "csv"]).output
        let count = whole.split(whereSeparator: \.isNewline).count { $0.contains("data/evidence/") }
        #expect(files.count == count + 4)
        #expect(Set(files).count == files.count)
    }

    @Test func everyAddressOfEachPageLeadsSomewhere() throws {
        guard Counterpart.python.isThere() else { return }
        for folder in folders {
            let outcome = try Counterpart.script(
                "check_page.py", [".", "index.html"], in: workplace.path(folder + "/data"))
            #expect(outcome.status == 0, outcome.told)
        }
    }

    @Test func theProfileDescribesOurBags() throws {
        guard Counterpart.python.isThere() else { return }
        let profile = try workplace.require("bundle", "profile").output
        try workplace.write(profile.utf8, to: "profile.json")
        try workplace.require("unpack", "old.zip")
        let outcome = try Counterpart.script(
            "check_profile.py", ["profile.json", "old", "old.zip"] + folders + names, in: workplace.folder)
        #expect(outcome.status == 0, outcome.told)
        try FileManager.default.removeItem(atPath: workplace.path("old/VERIFY.txt"))
        let refused = try Counterpart.script(
            "check_profile.py", ["profile.json", "old"], in: workplace.folder)
        #expect(refused.status == 1, refused.told)
    }

    @Test func checkJSONSchemaTakesSchemaAndIndexes() throws {
        guard Counterpart.python.isThere() else { return }
        let schema = Workplace.root + "/templates/bundle/dossier.schema.json"
        let meta = try Counterpart.python.run(
            ["-m", "check_jsonschema", "--check-metaschema", schema], in: workplace.folder)
        #expect(meta.status == 0, meta.told)
        let outcome = try Counterpart.python.run(
            ["-m", "check_jsonschema", "--schemafile", schema]
                + folders.map { "\($0)/data/dossier.json" }, in: workplace.folder)
        #expect(outcome.status == 0, outcome.told)
        try workplace.write("{\"format\": 1}".utf8, to: "broken.json")
        let refused = try Counterpart.python.run(
            ["-m", "check_jsonschema", "--schemafile", schema, "broken.json"], in: workplace.folder)
        #expect(refused.status == 1, refused.told)
    }

    @Test func sshKeygenChecksTheSignatureOfEachPart() throws {
        guard Counterpart.sshKeygen.isThere() else { return }
        let outcome = try workplace.bash(
            """
            set -e
            ssh-keygen -q -t ed25519 -N '' -f key
            (printf 'qm@example.com '; cat key.pub) > signers
            "$0" -C register pack --sign ../key -o ../s.zip --split 400kB
            for part in s-*.zip; do
                "$0" unpack "$part" -q
                list=${part%.zip}/tagmanifest-sha256.txt
                ssh-keygen -Y verify -f signers -I qm@example.com -n dossier-bundle -s "$list.sig" < "$list"
                cmp "$list.sig" "${part%.zip}.tagmanifest-sha256.txt.sig"
            done
            "$0" verify s-*.zip --allowed-signers signers
            """)
        #expect(outcome.status == 0, outcome.told)
        #expect(outcome.output.contains(": complete, ") && outcome.output.hasSuffix(" parts\n"), outcome.told)
    }
}
