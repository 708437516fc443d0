import Testing

@testable import Certification

@Suite("Tables of subjects")
struct SubjectTableTests {
    private static let head = "subject\tnames\twords\ta-1\tb-1\n"

    @Test("names, words and clauses, with their weights")
    func read() throws {
        let table = SubjectTable(
            "# remark\n" + Self.head + "backup\tbackup; restore test^0.5\ttape\t8.1 8.2*0.5\n")
        #expect(table.problems.isEmpty)
        let subject = try #require(table.subjects.first)
        #expect(subject.names.map(\.text) == ["backup", "restore test"])
        #expect(subject.names.map(\.weight) == [1, 0.5])
        #expect(subject.words.map(\.text) == ["tape"])
        #expect(
            subject.answers == ["a-1": [.init(clause: "8.1", weight: 1), .init(clause: "8.2", weight: 0.5)]])
        #expect(subject.answers(for: "a-2").map(\.clause) == ["8.1", "8.2"])
        #expect(subject.answers(for: "c-1").isEmpty)
    }

    @Test(
        "what cannot be used is named with its line",
        arguments: [
            ("", 1, "the table is empty"),
            ("subject\twords\n", 1, "the columns must be: subject, names, words and one a standard"),
            (head + "\tx\n", 2, "names no subject"),
            (head + "x\ta\tb\tc\td\te\n", 2, "has more fields than columns"),
            (head + "x\ta^2\n", 2, "\"a^2\": a weight is above 0 and at most 1"),
            (head + "x\ta\t\t8.1*none\n", 2, "\"8.1*none\": a weight is above 0 and at most 1"),
        ])
    func problems(text: String, line: Int, message: String) {
        #expect(SubjectTable(text).problems == [.init(line: line, message: message)])
    }

    @Test("case, plural endings and fillers make no difference, the longest phrase uses its words up")
    func words() {
        let suggester = ClauseSuggester(
            SubjectTable(
                Self.head
                    + "audit\taudit\t\t9.2\nlog\taudit logging\t\t8.15\npolicy\tpolicy of backup\t\t5.2\n"
            ).subjects)
        func clauses(_ title: String) -> [String] {
            suggester.suggestions(
                for: DescribedDocument(fileName: "", title: title), standard: "a-1", limit: 9
            )
            .map(\.clause.number)
        }
        #expect(clauses("AUDITS of 2026") == ["9.2"])
        #expect(clauses("Audit Logging") == ["8.15"])
        #expect(clauses("Backup policies") == [])
        #expect(clauses("Policies for the backups") == ["5.2"])
    }
}
