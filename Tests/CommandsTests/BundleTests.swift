import Certification
import Foundation
import Testing

@Suite("Bundles from the command line")
struct BundleTests {
    private func desk() throws -> Desk {
        let desk = try Desk.withRegister()
        try desk.write("procedure.md", "procedure\n")
        try desk.write("Müller-訓練.txt", "list\n")
        try desk.write("contract.pdf", "%PDF\n")
        desk.run(
            "add", "procedure.md", "--id", "PRO-1", "--kind", "procedure", "--clause", "8.6.1", "--clause",
            "8.6.2"
        ).expect()
        desk.run("add", "Müller-訓練.txt", "--id", "TRN-1", "--kind", "training-record", "--clause", "7.2")
            .expect()
        desk.run(
            "add", "contract.pdf", "--id", "CON-1", "--title", "Secret supplier", "--kind", "contract",
            "--clause",
            "8.3.4.1", "--classification", "restricted", "--note", "hush"
        ).expect()
        return desk
    }

    @Test("pack, verify, inspect, unpack")
    func life() throws {
        let desk = try desk()
        let packed = desk.run("pack", "-o", "b.zip")
        packed.expect(err: "Next: dossier verify b.zip\n")
        let id = try #require(packed.out.firstMatch(of: /[0-9a-f]{64}/)).output
        let verified = desk.run("verify", "b.zip")
        verified.expect(err: "")
        #expect(verified.out.hasPrefix("valid: 10 files, "))
        #expect(verified.out.contains(id))
        let json = desk.run("verify", "b.zip", "--format", "json").out
        let verdict = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(verdict["valid"] as? Bool == true)
        #expect(verdict["bundleId"] as? String == String(id))
        #expect((verdict["problems"] as? [Any])?.isEmpty == true)
        #expect(
            desk.run("inspect", "b.zip", "--format", "csv").out.contains(
                "\r\ndata/evidence/7.2 Competence/TRN-1 Müller 訓練.txt,5\r\n"))
        desk.run("unpack", "b.zip", "out").expect(
            err: "Unpacked to out/b. Open out/b/data/index.html in a browser.\n")
        desk.run("verify", "out/b").expect(0)
        desk.run("unpack", "b.zip", "out").expect(73)
        let page = try String(contentsOfFile: desk.path + "/out/b/data/index.html", encoding: .utf8)
        #expect(page.contains("Incident management"))
    }

    @Test("the same state gives the same bytes")
    func deterministic() throws {
        let desk = try desk()
        desk.run("pack", "-o", "one/b.zip").expect(73)
        try desk.write("one/x", "")
        desk.run("pack", "-o", "one/b.zip").expect()
        desk.run("pack", "-o", "b.zip").expect()
        #expect(
            FileManager.default.contentsEqual(atPath: desk.path + "/one/b.zip", andPath: desk.path + "/b.zip")
        )
    }

    @Test("what is withheld is listed with its reason, a restricted title is not told")
    func withheld() throws {
        let desk = try desk()
        let answer = desk.run("pack", "-o", "b.zip", "--classification-up-to", "internal")
        #expect(
            answer.out.contains("  withheld   1 item above \"internal\": CON-1; listed with the reason\n"))
        desk.run("unpack", "b.zip").expect()
        for name in ["index.html", "evidence.csv", "clauses.csv", "dossier.json"] {
            let text = try String(contentsOfFile: desk.path + "/b/data/" + name, encoding: .utf8)
            #expect(text.contains("CON-1"), "\(name)")
            for secret in ["Secret supplier", "contract.pdf", "hush"] {
                #expect(!text.contains(secret), "\(name)")
            }
        }
        desk.run("pack", "-o", "public.zip", "--classification-up-to", "public", "--dry-run").expect(
            out: """
                public.zip would hold 0 evidence files, 0 bytes
                  evidence   3 items, 0 with files in it: 1 procedure, 1 training-record, 1 contract
                  status     62 clauses: 2 covered, 2 partial, 58 missing
                  absent     3 revisions: 3 withheld
                  withheld   3 items above "public": CON-1, PRO-1, TRN-1; listed with the reason
                  not ready  clauses: 58 missing, 2 partial; listed on the first page

                """,
            err: "Nothing was written.\n")
    }

    @Test(
        "the page shows what texts begin with, of what is in the bundle only, and tells the index it belongs to"
    )
    func excerpts() throws {
        let desk = try desk()
        try desk.write("hush.txt", "a secret <b>text</b>\n")
        desk.run(
            "add", "hush.txt", "--id", "SEC-1", "--kind", "record", "--clause", "8.6.1", "--classification",
            "restricted"
        ).expect()
        desk.run("pack", "-o", "b.zip", "--classification-up-to", "internal").expect()
        desk.run("pack", "-o", "all.zip").expect()
        for name in ["b.zip", "all.zip"] { desk.run("unpack", name).expect() }
        let page = try String(contentsOfFile: desk.path + "/b/data/index.html", encoding: .utf8)
        #expect(
            page.contains(
                "· 10 bytes · checksum \(Fingerprint(of: Array("procedure\n".utf8)).short)</p><pre class=\"whole\">\nprocedure\n</pre>"
            ))
        #expect(!page.contains("a secret"))
        let whole = try String(contentsOfFile: desk.path + "/all/data/index.html", encoding: .utf8)
        #expect(whole.contains("a secret &lt;b&gt;text&lt;/b&gt;\n</pre>"))
        let index = try Data(contentsOf: URL(fileURLWithPath: desk.path + "/b/data/dossier.json"))
        let fingerprint = Fingerprint(of: Array(index))
        #expect(page.contains("<html lang=\"en\" data-index=\"\(fingerprint)\""))
        let list = try String(contentsOfFile: desk.path + "/b/data/findings-template.csv", encoding: .utf8)
        #expect(list.contains("# bundle index \(fingerprint)\r\n"))
    }

    @Test("only some clauses")
    func clauses() throws {
        let desk = try desk()
        desk.run("pack", "-o", "b.zip", "--clause", "8.6", "--quiet").expect()
        let paths = desk.run("inspect", "b.zip", "--format", "csv", "--quiet").out
        #expect(paths.contains("PRO-1") && !paths.contains("TRN-1"))
        desk.run("pack", "-o", "c.zip", "--clause", "8.66").expect(65)
    }

    @Test("a vault file that is not what it was is not shipped")
    func corrupted() throws {
        let desk = try desk()
        let vault = desk.path + "/.dossier/vault"
        let files = FileManager.default.enumerator(atPath: vault)?.compactMap { $0 as? String } ?? []
        let file = try #require(files.sorted().first { $0.count > 64 })
        try FileManager.default.removeItem(atPath: vault + "/" + file)
        try desk.write(".dossier/vault/" + file, "tampered\n")
        let answer = desk.run("pack", "-o", "b.zip")
        answer.expect(74, out: "")
        #expect(
            answer.err.contains(
                "dossier: hint: nothing was packed; put the file back from a backup of the vault"))
        #expect(!FileManager.default.fileExists(atPath: desk.path + "/b.zip"))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: desk.path).allSatisfy {
                !$0.contains("partial")
            })
    }

    @Test("damage is found and leaves nothing behind")
    func damage() throws {
        let desk = try desk()
        desk.run("pack", "-o", "b.zip").expect()
        let path = desk.path + "/b.zip"
        var octets = try Data(contentsOf: URL(fileURLWithPath: path))
        octets[octets.count / 2] ^= 1
        try octets.write(to: URL(fileURLWithPath: path))
        let answer = desk.run("verify", "b.zip")
        answer.expect(1)
        // The middle lies in a content or, in so small an archive, in a record that another one contradicts.
        #expect(
            answer.out.hasPrefix("error: archive-damaged")
                || answer.out.hasPrefix("error: archive-contradictory"),
            "\(answer.out)")
        desk.run("unpack", "b.zip", "out").expect(1)
        #expect(!FileManager.default.fileExists(atPath: desk.path + "/out"))
    }

    @Test(
        "what is no bundle",
        arguments: [
            (["verify", "nothing.zip"], 66), (["verify", "procedure.md"], 1),
            (["unpack", "procedure.md"], 1),
            (["inspect", "procedure.md"], 65), (["verify", "."], 1), (["pack", "-o", "b.tgz"], 64),
            (["pack", "-o", ".zip"], 64),
            (["verify", "x", "--format", "csv"], 64),
        ] as [([String], Int32)])
    func nothing(arguments: [String], status: Int32) throws { try desk().run(arguments).expect(status) }

    @Test("a bundle of an empty register is honest")
    func empty() throws {
        let desk = try Desk.withRegister()
        desk.run("pack", "-o", "b.zip").expect()
        desk.run("verify", "b.zip").expect()
    }
}
