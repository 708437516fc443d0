import Certification
import Testing

@Suite("Catalogue files")
struct CatalogueFileTests {
    static let facts = """
        # id: acme-2026
        # designation: ACME 1:2026
        # title: Customer requirements: all of them
        # edition: 1
        # published: 2026-01
        # status: current

        """
    static let header =
        "number\ttitle\tparent\trequirement\tdocumented_information\tnote\tevidence_kinds\ttitle_sources\n"

    @Test("a whole file")
    func whole() throws {
        let text =
            Self.facts + "## a comment\n" + Self.header + "4\tContext\t\tno\tnone\t\t\t3\r\n"
            + "4.1\t[Scope]\t4\tyes\tmaintain+retain\tscope statement\tscope-statement,plan\t0\n\n"
        let catalogue = try CatalogueFile.parse(text)
        #expect(catalogue.standard.designation == "ACME 1:2026")
        #expect(catalogue.standard.title == "Customer requirements: all of them")
        #expect(catalogue.standard.successor == nil)
        let clause = try #require(catalogue.clause("4.1"))
        #expect(clause.demands == [.maintain, .retain])
        #expect(clause.typicalKinds == [.scopeStatement, .plan])
        #expect(clause.isUntitled && clause.isTitleUnconfirmed)
        #expect(catalogue.requirements(under: "4").map(\.number) == ["4.1"])
    }

    private func problems(_ text: String) -> [String] {
        do {
            _ = try CatalogueFile.parse(text)
            return []
        } catch {
            return error.problems.map { "\($0.line): \($0.message)" }
        }
    }

    @Test("every problem with its line, not only the first")
    func everything() {
        let text =
            Self.facts.replacing("# edition: 1\n", with: "# colour: red\n") + Self.header
            + "4\tContext\t\tmaybe\tnone\t\t\t3\n" + "4\tAgain\t\tno\tmaintain\t\t\tmany\n"
            + "4.1\t \t5\tyes\tkeep\t\tnovel\t3\n" + "4..2\tX\t4\tyes\tnone\n"
            + "4.?\tX\t4\tyes\tnone\t\t\t1\n"
        #expect(
            problems(text) == [
                "0: the line \"# edition: ...\" is missing",
                "4: unknown fact \"colour\"; known: amendments, audience, controls, designation, edition, excludable, exclusions, focus, id, maintain, published, retain, status, successor, title",
                "8: requirement is \"maybe\", not yes or no",
                "9: title sources is \"many\", not a number from 0 to 99",
                "9: clause 4 is a heading but demands documented information",
                "9: clause 4 stands on line 8 already",
                "10: documented information is \"keep\", not none, maintain or retain",
                "10: unknown evidence kind \"novel\"",
                "10: clause 4.1 has no title",
                "10: clause 4.1 has the parent \"5\" where \"4\" is the number above",
                "11: 5 columns where 8 are expected",
                "12: \"4.?\" is no clause number",
            ])
    }

    @Test(
        "files that are no catalogue",
        arguments: ["", "hello\n", "\0\0\0", "# id: X/../y\n", "number\ttitle\n1\t2\n"])
    func nonsense(text: String) { #expect(!problems(text).isEmpty) }

    @Test("the map names its lines")
    func map() throws {
        let header = "from_standard\tfrom_clause\tto_standard\tto_clause\tstrength\twhy\n"
        let map = try ClauseMap(
            parsing: header + "a\t1\tb\t2\trelated\tx\na\t1\tb\t3\tequal\ty\nc\t9\ta\t1\tpartial\tz\n")
        let related = map.related(to: ClauseReference(standard: "a", number: "1"))
        #expect(related.map(\.other.description) == ["b:3", "c:9", "b:2"])
        #expect(throws: CatalogueFile.Problems.self) {
            try ClauseMap(parsing: header + "a\t1\tb\t2\tsame\tx\n")
        }
    }
}
