import Certification
import Testing

@testable import Reporting

@Suite struct BundlePageTests {
    private let page: String

    init() throws {
        page = try BundlePage.html(Sample.index(), bundleName: "acme <2026>")
    }

    @Test func sameIndexGivesSamePage() throws {
        #expect(try BundlePage.html(Sample.index(), bundleName: "acme <2026>") == page)
    }

    @Test func anchorsAreUniqueAndEveryInnerLinkArrives() {
        let anchors = attributes("id")
        #expect(Set(anchors).count == anchors.count)
        let targets = Set(attributes("href").filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) })
        #expect(targets.subtracting(anchors).isEmpty)
        #expect(targets.contains("clause-8.6.1") && targets.contains("evidence-INC-PRO-001"))
    }

    @Test func everyFileOfTheBundleIsLinked() throws {
        let paths = try Sample.index().evidence.flatMap(\.files).compactMap(\.path)
        let links = Set(attributes("href"))
        #expect(paths.allSatisfy { PageLink.href(toBundlePath: $0).map(links.contains) == true })
    }

    @Test func nothingIsFetchedAndOnlyTheShippedScriptRuns() {
        #expect(attributes("src").isEmpty)
        #expect(attributes("href").allSatisfy { !$0.contains(":") && !$0.hasPrefix("/") })
        #expect(
            elements.isDisjoint(with: ["img", "link", "iframe", "object", "svg", "base"]))
        #expect(page.split(separator: "<script").count == 2)
        #expect(page.contains("content=\"default-src 'none'; script-src 'sha256-"))
        #expect(!page.contains("unsafe-"))
        #expect(attributes("action").isEmpty)
        #expect(!page.contains("style=\""))
    }

    @Test func hostileTextStaysText() {
        #expect(
            page.contains(
                "&lt;script&gt;alert(1)&lt;/script&gt; &quot;\u{301} onclick=&quot;x&quot; {{organization}}"))
        #expect(page.contains("&lt;img src=x onerror=alert(1)&gt;"))
        #expect(page.contains("{{{style}}} &lt;style&gt;"))
        #expect(!page.unicodeScalars.contains { $0 != "\n" && ShownText.mustBeSpelled($0) })
        #expect(page.contains("acme &lt;2026&gt;"))
    }

    @Test(arguments: [
        "Clauses that are not covered (",
        "<a href=\"#evidence-SUP-001\">SUP-001</a>: expired on 2026-09-30",
        "withheld: classified restricted; this bundle goes up to internal",
        "superseded by a later revision",
        "takes effect only on 2027-01-01",
        "<i>Determine risks and opportunities for the SMS</i> <small>(our label)</small>",
        "(title not confirmed)",
        "<strong class=\"unanswered\">nothing answers it</strong>",
        "Also counts, linked to the heading <a href=\"#clause-8.5\">8.5</a>",
        "<a href=\"#evidence-INC-KPI-001\">and 6 more</a>",
        " · 99.9 ",
        "Linked to no clause of this standard.",
        "<em>No file yet.</em>",
        "<a href=\"../VERIFY.txt\">",
        "1 byte",
    ])
    func pageSays(text: String) {
        #expect(page.contains(text))
    }

    @Test func completeRegisterSaysSo() throws {
        let full = try Sample.index()
        let index = BundleIndex(
            organization: "Acme", standard: full.standard, day: full.day, journal: .empty,
            classificationUpTo: nil,
            onlyClauses: ["8.6"], clauses: full.clauses.filter { $0.status == nil },
            evidence: full.evidence.filter { $0.id == "SCP-001" })
        let page = try BundlePage.html(index, bundleName: "acme")
        #expect(page.contains("<p class=\"good\">Every clause with requirements is covered"))
        #expect(page.contains("<dt>Limited to</dt><dd>clauses 8.6</dd>"))
        #expect(!page.contains("<dt>Confidentiality</dt>"))
    }

    @Test func aLimitedBundleSaysSo() throws {
        let full = try Sample.index()
        let index = BundleIndex(
            organization: "Acme", standard: full.standard, day: full.day, journal: .empty,
            classificationUpTo: nil, onlyClauses: ["8.6", "8.7"],
            clauses: full.clauses.filter { $0.number.hasPrefix("8") }, evidence: [])
        let limited = try BundlePage.html(index, bundleName: "acme")
        #expect(limited.contains("<strong>only clauses 8.6, 8.7</strong></p>"))
        #expect(limited.contains("Not the whole standard: only clauses 8.6, 8.7, in the standard’s order"))
        #expect(!limited.contains("The whole standard in its order."))
        #expect(page.contains("The whole standard in its order.") && !page.contains("only clause"))
    }

    @Test func aSharedFileCountsOnce() throws {
        let full = try Sample.index()
        let item = try #require(full.evidence.first { $0.id == "AUD-001" })
        let index = BundleIndex(
            organization: "Acme", standard: full.standard, day: full.day, journal: .empty,
            classificationUpTo: nil, onlyClauses: nil, clauses: full.clauses, evidence: [item, item])
        let size = FileSize.text(2_214_991)
        #expect(
            try BundlePage.html(index, bundleName: "acme")
                .contains("2 items, 1 file here (\(size)), 0 not here"))
    }

    @Test func theTableOfOpenDemandsCountsItsRows() throws {
        let open = try Sample.index().clauses.count { $0.demands.contains(where: \.providedBy.isEmpty) }
        let table = try #require(page.split(separator: "<table class=\"open-demands\">").last)
        let rows = table.split(separator: "</table>")[0]
            .split(separator: "<tr><th scope=\"row\">")
        #expect(rows.count - 1 == open)
        #expect(page.contains("Documented information demanded, and nothing here answers it (\(open))"))
    }

    @Test func aClauseWithThousandsOfItemsSaysWhereTheRestIs() throws {
        let items = (0..<2_003).map { SampleItem("T-\($0)", "Text", .record, clauses: ["10.2"]) }
        let page = try BundlePage.html(Sample.index(of: items), bundleName: "acme")
        let list = try #require(
            page.split(separator: "<ul class=\"many\" aria-label=\"Evidence for 10.2\">").last
        )
        .split(separator: "</ul>")[0]
        #expect(list.split(separator: "<li><a href=\"#evidence-T-").count - 1 == 2_000)
        #expect(
            list.contains(
                "<li>and 3 more; <a href=\"#by-evidence\">by evidence</a>, each names its clauses</li>"))
        #expect(page.split(separator: "<article id=\"evidence-T-").count - 1 == 2_003)
    }

    /// Only what could turn the writing around it has an element of its own.
    @Test(
        arguments: [
            ("Procedure", "Procedure"), ("Müller & Söhne", "Müller &amp; Söhne"),
            ("שלום", "<bdi>שלום</bdi>"), ("a مراجعة <b>", "<bdi>a مراجعة &lt;b&gt;</bdi>"),
            ("訓練", "<bdi>訓練</bdi>"), ("x\u{202E}y", "<bdi>x[U+202E]y</bdi>"),
        ])
    func textIsIsolated(text: String, html: String) {
        let piece: HTML = "\(isolated: text)"
        #expect(piece.text == html)
    }

    @Test func elementsAreClosed() {
        var open: [Substring] = []
        let void: Set<Substring> = ["!DOCTYPE", "meta", "br", "input"]
        for tag in tags where !void.contains(tag.name) {
            if tag.closes { #expect(open.popLast() == tag.name) } else { open.append(tag.name) }
        }
        #expect(open.isEmpty)
    }

    /// Whatever stands between `<` and `>`: the page has no such sign in its texts.
    private var tags: [(name: Substring, closes: Bool)] {
        markup.split(separator: "<").dropFirst(markup.hasPrefix("<") ? 0 : 1).map { piece in
            let closes = piece.hasPrefix("/")
            let name = piece.dropFirst(closes ? 1 : 0).prefix { !" >\n".contains($0) }
            return (name, closes)
        }
    }

    /// The page without the text of its script.
    private var markup: String {
        page.split(separator: "<script>").map { part in
            part.firstRange(of: "</script>").map { part[$0.upperBound...] } ?? part
        }.joined()
    }

    private var elements: Set<String> { Set(tags.map { $0.name.lowercased() }) }

    private func attributes(_ name: String) -> [String] {
        page.split(separator: " \(name)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }
}
