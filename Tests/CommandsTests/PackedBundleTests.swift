import Certification
import Foundation
import Store
import Testing

@Suite("Bundles that were packed")
struct PackedBundleTests {
    private func same(_ desk: Desk, _ one: String, _ other: String) -> Bool {
        FileManager.default.contentsEqual(atPath: "\(desk.path)/\(one)", andPath: "\(desk.path)/\(other)")
    }

    private func entries(_ desk: Desk) -> Int { desk.run("log").out.split(separator: "\n").count - 1 }

    @Test("nothing was packed")
    func empty() throws {
        let desk = try Desk.withRegister()
        desk.run("pack", "--dry-run").expect()
        desk.run("bundle", "list").expect(
            out: "", err: "No bundle was packed. Next: dossier pack --to WHO\n")
        desk.run("bundle", "list", "--format", "json").expect(out: "[\n\n]\n", err: "")
        desk.run("bundle", "list", "--audit", "SV1").expect(66)
    }

    @Test("each is remembered with its audit and recipient, and what is no news once")
    func remembered() throws {
        let desk = try Desk.afterSurveillance()
        let before = entries(desk)
        desk.run("pack", "-o", "b.zip").expect()
        #expect(entries(desk) == before + 1)
        try FileManager.default.moveItem(atPath: desk.path + "/b.zip", toPath: desk.path + "/first.zip")
        desk.run("pack", "-o", "b.zip").expect()
        #expect(same(desk, "b.zip", "first.zip") && entries(desk) == before + 1)
        desk.run("pack", "-o", "b.zip", "--overwrite", "--to", " BSI ").expect()
        #expect(same(desk, "b.zip", "first.zip") && entries(desk) == before + 2)
        desk.run("pack", "-o", "b.zip", "--overwrite", "--to", "BSI").expect()
        desk.run("pack", "-o", "b.zip", "--dry-run", "--to", "DNV").expect()
        desk.run("pack", "-o", "b.zip", "--to", "DNV").expect(73)
        #expect(entries(desk) == before + 2)
        desk.run("pack", "--audit", "AUD-1", "-o", "sv.zip", "--to", "BSI").expect()
        desk.run("pack", "-o", "c.zip", "--to", " ").expect(64)
        let ids = try desk.packed().compactMap { $0["id"] as? String }
        let spoken = ids.map { id in
            stride(from: 0, to: 16, by: 4).map { String(id.dropFirst($0).prefix(4)) }.joined(separator: " ")
        }
        #expect(ids.count == 3 && ids[1] == ids[2])
        desk.run("bundle", "list").expect(
            out: """
                packed      bundle id            judged      audit  to   file
                2026-11-18  \(spoken[0])  2027-03-01  AUD-1  BSI  sv.zip
                2026-11-18  \(spoken[1])  2026-11-22  -      BSI  b.zip
                2026-11-18  \(spoken[2])  2026-11-22  -      -    b.zip

                """, err: "Next: dossier log --verify --against sv.zip\n")
        let csv = desk.run("bundle", "list", "--audit", "aud-1", "--format", "csv").out
        #expect(csv.hasPrefix("packed,by,id,index,standard,day,audit,to,file,octets,signed,encrypted\r\n"))
        #expect(csv.hasSuffix(",no,no\r\n") && csv.contains(",iso20000-1-2018,2027-03-01,AUD-1,BSI,sv.zip,"))
        #expect(
            desk.run("log").out.contains("packed sv.zip for AUD-1 to BSI: bundle \(ids[0].prefix(12))\n"))
        desk.run("log", "--verify").expect()
    }

    @Test("an archive that cannot get its name is not remembered")
    func failed() throws {
        let desk = try Desk.withRegister()
        let before = entries(desk)
        try desk.write("b.zip/inside", "")
        desk.run("pack", "-o", "b.zip", "--overwrite").expect(73)
        #expect(entries(desk) == before)
        desk.run("bundle", "list").expect(out: "")
    }

    @Test("where the register cannot remember it, there is no bundle")
    func locked() throws {
        let desk = try Desk.withRegister()
        let register = try Register.open(at: RegisterLocation.find(from: desk.path), lockWait: 1)
        try register.write(actor: "other", time: Timestamp(seconds: 1_795_000_000)) { transaction in
            try transaction.record(.evidenceAdded(Evidence(id: "A", title: "T", kind: .plan)))
            desk.run("pack", "-o", "b.zip").expect(75, out: "")
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: desk.path)
        #expect(left.allSatisfy { !$0.contains("b.zip") }, "\(left)")
        desk.run("pack", "-o", "b.zip").expect()
    }

    @Test("the journal still holds what a bundle tells of, or says that it does not")
    func against() throws {
        let desk = try Desk.afterSurveillance()
        let told = entries(desk)
        desk.run("pack", "-o", "b.zip").expect()
        desk.run("unpack", "b.zip").expect()
        desk.run("request", "--id", "NEW-1", "--title", "N", "--clause", "7.2").expect()
        for bundle in ["b.zip", "b"] {
            let answer = desk.run("log", "--verify", "--against", bundle)
            answer.expect(err: "")
            #expect(
                answer.out.hasSuffix(
                    "\ncontained: entry \(told) of 2027-03-02T12:00:00Z, of which \(bundle) tells, stands in this journal\n"
                ), "\(answer.out)")
        }
        let other = try Desk.withRegister()
        other.run("log", "--verify", "--against", desk.path + "/b.zip").expect(1)
        for number in 1...told { other.run("request", "--title", "T\(number)").expect() }
        let answer = other.run(
            "log", "--verify", "--against", desk.path + "/b.zip", "--format", "json")
        answer.expect(1, err: "")
        let verdict = try #require(
            JSONSerialization.jsonObject(with: Data(answer.out.utf8)) as? [String: Any])
        let against = try #require(verdict["against"] as? [String: Any])
        #expect(verdict["valid"] as? Bool == true && against["isContained"] as? Bool == false)
        #expect(
            (against["sentence"] as? String)?.hasPrefix(
                "not contained: entry \(told) is not the one of which ") == true)
    }

    @Test("what proves nothing")
    func noProof() throws {
        let desk = try Desk.afterSurveillance()
        desk.run("pack", "-o", "b.zip").expect()
        desk.run("unpack", "b.zip").expect()
        try desk.write("b/data/clauses.csv", "forged")
        desk.run("log", "--verify", "--against", "b").expect(
            65, out: "",
            err: """
                dossier: error: b is not valid (2 errors) and proves nothing
                dossier: hint: dossier verify b

                """)
        // A bag of another program: whole, and without a head.
        try desk.write("bag/bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
        try desk.write("bag/data/a", "")
        try desk.write(
            "bag/manifest-sha256.txt",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  data/a\n")
        desk.run("log", "--verify", "--against", "bag").expect(
            65, out: "",
            err: """
                dossier: error: bag names no entry of a journal (Dossier-Journal-Head in bag-info.txt)
                dossier: hint: only bundles of dossier do; dossier inspect bag

                """)
        desk.run("log", "--verify", "--against", "none.zip").expect(66)
        desk.run("log", "--against", "b.zip").expect(64)
        desk.run("log", "--verify", "--passphrase-fd", "3").expect(64)
    }
}
