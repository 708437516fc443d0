import Certification
import Testing

@Suite("Harmonized Structure")
struct HarmonizedStructureTests {
    static let header = "row\ttitle\tstandard\tclauses\n"

    private func assigned(_ table: String, as id: String = "demo-2026") throws -> [String: [String]] {
        let catalogue = GapAnalysisTests.catalogue
        let named = Catalogue(
            standard: Standard(
                id: id, designation: "D", title: "D", edition: "1", published: "2026-01", amendments: nil,
                status: "current", successor: nil), clauses: catalogue.clauses)
        let rows = try HarmonizedStructure(parsing: Self.header + table).assignment(of: named)
        return Dictionary(
            rows.map { ($0.row.number, $0.clauses.map(\.number)) }, uniquingKeysWith: { first, _ in first }
        ).filter { !$0.value.isEmpty }
    }

    @Test("the longest number that fits decides, and 8.60 does not lie below 8.6")
    func longest() throws {
        let table = "# ours\n8\tOperation\tdemo-2026\t8\n8+\tOwn\tdemo-2026\t8.6 9.1\n"
        #expect(try assigned(table) == ["8": ["8.60"], "8+": ["8.6.1", "8.6.2", "9.1"]])
    }

    @Test("what fits nowhere is a standard's own: another edition, or a chapter that nobody placed")
    func own() throws {
        let table = "8\tOperation\tdemo-2026\t8\n\n"
        #expect(try assigned(table) == ["8": ["8.6.1", "8.6.2", "8.60"], "own": ["9.1"]])
        #expect(try assigned(table, as: "demo-2031") == ["own": ["8.6.1", "8.6.2", "8.60", "9.1"]])
    }

    @Test(
        "every problem with its line",
        arguments: [
            ("8\tX\ta\n", "2: no row of the form row, title, standard, clauses"),
            ("8\t\ta\t8\n", "2: no row of the form row, title, standard, clauses"),
            ("8\tX\ta\t8 8..1\n", "2: \"8..1\" is no clause number"),
            ("8\tX\ta\t8\n9\tY\ta\t9 8\n", "3: a 8 stands in row 8 already"),
            ("8\tX\ta\t8\n8\tY\tb\t8\n", "3: row 8 has the title \"Y\" here and \"X\" before"),
            ("8\tX\ta\t8\n# later\n8\tX\ta\t9\n", "4: row 8 names a twice"),
        ])
    func problems(table: String, problem: String) {
        #expect(messages(Self.header + table) == [problem])
    }

    @Test("the columns are named")
    func columns() {
        #expect(
            messages("# ours\nrow\ttitle\n") == ["2: the columns must be: row, title, standard, clauses"])
    }

    private func messages(_ text: String) -> [String] {
        do {
            _ = try HarmonizedStructure(parsing: text)
            return []
        } catch {
            return error.problems.map { "\($0.line): \($0.message)" }
        }
    }
}
