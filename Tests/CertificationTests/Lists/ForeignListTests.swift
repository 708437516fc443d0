import Certification
import Foundation
import Testing

/// The tables that come with the program.
func shippedVocabulary() throws -> ListVocabulary {
    let folder = (#filePath as NSString).deletingLastPathComponent + "/../../../templates/lists/"
    return try ListVocabulary(
        columns: String(contentsOfFile: folder + "columns.tsv", encoding: .utf8),
        values: String(contentsOfFile: folder + "values.tsv", encoding: .utf8))
}

@Suite("Master lists in other people's words")
struct ForeignListTests {
    private func list(
        _ text: String, maps: [ListReading.Assignment] = [], headerRow: Int? = nil, dates: DayOrder? = nil
    ) throws -> MasterList {
        try MasterList(
            DelimitedText(text, dialect: .csv),
            reading: ListReading(
                vocabulary: shippedVocabulary(), assignments: maps, headerRow: headerRow, dates: dates))
    }

    private func problems(_ list: MasterList) -> [String] {
        list.problems.map { "\($0.line) \($0.column ?? "-"): \($0.message)" }
    }

    @Test(
        "names of columns",
        arguments: [
            ("Doc. No.", .id), ("DOC_NO", .id), ("doc #", .id), ("Dokumenten-Nr.", .id),
            ("N° de document", .id),
            ("Código", .id), ("Document Title", .title), ("Bezeichnung", .title), ("Type", .kind),
            ("Process Owner", .owner), ("Verantwortlich", .owner), ("ISO clause(s)", .clauses),
            ("Rev.", .revision), ("Issue Date (dd/mm/yyyy)", .effective), ("Gültig ab", .effective),
            ("Next review", .review), ("Review cycle", .reviewEvery), ("Approved by", .approvedBy),
            ("Freigegeben am", .approvedOn), ("Valid until", .expires), ("Retention period", .retain),
            ("Confidentiality", .classification), ("Status", .status), ("Link", .location),
            ("File name", .path),
            ("Standard(s)", .standard), ("Remarks", .note), ("review_every", .reviewEvery), ("Colour", nil),
        ] as [(String, MasterList.Column?)])
    func columns(heading: String, column: MasterList.Column?) throws {
        let list = try list(
            "id,\"\(heading)\"\n", maps: column == .id ? [.init(heading: "id", column: nil)] : [])
        #expect(list.mapping.entries.last?.column == column)
    }

    @Test("no name of a column or a cell stands for two things")
    func unique() throws {
        let folder = (#filePath as NSString).deletingLastPathComponent + "/../../../templates/lists/"
        for (file, width) in [("columns.tsv", 1), ("values.tsv", 2)] {
            var meanings: [String: String] = [:]
            let text = try String(contentsOfFile: folder + file, encoding: .utf8)
            for line in text.split(separator: "\n").filter({ !$0.hasPrefix("#") }).dropFirst() {
                let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                #expect(cells.count == width + 2, "\(line)")
                for word in cells[width + 1].split(separator: ";") {
                    let sort = width == 2 ? cells[0] : ""
                    let key =
                        sort + " " + word.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "#" }
                    let meaning = meanings.updateValue(cells[width - 1], forKey: key)
                    #expect(meaning == nil, "\(word) in \(file)")
                }
            }
            #expect(meanings.count > 300)
        }
    }

    @Test("cells in other words")
    func cells() throws {
        let list = try list(
            """
            Doc No,Type,Review cycle (months),Retention,Classification,Owner,Status
            A,SOP,12,7 years,Internal use only,QM,Approved
            B,Richtlinie,"annually","1,5 Jahre",vertraulich,QM,in Kraft
            C,Work Instruction (WI),every 2 years,36m,,QM,

            """)
        #expect(problems(list) == [])
        #expect(list.rows.map(\.facts.kind) == [.procedure, .policy, .procedure])
        #expect(list.rows.map(\.facts.reviewEvery) == [Months(12), Months(12), Months(24)])
        #expect(list.rows.map(\.facts.retain) == [Months(84), Months(18), Months(36)])
        #expect(list.rows.map(\.facts.classification) == [.internal, .confidential, nil])
        let said = list.remarks.readings.map {
            "\($0.key.column): \($0.key.written) = \($0.key.read) x \($0.value)"
        }
        #expect(said.contains("Type: SOP = procedure x 1"))
    }

    @Test("drafts are to come, what is obsolete is passed over, an unknown word is told")
    func statuses() throws {
        let list = try list(
            "id,status,path\nA,Draft,a.md\nB,withdrawn,b.md\nC,approved,c.md\nD,moonlit,d.md\n")
        #expect(list.rows.map { "\($0.id) \($0.path ?? "-")" } == ["A -", "C c.md", "D d.md"])
        #expect(list.remarks.drafts.map(\.line) == [2] && list.remarks.obsolete.map(\.id) == ["B"])
        #expect(
            list.remarks.readings.keys.contains(
                .init(column: "status", written: "moonlit", read: "current, because the word is unknown")))
    }

    @Test("clauses with their standards, and addresses among the paths")
    func clauses() throws {
        let list = try list(
            """
            id,Standard,Clause,ISO 27001 controls,path
            A,ISO 9001,"Clause 7.5.1, 7.5.2 Creating and updating",,docs\\a.md
            B,ISO 9001 & ISO 14001,9.2,A.5.24; A.5.26,https://example.com/b
            C,,ISO/IEC 20000-1:8.6.1,,

            """)
        #expect(
            list.rows.map { $0.clauses.map(\.text) } == [
                ["ISO 9001:7.5.1", "ISO 9001:7.5.2"],
                ["ISO 9001:9.2", "ISO 14001:9.2", "27001:A.5.24", "27001:A.5.26"], ["ISO/IEC 20000-1:8.6.1"],
            ])
        #expect(list.rows.map(\.path) == ["docs/a.md", nil, nil])
        #expect(list.rows[1].facts.location == "https://example.com/b")
    }

    @Test("a question mark behind a clause says that nobody decided")
    func suggested() throws {
        let list = try list("id,clauses\nA,8.6.1?;8.6.2 Request fulfilment ? ; 27001:A.5.24?; 9.1; ?\n")
        let clauses = try #require(list.rows.first?.clauses)
        #expect(clauses.map(\.text) == ["8.6.1", "8.6.2", "27001:A.5.24", "9.1", "?"])
        #expect(clauses.map(\.isSuggested) == [true, true, true, false, false])
    }

    @Test("the user's word about columns goes before their names")
    func maps() throws {
        let list = try list(
            "Nr,Doc No,Title,Remarks\n1,A,x,y\n",
            maps: [.init(heading: "doc no", column: .id), .init(heading: "Remarks", column: nil)])
        #expect(list.rows.first?.id == "A" && list.rows.first?.facts.note == nil)
        #expect(
            list.mapping.entries.map { "\($0.heading)=\($0.column?.rawValue ?? "-") \($0.remark ?? "")" } == [
                "Nr=- ", "Doc No=id ", "Title=title ", "Remarks=- as you said",
            ])
    }

    @Test(
        "headers that cannot be used",
        arguments: [
            (
                "Master list,,\nas of 2026,,\nDoc No,Title,Owner\nA,x,y\n", nil,
                "this is no header; line 3 looks like it",
                "--header-row 3"
            ),
            (
                "Colour,Taste\nred,sweet\n", nil, "the column is missing",
                "say which column numbers the documents, --map 'COLUMN=id'; the list has: Colour, Taste"
            ),
            (
                "Doc No,Document ID\nA,B\n", nil, "the columns Doc No and Document ID both say it",
                "choose one of them: --map 'Doc No=id'"
            ),
            ("id\nA\n", 7, "no row begins on this line", nil),
        ] as [(String, Int?, String, String?)])
    func headers(text: String, row: Int?, message: String, hint: String?) {
        let problem = #expect(throws: MasterList.Problem.self) { try list(text, headerRow: row) }
        #expect(problem?.message == message && problem?.hint == hint)
    }

    @Test("titles above the header, when the line is named; rows of different width")
    func ragged() throws {
        let list = try list(
            "Master list\n\nid,Title,,\nA,x,,\nB,y,,,,\nC\nD,z,,w\nE,z\nQP 01,z,,\n,no number,,\n",
            headerRow: 3)
        #expect(list.rows.map(\.id) == ["A", "B", "D", "E"])
        #expect(
            problems(list) == [
                "6 -: 1 cells where the header has 2", "9 id: \"QP 01\" is no identifier; write QP-01",
                "10 id: the id is missing",
            ])
        #expect(list.mapping.entries.map(\.heading) == ["id", "Title", "column 4"])
        #expect(list.remarks.unnumbered == 1)
    }

    private static let written: [(String, String?)] = [
        ("2026-04-03", "2026-04-03"), ("2026-04-03 00:00:00", "2026-04-03"), ("2026/4/3", "2026-04-03"),
        ("3 Apr 2026", "2026-04-03"), ("April 3rd, 2026", "2026-04-03"), ("3. März 2026", "2026-03-03"),
        ("3-Apr-2026", "2026-04-03"), ("05/05/2026", "2026-05-05"), ("31.12.2026", "2026-12-31"),
        ("12/31/2026", "2026-12-31"), ("03/04/2026", nil), ("03/04/26", nil), ("3-Apr-26", nil),
        ("46115", nil),
        ("2026-02-30", nil), ("31/31/2026", nil), ("April 2026", nil), ("1.2.3.4", nil), ("soon", nil),
    ]

    @Test("dates alone in their column", arguments: written)
    func dates(cell: String, day: String?) throws {
        let list = try list("id,issued\nA,\"\(cell)\"\n")
        #expect(list.rows.first?.file.effective?.description == day)
        #expect(list.problems.count == (day == nil ? 1 : 0))
    }

    @Test(
        "the order of dates is proved by their column or said, and never guessed",
        arguments: [
            (["03/04/2026", "13/04/2026"], nil, ["2026-04-03", "2026-04-13"]),
            (["03/04/2026", "04/13/2026"], nil, ["2026-03-04", "2026-04-13"]),
            (["03/04/2026", "13/04/2026", "04/13/2026"], nil, [nil, "2026-04-13", "2026-04-13"]),
            (["03/04/2026", "3.4.2026"], nil, [nil, nil]),
            (["03/04/2026", "04/13/2026"], .dmy, ["2026-04-03", nil]),
            (["03/04/2026", "04/13/2026"], .mdy, ["2026-03-04", "2026-04-13"]),
        ] as [([String], DayOrder?, [String?])])
    func orders(cells: [String], said: DayOrder?, days: [String?]) throws {
        let text = "id,issued\n" + cells.enumerated().map { "A\($0.offset),\($0.element)\n" }.joined()
        let list = try list(text, dates: said)
        let found = cells.indices.map { place in
            list.rows.first { $0.id == "A\(place)" }?.file.effective?.description
        }
        #expect(found == days)
        #expect(list.problems.count == days.count { $0 == nil })
    }
}
