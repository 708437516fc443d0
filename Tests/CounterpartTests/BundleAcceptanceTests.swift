import ChildProcesses
import Foundation
import Testing

/// An auditor needs nothing of ours: other people's programs take the bundle, every one of them.
@Suite struct BundleAcceptanceTests {
    private let bundle: FightingBundle

    init() throws { bundle = try FightingBundle.shared.get() }

    @Test func bagitValidatesTheUnpackedFolder() throws {
        guard Counterpart.python.isThere() else { return }
        let outcome = try Counterpart.python.run(
            ["-m", "bagit", "--validate", bundle.folder], in: bundle.workplace.folder)
        #expect(outcome.status == 0, outcome.told)
    }

    @Test func unzipTestsTheArchive() throws {
        guard Counterpart.unzip.isThere() else { return }
        let outcome = try Counterpart.unzip.run(["-tq", bundle.archive], in: bundle.workplace.folder)
        #expect(outcome.status == 0, outcome.told)
    }

    @Test func unzipGivesTheSameFilesAsUnpack() throws {
        guard Counterpart.unzip.isThere() else { return }
        let workplace = bundle.workplace
        let outcome = try Counterpart.unzip.run(
            ["-q", bundle.archive, "-d", "unzipped"], in: workplace.folder)
        #expect(outcome.status == 0, outcome.told)
        let difference = try workplace.bash("diff -r unpacked unzipped")
        #expect(difference.status == 0, difference.told)
    }

    @Test func sevenZipTestsTheArchive() throws {
        guard Counterpart.sevenZip.isThere() else { return }
        let outcome = try Counterpart.sevenZip.run(["t", bundle.archive], in: bundle.workplace.folder)
        #expect(outcome.status == 0, outcome.told)
        #expect(outcome.output.contains("Everything is Ok"), outcome.told)
        #expect(!outcome.output.contains("WARNING"), outcome.told)
    }

    /// Other forms of the same bag: tar gives the same files as unzip.
    @Test(arguments: ["tar", "tar.gz", "tar.zst"]) func tarGivesTheSameFiles(form: String) throws {
        guard Counterpart.tar.isThere() else { return }
        let workplace = try Workplace()
        try workplace.makeSampleRegister()
        for name in ["a.zip", "b.\(form)"] {
            let packed = try workplace.dossier(["pack", "-C", "register", "-o", workplace.path(name)])
            try #require(packed.status == 0, packed.told)
        }
        try FileManager.default.createDirectory(
            atPath: workplace.path("out"), withIntermediateDirectories: true)
        let tar = try Counterpart.tar.run(
            ["-xf", workplace.path("b.\(form)"), "-C", "out"], in: workplace.folder)
        #expect(tar.status == 0 && tar.errors.isEmpty, tar.told)
        let unpacked = try workplace.dossier(["unpack", "a.zip"])
        #expect(unpacked.status == 0, unpacked.told)
        // The pages tell the folder's name, and the tag files their checksums.
        let difference = try workplace.bash("diff -r a/data/evidence out/b/data/evidence")
        #expect(difference.status == 0, difference.told)
        let sums = try Counterpart.sha256sum.run(
            ["--check", "--strict", "--quiet", "manifest-sha256.txt", "tagmanifest-sha256.txt"],
            in: workplace.path("out/b"))
        #expect(sums.status == 0, sums.told)
    }

    @Test(arguments: ["manifest-sha256.txt", "tagmanifest-sha256.txt"])
    func sha256sumChecksTheManifest(_ manifest: String) throws {
        guard Counterpart.sha256sum.isThere() else { return }
        let outcome = try Counterpart.sha256sum.run(
            ["--check", "--strict", "--quiet", manifest], in: bundle.folder)
        #expect(outcome.status == 0, outcome.told)
    }

    @Test func theIndexKeepsToItsSchema() throws {
        guard Counterpart.python.isThere() else { return }
        let outcome = try Counterpart.script(
            "check_schema.py", ["dossier.schema.json", "dossier.json"], in: bundle.folder + "/data")
        #expect(outcome.status == 0, outcome.told)
    }

    @Test func certificateAndFindingsKeepToTheSchema() throws {
        guard Counterpart.python.isThere() else { return }
        let workplace = try Workplace()
        let raise = ["finding", "raise", "--audit", "AUD-1", "--by", "J. Lund", "--on", "2026-11-11"]
        let certificate = ["certificate", "record", "NW-1"]
        for line in [
            ["init", "--organization", "Northwind", "--standard", "20000-1"],
            [
                "certificate", "add", "--id", "NW-1", "--standard", "20000-1", "--body", "BSI", "--scope",
                "Hosting",
            ],
            certificate + ["decision", "--on", "2026-05-14", "--expiry", "2029-05-13"],
            certificate + ["surveillance", "--on", "2026-11-10..2026-11-11"],
            raise + ["--grade", "minor", "--clause", "8.6.1", "--statement", "=none,\n\"two\""],
            raise + ["--grade", "observation", "--statement", "Müller-訓練"],
            ["finding", "correct", "NC-1", "--text", "put right", "--by", "Berg", "--on", "2026-11-12"],
            ["pack", "-o", "b.zip", "--to", "BSI"], ["unpack", "b.zip"],
        ] { try workplace.require(line) }
        let data = workplace.path("b/data")
        let index = try Counterpart.script(
            "check_schema.py", ["dossier.schema.json", "dossier.json"], in: data)
        #expect(index.status == 0, index.told)
        let tables = try Counterpart.script("check_tables.py", ["findings.csv"], in: data)
        #expect(tables.status == 0 && tables.output.contains(" 3 rows,"), tables.told)
    }

    @Test func pythonReadsTheTables() throws {
        guard Counterpart.python.isThere() else { return }
        let outcome = try Counterpart.script(
            "check_tables.py", ["clauses.csv", "evidence.csv"], in: bundle.folder + "/data")
        #expect(outcome.status == 0, outcome.told)
    }

    @Test func everyAddressOfThePageLeadsSomewhere() throws {
        guard Counterpart.python.isThere() else { return }
        let outcome = try Counterpart.script(
            "check_page.py", [".", "index.html"], in: bundle.folder + "/data")
        #expect(outcome.status == 0, outcome.told)
    }

    @Test func chromiumShowsThePage() throws {
        guard Counterpart.chromium.isThere(), Counterpart.python.isThere() else { return }
        let outcome = try Counterpart.chromium.run(
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom",
                "file://\(bundle.folder)/data/index.html",
            ],
            in: bundle.workplace.folder)
        try #require(outcome.status == 0, outcome.told)
        for text in ["Northwind Hosting Ltd", "ISO/IEC 20000-1:2018", "Müller-訓練.txt", "8.4.1"] {
            #expect(outcome.output.contains(text), "\(text) is not on the page")
        }
        try bundle.workplace.write(outcome.output.utf8, to: "dom.html")
        let links = try Counterpart.script(
            "check_page.py", [".", bundle.workplace.path("dom.html")], in: bundle.folder + "/data")
        #expect(links.status == 0, links.told)
    }

    @Test func nameAsGivenIsInTheIndex() throws {
        let index = try String(contentsOfFile: bundle.folder + "/data/dossier.json", encoding: .utf8)
        #expect(index.contains("Müller-訓練.txt"))
        #expect(index.contains(#"two\nlines.txt"#))
    }
}
