import Certification
import Testing

@Suite struct FolderTests {
    @Test(
        arguments: [
            ("Incident procedure_v3.docx", "Incident procedure", "3", nil, 0),
            ("risks_20260307.xlsx", "risks", nil, "2026-03-07", 0),
            ("risks 2026-03-07.xlsx", "risks", nil, "2026-03-07", 0),
            ("policy (2).pdf", "policy", nil, nil, 2), ("policy-V2.1.pdf", "policy", "2.1", nil, 0),
            ("policy_v2_20260101.pdf", "policy", "2", "2026-01-01", 0), ("v3.docx", "v3", nil, nil, 0),
            ("20260307.csv", "20260307", nil, nil, 0), ("kpi-99999999.csv", "kpi-99999999", nil, nil, 0),
            ("valuation.docx", "valuation", nil, nil, 0),
        ] as [(String, String, String?, String?, Int)])
    func versions(_ name: String, _ base: String, _ version: String?, _ day: String?, _ copy: Int) {
        let read = VersionedName(fileName: name)
        #expect(read.base == base)
        #expect(read.version == version)
        #expect(read.day?.description == day)
        #expect(read.copy == copy)
    }

    @Test func `ten follows nine`() {
        #expect(VersionedName(fileName: "a_v9.txt").precedes(VersionedName(fileName: "a_v10.txt")))
        #expect(VersionedName(fileName: "a_v2.txt").precedes(VersionedName(fileName: "a_v2.1.txt")))
        #expect(!VersionedName(fileName: "a_v2.txt").precedes(VersionedName(fileName: "a_v2.txt")))
    }

    @Test(
        arguments: [
            ("PRO-001 Incident management", "PRO-001", "Incident management"),
            ("ISMS-POL-02-access-control", "ISMS-POL-02", "access-control"), ("PRO-001", "PRO-001", ""),
            ("KPI-2026-06", nil, nil), ("Incident", nil, nil), ("pro-001", nil, nil), ("PRO-001x", nil, nil),
        ] as [(String, String?, String?)])
    func identifiers(_ base: String, _ id: String?, _ title: String?) {
        let read = NamedIdentifier.read(base)
        #expect(read?.id == id)
        #expect(read?.title == title)
    }

    @Test(
        "letters that ASCII lacks are spelled out, marks are left out, other scripts give a number",
        arguments: [
            ("Müller", "MUELLER"), ("Mu\u{308}ller", "MUELLER"), ("Maßnahmen für Öl", "MASSNAHMEN-FUER-OEL"),
            ("Résumé – naïve façade", "RESUME-NAIVE-FACADE"), ("Zażółć gęślą jaźń", "ZAZOLC-GESLA-JAZN"),
            ("Điều khiển", "DIEU-KHIEN"), ("Ｆｕｌｌ １２", "FULL-12"),
            ("ﬁle æther İstanbul ılık", "FILE-AETHER-ISTANBUL-ILIK"),
            ("Müller-訓練-attendance", "MUELLER-ATTENDANCE"), ("2026 Åbo", "DOC-2026-AABO"),
            ("訓練", "DOC-221743"), ("Обучение", "DOC-221743"), ("🔒", "DOC-221743"), ("-", "DOC-221743"),
        ])
    func spelling(base: String, id: String) {
        #expect(NamedIdentifier.made(of: base, path: "p") { _ in false } == id)
    }

    @Test func `as many identifiers are made of one name as are asked for, each time the same`() {
        func made() -> [String] {
            (0..<50).reduce(into: []) { ids, _ in
                let taken = ids
                ids.append(NamedIdentifier.made(of: "Müller", path: "a") { taken.contains($0) })
            }
        }
        #expect(Set(made()).count == 50)
        #expect(made() == made())
        #expect(made().allSatisfy(EvidenceIdentifier.isWellFormed))
    }

    @Test func `an identifier is made of any name, and another where it is taken`() {
        #expect(NamedIdentifier.made(of: "Access control", path: "a") { _ in false } == "ACCESS-CONTROL")
        #expect(NamedIdentifier.made(of: "訓練", path: "a") { _ in false }.hasPrefix("DOC-"))
        let other = NamedIdentifier.made(of: "Access control", path: "a") { $0 == "ACCESS-CONTROL" }
        #expect(other.hasPrefix("ACCESS-CONTROL-"))
        #expect(other != NamedIdentifier.made(of: "Access control", path: "b") { $0 == "ACCESS-CONTROL" })
        for base in ["8.6.1", String(repeating: "long ", count: 60), "-", "A.5.1"] {
            #expect(EvidenceIdentifier.isWellFormed(NamedIdentifier.made(of: base, path: "p") { _ in false }))
        }
    }

    @Test(arguments: [
        ("policies/**", "policies/a/b.docx", true), ("policies/**", "other/a.docx", false),
        ("policies/*.docx", "policies/a/b.docx", false), ("**/archive/**", "archive/x", true),
        ("*.DOCX", "a/b/c.docx", true), ("a?c.txt", "abc.txt", true), ("a?c.txt", "ac.txt", false),
        (String(repeating: "*a", count: 200) + "b", String(repeating: "a", count: 400), false),
    ]) func patterns(_ pattern: String, _ path: String, _ matches: Bool) {
        #expect(PathPattern(pattern).matches(path) == matches)
    }
}
