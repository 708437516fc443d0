import Testing

@testable import Certification

/// What readers of bundles send back, and what people who mean harm send instead.
@Suite("Findings that come back")
struct ReturnedFindingsTests {
    static let index = String(repeating: "a", count: 64)

    static func json(
        head: String = #""format":1,"kind":"dossier-findings""#, bundle: String? = nil,
        auditor: String = #""J. Lund""#, marks: String = "[]", findings: String = "[]"
    ) -> String {
        let bundle =
            bundle
            ?? #"{"index":"\#(index)","id":null,"journal":{"sequence":7,"hash":"\#(index)"}}"#
        return """
            {\(head),"bundle":\(bundle),"auditor":\(auditor),"exported":"2027-03-02T10:00:00Z","marks":\(marks),"findings":\(findings)}
            """
    }

    static func finding(_ changes: [String: String] = [:]) -> String {
        let fields = [
            "number": "1", "grade": #""minor""#, "clause": #""8.6.1""#, "standard": "null",
            "statement": #""no priorities""#, "evidence": #"["INC-1"]"#,
        ].merging(changes) { $1 }
        return "{" + fields.sorted { $0.key < $1.key }.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
    }

    @Test("the file that a page exports")
    func exported() throws {
        let marks = #"""
            [{"subject":"clause","ref":"8.6.1","mark":"question","note":"who \u00e9\ud83d\ude00?"},
             {"subject":"evidence","ref":"INC-1","mark":"seen","note":null}]
            """#
        let returned = try ReturnedFindings(
            parsing: "\u{FEFF}" + Self.json(marks: marks, findings: "[\(Self.finding())]"))
        #expect(returned.index.hex == Self.index && returned.id == nil && returned.journal?.sequence == 7)
        #expect(returned.auditor == "J. Lund")
        #expect(
            returned.findings == [
                ReturnedFinding(
                    number: 1, line: nil, grade: "minor", clause: "8.6.1", standard: nil,
                    statement: "no priorities", evidence: ["INC-1"])
            ])
        #expect(returned.marks.map(\.note) == ["who é😀?", nil])
        #expect(returned.questions.map(\.statement) == ["Question on clause 8.6.1: who é😀?"])
    }

    /// Not of the form: nothing is taken from any of these.
    static let malformed: [(String, place: String, reason: String)] = [
        ("{", "line 1", "a key is expected"), ("{\n\n]", "line 3", "a key is expected"),
        (json() + "x", "line 1", "something stands after the end"),
        (#"{"format":1,"format":1}"#, "line 1", "the key \"format\" stands twice in an object"),
        (#"{"a":"\ud800"}"#, "line 1", "half a character stands in a text"),
        (#"{"a":"\ud800\u0041"}"#, "line 1", "half a character stands in a text"),
        (#"{"a":"\u00+1"}"#, "line 1", "an escape that is none stands in a text"),
        (#"{"a":"\x"}"#, "line 1", "an escape that is none stands in a text"),
        ("{\"a\":\"\t\"}", "line 1", "a control character stands in a text"),
        (#"{"a":"b"#, "line 1", "a text never ends"),
        (#"{"a":01}"#, "line 1", "a word that is no value stands here"),
        (#"{"a":NaN}"#, "line 1", "a word that is no value stands here"),
        (#"{"a":}"#, "line 1", "a value is expected"), (#"{"a":[1,]}"#, "line 1", "a value is expected"),
        (#"{"a":"# + String(repeating: "[", count: 100_000), "line 1", "it nests too deep"),
        (#"{"a":"# + String(repeating: #"{"a":"#, count: 100_000), "line 1", "it nests too deep"),
        (
            json(head: #""format":2,"kind":"dossier-findings""#), "format and kind",
            "are not those of findings.json, format 1"
        ),
        (
            json(head: #""format":1,"kind":"other""#), "format and kind",
            "are not those of findings.json, format 1"
        ),
        (json(head: #""format":"1","kind":"dossier-findings""#), "format", "is no whole number"),
        (json(head: #""format":1e0,"kind":"dossier-findings""#), "format", "is no whole number"),
        (json(bundle: "null"), "bundle", "is no object"), (json(bundle: "{}"), "bundle.index", "is no text"),
        (json(bundle: #"{"index":"abc"}"#), "bundle.index", "is no SHA-256 of 64 hexadecimal digits"),
        (
            json(bundle: #"{"index":"\#(index)","journal":{"sequence":99999999999999999999,"hash":""}}"#),
            "bundle.journal.sequence", "is no whole number"
        ),
        (json(auditor: "7"), "auditor", "is no text"),
        (json(auditor: #""a\u0000b""#), "auditor", "holds a NUL character"),
        (
            json(auditor: "\"\(String(repeating: "n", count: 201))\""), "auditor",
            "is longer than 200 characters"
        ),
        (json(marks: "{}"), "marks", "is no list"), (json(marks: "[1]"), "marks[0]", "is no object"),
        (
            json(marks: #"[{"subject":"x","ref":"a","mark":"seen"}]"#), "marks[0].subject",
            "is neither clause nor evidence"
        ),
        (
            json(marks: #"[{"subject":"clause","ref":"a","mark":"x"}]"#), "marks[0].mark",
            "is none of seen, accepted, question"
        ),
        (json(findings: "null"), "findings", "is no list"),
        (json(findings: "[[]]"), "findings[0]", "is no object"),
        (
            json(findings: "[\(finding()),\(finding(["number": "1.5"]))]"), "findings[1].number",
            "is no whole number"
        ),
        (json(findings: "[\(finding(["number": "0"]))]"), "findings[0].number", "is out of range"),
        (
            json(findings: "[\(finding(["number": "-9223372036854775808"]))]"), "findings[0].number",
            "is out of range"
        ),
        (json(findings: "[\(finding(["grade": "null"]))]"), "findings[0].grade", "is no text"),
        (json(findings: "[\(finding(["clause": "8.6"]))]"), "findings[0].clause", "is no text"),
        (
            json(findings: "[\(finding(["statement": #""a\u0000b""#]))]"), "findings[0].statement",
            "holds a NUL character"
        ),
        (json(findings: "[\(finding(["evidence": #""INC-1""#]))]"), "findings[0].evidence", "is no list"),
        (
            json(findings: "[\(finding(["evidence": "[1]"]))]"), "findings[0].evidence",
            "holds what is no text"
        ),
        (
            json(findings: "[" + Array(repeating: finding(), count: 1_001).joined(separator: ",") + "]"),
            "findings", "has more than 1000 entries"
        ),
        ("", "line 1", "there is no header with the columns grade, clause, statement, evidence"),
        ("PK", "line 1", "there is no header with the columns grade, clause, statement, evidence"),
        (
            "grade,clause,statement\n", "the file",
            "names no bundle: the row \"# bundle index ...\" of the template is missing"
        ),
        ("# bundle index xyz\ngrade,clause,statement\n", "line 1", "no SHA-256 follows on \"bundle index\""),
        (
            "# bundle index \(index)\ngrade,clause,statement\nminor,8.6,\"never\n", "line 3",
            "a quoted field never ends"
        ),
        (
            "# bundle index \(index)\ngrade,clause,statement\n"
                + String(repeating: "minor,8.6,x\n", count: 1_001), "the file", "has more than 1000 findings"
        ),
    ]

    /// In a loop: some of the texts are too long for the name of a case.
    @Test("what is not of the form is refused with its place")
    func refused() {
        for (text, place, reason) in Self.malformed {
            #expect(throws: ReturnedFindings.Malformed(place: place, reason: reason), "\(text.prefix(80))") {
                try ReturnedFindings(parsing: text)
            }
        }
    }

    /// The template as spreadsheets of several countries save it.
    static let tables = [
        "# bundle index \(index)\r\ngrade,clause,statement,evidence\r\nminor,8.6.1,\"no, \"\"none\"\"\",INC-1 INC-2\r\n",
        "\u{FEFF}# bundle index \(index);;;\r\n# fill in below;;;\r\ngrade;clause;statement;evidence\r\nMinor ;8.6.1;\"no, \"\"none\"\"\";\"INC-1;INC-2\"\r\n;;;\r\n",
        "\"# bundle index \(index.uppercased())\",,,\ngrade,clause,statement,evidence\nminor,8.6.1,\"no, \"\"none\"\"\",\"INC-1, INC-2\"\n",
        "# bundle index\t\(index)\nStatement\tEvidence\tGrade\tClause\nno, \"none\"\tINC-1,INC-2\tminor\t8.6.1\n",
    ]

    @Test("the template as spreadsheets save it", arguments: tables)
    func table(text: String) throws {
        let returned = try ReturnedFindings(parsing: text)
        #expect(returned.index.hex == Self.index && returned.auditor == nil && returned.journal == nil)
        let finding = try #require(returned.findings.first)
        #expect(returned.findings.count == 1 && finding.number == 1 && finding.line != nil)
        #expect(finding.grade == "minor" && finding.clause == "8.6.1" && finding.statement == "no, \"none\"")
        #expect(finding.evidence == ["INC-1", "INC-2"])
    }

    @Test("a formula is a text, and a grade of two words is one")
    func cells() throws {
        let returned = try ReturnedFindings(
            parsing: "# bundle index \(Self.index)\ngrade,clause,statement\nArea of concern,,=1+1\n")
        #expect(returned.findings.map(\.grade) == ["area-of-concern"])
        #expect(returned.findings.map(\.statement) == ["=1+1"] && returned.findings.map(\.clause) == [nil])
    }
}
