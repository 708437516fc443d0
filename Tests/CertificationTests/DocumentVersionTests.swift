import Testing

@testable import Certification

@Suite("The age of versions") struct DocumentVersionTests {
    private func version(_ name: String, _ label: String?, _ effective: String?, _ period: String?)
        -> DocumentVersion
    {
        DocumentVersion(
            name: VersionedName(fileName: name),
            file: RevisionFacts(
                label: label, effective: effective.flatMap { Day($0) }, period: period.flatMap { Period($0) })
        )
    }

    @Test(
        "one is older by its name, else its label, else its effective day, and never by a guess",
        arguments: [
            ("a_v2.docx", nil, nil, "a_v3.docx", nil, nil, true),
            ("a_v9.docx", nil, nil, "a_v10.docx", nil, nil, true),
            ("a_v3.docx", nil, nil, "a_v2.docx", nil, nil, false),
            ("a_v3.docx", nil, nil, "a_v3.docx", nil, nil, false),
            ("A_20260307.xlsx", nil, nil, "a_20260401.xlsx", nil, nil, true),
            // A version is no day, and another name tells nothing.
            ("a_v2.docx", nil, nil, "a_20260401.docx", nil, nil, false),
            ("a_v2.docx", nil, nil, "b_v3.docx", nil, nil, false),
            ("a.docx", nil, nil, "a_v3.docx", nil, nil, false),
            // What the name tells goes before the label, the label before the day.
            ("a_v2.docx", "9", nil, "a_v3.docx", "1", nil, true),
            ("a.docx", "1.9", nil, "b.docx", "v 1.10", nil, true),
            ("a.docx", "2", nil, "b.docx", "2.0", nil, false),
            ("a.docx", "draft", nil, "b.docx", "2.0", nil, false),
            ("a.docx", "2", nil, "b.docx", "2026-03-07", nil, false),
            ("a.docx", "1", "2026-02-01", "b.docx", "2", "2026-01-01", true),
            ("a.docx", nil, "2026-01-01", "b.docx", nil, "2026-02-01", true),
            ("a.docx", nil, "2026-01-01", "b.docx", nil, nil, false),
        ] as [(String, String?, String?, String, String?, String?, Bool)])
    func older(
        name: String, label: String?, day: String?, other: String, otherLabel: String?, otherDay: String?,
        isOlder: Bool
    ) {
        #expect(
            version(name, label, day, nil).isOlder(than: version(other, otherLabel, otherDay, nil)) == isOlder
        )
    }

    @Test("records of different periods do not succeed each other")
    func periods() {
        let (april, may) = (
            version("k_v1.csv", nil, nil, "2026-04"), version("k_v2.csv", nil, nil, "2026-05")
        )
        #expect(!april.isOlder(than: may))
        #expect(version("k_v1.csv", nil, nil, "2026-05").isOlder(than: may))
    }
}
