import Certification
import Testing

@Suite("Headers of documents")
struct DocumentHeaderTests {
    private func header(_ lines: String) throws -> DocumentHeader {
        DocumentHeader(try #require(FrontMatter("---\n\(lines)\n---\n")))
    }

    @Test("all that a header can state")
    func whole() throws {
        let header = try header(
            """
            id: POL-001
            title: "Policy: the \\"first\\""   # in quotation marks
            Kind: Policy
            version: 1.10
            owner: 'Müller-訓練''s desk'
            effective: 2026-11-22
            period: 2026-06
            review: 2027-11-22
            expires: 2028-01-01
            retain: 36m
            classification: Internal
            tags:
              - b # the second
              - a
            note: R & D, see *annex*
            layout: page
            clauses: [8.6.1, "20000-1:8.6.2", 8.6]
            """)
        var facts = EvidenceFacts()
        facts.title = "Policy: the \"first\""
        facts.kind = .policy
        facts.owner = "Müller-訓練's desk"
        facts.reviewOn = Day("2027-11-22")
        facts.expires = Day("2028-01-01")
        facts.retain = Months(36)
        facts.classification = .internal
        facts.tags = ["b", "a"]
        facts.note = "R & D, see *annex*"
        #expect(header.id == "POL-001" && header.facts == facts)
        #expect(
            header.file
                == RevisionFacts(label: "1.10", effective: Day("2026-11-22"), period: Period("2026-06")))
        #expect(header.clauses == ["8.6.1", "20000-1:8.6.2", "8.6"])
        #expect(header.stated.count == 14 && header.stated.first == "id" && header.stated.last == "clauses")
        #expect(header.problems.isEmpty)
    }

    @Test(
        "what is empty, unknown or still to be filled in says nothing",
        arguments: [
            "owner:", "owner: \"\"", "owner: (fill in: role)", "effective: \"(fill in: YYYY-MM-DD)\"",
            "colour: red", "clauses: []", "# owner: x", "nested:\n  owner: x\n  - y", "owner:x", "just text",
            "clauses: [(fill in: clauses)]", "unknown: &a [*a, {b: c}]", "",
        ])
    func nothing(lines: String) throws {
        let header = try header(lines)
        #expect(header.stated.isEmpty && header.problems.isEmpty && header.facts == EvidenceFacts())
    }

    @Test(
        "what cannot be used is told with its line and leaves the rest",
        arguments: [
            ("id: ../x", "id \"../x\" is no identifier"), ("id: 8.6.1", "id \"8.6.1\" is no identifier"),
            ("kind: novel", "kind \"novel\" is no kind of evidence"),
            ("effective: 2026-02-30", "effective \"2026-02-30\" is no day; write YYYY-MM-DD"),
            ("review_every: 12", "review_every \"12\" is no interval; write 12m or 1y"),
            ("period: June", "period \"June\" is no period; write 2026-06"),
            (
                "classification: secret",
                "classification \"secret\" is not public, internal, confidential or restricted"
            ),
            ("owner: a: b", "owner holds a colon; put it in quotation marks"),
            ("owner: \"open", "owner has a quotation mark without its partner"),
            ("owner: \"a\" b", "owner is followed by more than it can be"),
            ("owner: \"\\x41\"", "owner holds a backslash that is not doubled"),
            ("owner: &a x", "owner uses an anchor or an alias, which are not read"),
            ("owner: *a", "owner uses an anchor or an alias, which are not read"),
            ("clauses: [*a, 8.6.1]", "clauses uses an anchor or an alias, which are not read"),
            ("clauses: [[8.6.1]]", "clauses is more than a text"),
            ("owner: {a: b}", "owner is more than a text"),
            ("owner: |\n  a\n  b", "owner is more than a text"),
            ("owner: !!str x", "owner is more than a text"),
            ("owner: a\n  b", "owner goes on in another line"),
            ("owner: [a, b]", "owner is a list, not a text"),
            ("clauses: [8.6.1", "clauses is a list without its end"),
            ("clauses:\n- 8.6.1\n- - 8.6.2", "clauses is more than a text"),
            ("owner: \u{1}bell\u{7}", "owner holds control characters"),
            ("owner: a\nowner: b", "owner stands twice"),
        ])
    func problems(lines: String, problem: String) throws {
        let header = try header(lines + "\ntitle: =SUM(A1)")
        #expect(header.problems.map { "\($0.key) \($0.message)" } == [problem])
        #expect(header.problems.first?.line == (problem.hasSuffix("twice") ? 3 : 2))
        #expect(header.facts.title == "=SUM(A1)")
    }

    @Test("values that no person wrote are too long")
    func long() throws {
        let header = try header(
            "owner: \(String(repeating: "x", count: 501))\nclauses: [\(String(repeating: "1,", count: 300))]")
        #expect(header.problems.map(\.message) == ["is too long", "is too long"])
    }

    @Test("nesting and aliases of any depth are read in no time")
    func hostile() throws {
        let deep = String(repeating: "[", count: 30_000)
        let header = try header("owner: \(deep)\nclauses: \(deep)\ntitle: x")
        #expect(header.problems.map(\.message) == ["is more than a text", "is more than a text"])
        #expect(header.facts.title == "x")
        let long = "---\ntitle: \(String(repeating: "x", count: FrontMatter.most))\n---\n"
        #expect(FrontMatter(long)?.isClosed == false)
    }

    @Test(
        "where a header begins and ends",
        arguments: [
            ("---\nid: A\n---\nid: B\n", true), ("\u{FEFF}---\r\nid: A\r\n---\r\n", true),
            ("---  \nid: A\n---", true), ("---\nid: A\n", false), ("---\nid: A\n----\n", false),
        ])
    func fences(text: String, isClosed: Bool) throws {
        let matter = try #require(FrontMatter(text))
        #expect(matter.isClosed == isClosed)
        #expect(matter.entries.first?.key == "id" && matter.entries.count == 1)
    }

    @Test("no header", arguments: ["", "id: A\n---\n", "----\n", " ---\n", "# Title\n\n---\nid: A\n---\n"])
    func none(text: String) { #expect(FrontMatter(text) == nil) }

    @Test(
        "places to fill in are counted",
        arguments: [
            ("", 0), ("(fill in: a) and (fill in: b)", 2), ("((fill in", 1), ("(fill (fill in", 1),
            ("(fill i", 0),
            ("fill in", 0),
        ])
    func places(text: String, count: Int) { #expect(DocumentHeader.places(in: text) == count) }
}
