import Certification
import Testing

@Suite("Delimited text")
struct DelimitedTextTests {
    private func fields(_ text: String, _ dialect: DelimitedText.Dialect = .csv) throws -> [[String]] {
        try DelimitedText(text, dialect: dialect).rows.map(\.fields)
    }

    @Test(
        "rows and fields",
        arguments: [
            ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]), ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
            ("a\rb", [["a"], ["b"]]), ("\"a,b\",\"c\"\"d\"\n", [["a,b", "c\"d"]]),
            ("a,\n,b", [["a", ""], ["", "b"]]),
            ("\u{FEFF}id\n", [["id"]]), ("\n\na\n\n", [["a"]]), ("", []), ("\"\"\n", []),
            ("a\"b,c", [["a\"b", "c"]]),
        ])
    func splitting(text: String, rows: [[String]]) throws { #expect(try fields(text) == rows) }

    @Test("tabs have no quotes")
    func tabs() throws { #expect(try fields("a\t\"b\nc\"\t", .tsv) == [["a", "\"b"], ["c\"", ""]]) }

    @Test("rows know their lines, across quoted breaks")
    func lines() throws {
        let rows = try DelimitedText("h\n\"a\nb\"\r\nc\r\n\r\nd\n", dialect: .csv).rows
        #expect(rows.map(\.line) == [1, 2, 4, 6])
        #expect(rows[1].fields == ["a\nb"])
    }

    @Test("a quote that never ends names its line")
    func unterminated() {
        #expect(throws: DelimitedText.UnterminatedQuote(line: 2)) {
            try DelimitedText("a\n\"b\nc\n", dialect: .csv)
        }
    }
}

@Suite("Master lists")
struct MasterListTests {
    private func list(_ text: String) throws -> MasterList {
        try MasterList(DelimitedText(text, dialect: .csv))
    }

    @Test("columns in any order")
    func row() throws {
        let list = try list("Clauses, ID ,review_every,period,tags\n8.6.1; 9.1 ;,PRO-1,1y,2026-06,b;a\n")
        let row = try #require(list.rows.first)
        #expect(
            row.id == "PRO-1" && row.clauses.map(\.text) == ["8.6.1", "9.1"]
                && row.facts.reviewEvery == Months(12))
        #expect(
            row.facts.tags == ["b", "a"] && row.file.period == Period("2026-06") && row.path == nil
                && row.facts.title == nil)
        #expect(list.problems.isEmpty)
    }

    @Test("every problem of every row, the good rows stay")
    func problems() throws {
        let list = try list(
            "id,kind,effective,review,review_every,retain,classification,period\nA,novel,2026-02-30,,12,x,secret,June\n,policy,,,,,,\n,,, ,,,,\nB,,,2026-01-01,12m,,,\nC,,\nD,policy,,,,,PUBLIC,\n=1,,,,,,,\n"
        )
        #expect(list.rows.map(\.id) == ["D"])
        #expect(
            list.problems.map { "\($0.line) \($0.column ?? "-"): \($0.message)" } == [
                "2 kind: \"novel\" is no kind of evidence; see dossier help kinds",
                "2 effective: \"2026-02-30\" is no day; write YYYY-MM-DD",
                "2 review_every: \"12\" is no interval; write 12m or 1y",
                "2 retain: \"x\" is no interval; write 12m or 1y",
                "2 classification: \"secret\" is not public, internal, confidential or restricted",
                "2 period: \"June\" is no period; write 2026-06, 2026 or 2026-06-01..2026-06-30",
                "3 id: the id is missing", "5 review: say either review or review_every",
                "6 -: 3 cells where the header has 8", "8 id: \"=1\" is no identifier",
            ])
    }

    @Test(
        "headers that cannot be used",
        arguments: [
            ("", "the list is empty"), ("title\nx\n", "the column is missing"),
            ("id,id\n", "the column stands twice"),
        ])
    func headers(text: String, message: String) {
        do {
            _ = try list(text)
            Issue.record("was read")
        } catch {
            #expect((error as? MasterList.Problem)?.message == message)
        }
    }
}
