import Certification
import Testing

@Suite("What each audit wants to see")
struct AuditSubjectTests {
    static let header = "audit\tsubject\ttitle\tclauses\tkinds\ttags\twhy\n"

    @Test("a row names an audit, clauses and kinds")
    func row() throws {
        let table =
            "# ours\n\n" + Self.header
            + "surveillance\tc\tComplaints\t8+ A\tcomplaint-log, survey\tX,y\tWhy.\n"
        let subjects = try AuditSubjects(parsing: table)
        let subject = try #require(subjects[.surveillance].first)
        #expect(subject.clauses == .rows(["8+", "A"]) && subject.kinds == .only([.complaintLog, .survey]))
        #expect(subject.tags == ["x", "y"] && subject.why == "Why." && subjects[.stage1].isEmpty)
    }

    @Test(
        "every problem with its line",
        arguments: [
            (
                "surveillance\ta\tT\tall\tany\t-\n",
                "2: no row of the form audit, subject, title, clauses, kinds, tags, why"
            ),
            (
                "special\ta\tT\t \tany\t-\tW\n",
                "2: no row of the form audit, subject, title, clauses, kinds, tags, why"
            ),
            ("visit\ta\tT\tall\tany\t-\tW\n", "2: \"visit\" is no audit of a certification body"),
            ("internal\ta\tT\tall\tany\t-\tW\n", "2: \"internal\" is no audit of a certification body"),
            (
                "special\ta\tT\tall\tany\t-\tW\n# more\nspecial\ta\tU\tall\tany\t-\tW\n",
                "4: special has the subject a already"
            ),
            ("special\ta\tT\t9..2\tany\t-\tW\n", "2: \"9..2\" is no row of the Harmonized Structure"),
            ("special\ta\tT\tall\tminutes,letter\t-\tW\n", "2: unknown evidence kind \"letter\""),
        ])
    func problems(table: String, problem: String) { #expect(messages(Self.header + table) == [problem]) }

    @Test("all problems at once, and the columns are named")
    func all() {
        #expect(messages(Self.header + "x\ta\tT\tall\tany\t-\tW\nspecial\n").count == 2)
        #expect(
            messages("audit\n") == [
                "1: the columns must be: audit, subject, title, clauses, kinds, tags, why"
            ])
    }

    private func messages(_ text: String) -> [String] {
        do {
            _ = try AuditSubjects(parsing: text)
            return []
        } catch {
            return error.problems.map { "\($0.line): \($0.message)" }
        }
    }
}
