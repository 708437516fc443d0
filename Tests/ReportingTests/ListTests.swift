import Certification
import Reporting
import Testing

@Suite struct ListTests {
    private func index(_ items: [String], clauses: [String]) throws -> BundleIndex {
        let full = try Sample.index()
        return BundleIndex(
            organization: full.organization, standard: full.standard, day: full.day, journal: full.journal,
            classificationUpTo: full.classificationUpTo, onlyClauses: nil,
            clauses: full.clauses.filter { clauses.contains($0.number) },
            evidence: full.evidence.filter { items.contains($0.id) })
    }

    @Test func clausesInTheOrderOfTheStandard() throws {
        let list = try ClauseList.csv(index([], clauses: ["5.2", "6.1.1", "8.4.1", "8.4.3", "8.6.1"]))
        let expected = """
            \u{FEFF}number,title,title_confirmed,requirement,status,reasons,demands,answered_by,evidence
            5.2,Policy,yes,no,,,,,POL-001
            6.1.1,[Determine risks and opportunities for the SMS],no,yes,covered,,,,RSK-001
            8.4.1,Budgeting and accounting for services,yes,yes,missing,\
            "no evidence linked; typical: budget, report, policy",retain,retain: nothing,
            8.4.3,Capacity management,yes,yes,stale,CAP-001: covers nothing for 2026-04-01..2026-06-30,\
            maintain,maintain: nothing,CAP-001
            8.6.1,Incident management,yes,yes,covered,INC-PRO-002: review was due 2025-02-01,maintain; retain,\
            "maintain: INC-PRO-001, INC-PRO-002; retain: INC-KPI-001",INC-KPI-001; INC-PRO-001; INC-PRO-002

            """
        #expect(list.replacing("\r\n", with: "\n") == expected)
    }

    @Test func evidenceWithARowForEachFile() throws {
        let list = try EvidenceList.csv(index(["MGR-001", "POL-001", "X-001"], clauses: []))
        let hashes = ["Policy 2025.pdf", "Policy 2026.pdf", "Policy 2027.pdf"].map { Sample.hash($0).hex }
        let expected = """
            \u{FEFF}id,title,kind,owner,classification,standing,reasons,clauses,file,original_name,size,sha256,\
            revision,label,effective,period,received,absence,review_due,expires
            MGR-001,Minutes of the management review,minutes,Top management,internal,requested,\
            "requested, no file yet",9.3,,,,,,,,,,,,
            POL-001,Service management policy,policy,Managing director,public,current,,5.2; 5.2.2,\
            ,Policy 2025.pdf,184320,\(hashes[0]),1,1.0,2025-01-15,,2025-01-15,superseded,2028-01-01,
            POL-001,Service management policy,policy,Managing director,public,current,,5.2; 5.2.2,\
            data/evidence/5.2/POL-001 Policy 2026.pdf,Policy 2026.pdf,184320,\(hashes[1]),\
            2,2.0,2026-01-15,,2026-01-14,,2028-01-01,
            POL-001,Service management policy,policy,Managing director,public,current,,5.2; 5.2.2,\
            ,Policy 2027.pdf,184320,\(hashes[2]),3,3.0,2027-01-01,,2026-11-02,not-in-force,2028-01-01,

            """
        let text = list.replacing("\r\n", with: "\n")
        #expect(text.hasPrefix(expected))
        #expect(text.contains(",\"'=HYPERLINK(\"\"http://x\"\")\","))
    }

    @Test func listsCanBeReadBack() throws {
        let rows = try DelimitedText(EvidenceList.csv(Sample.index()), dialect: .csv).rows
        #expect(rows.allSatisfy { $0.fields.count == 20 })
        #expect(rows.count == 31)
    }

    @Test func changesAreListed() throws {
        let index = try Sample.index()
        var nothing: [UInt8] = []
        ChangeList.write(index) { nothing += $0 }
        #expect(nothing.isEmpty)
        var octets: [UInt8] = []
        ChangeList.write(index.telling(since: Sample.since)) { octets += $0 }
        #expect(
            String(decoding: octets, as: UTF8.self).replacing("\r\n", with: "\n") == """
                \u{FEFF}what,name,title,change,before,now,details
                evidence,POL-001,Service management policy,replaced,,,revision 2 replaces revision 1
                evidence,'=GONE-1,,gone,,,retired: merged; unlinked from 5.2
                clause,5.2,Policy,better,missing,covered,
                finding,NC-1,,closed,,,closed on 2026-06-01

                """)
    }
}
