import Certification
import Testing

@testable import Reporting

/// What the page shows of certificate, earlier findings and changes, and what its workbench reads.
@Suite struct WorkbenchPageTests {
    private let page: String

    init() throws { page = try BundlePage.html(Sample.told(), bundleName: "acme") }

    @Test(arguments: [
        "<dt>Certificate</dt><dd><bdi>NW &lt;1&gt;</bdi> <span class=\"quiet\">valid</span></dd>",
        "<time>2028-01-25</time> <strong>429 days left on 2026-11-22</strong>",
        "day 301 of 730 <meter min=\"0\" max=\"730\" value=\"301\"",
        "<b>surveillance audit 1</b> <time>2026-10-01</time> to <time>2027-01-26</time> <span class=\"chip requested\">now</span>",
        "<b>stage 1 &amp; 2</b> <time>2026-01-01</time> <span class=\"chip stale\">was due</span>",
        "Findings (2), open ones first",
        "<b>NC-1</b> minor<small> SV1-2026, <time>2026-08-14</time></small>",
        "<small>Cause:</small> <bdi>the form does not &lt;ask&gt;</bdi>",
        "<td>nothing told</td>",
        "What changed since 2026-05-01",
        "data-flags=\"changed stale\"",
        "<span class=\"chip replaced\">replaced</span></h3>",
        "<li>Since 2026-05-01: revision 3 replaces revision 2</li>",
        "<tr><th scope=\"row\">OLD-1</th>",
        "data-filter=\"changed\" aria-pressed=\"false\">new or changed since 2026-05-01 <b>",
        "data-flags=\"open stale\"",
        "data-flags=\"open\"",
        "data-flags=\"stale withheld\"",
    ])
    func pageSays(text: String) { #expect(page.contains(text)) }

    @Test func whatTheIndexDoesNotTellIsNotShown() throws {
        let plain = try BundlePage.html(Sample.index(), bundleName: "acme")
        for text in [
            "id=\"certificate-title\"", "id=\"earlier-findings\"", "id=\"changes\"",
            "data-filter=\"changed\"",
        ] {
            #expect(page.contains(text))
            #expect(!plain.contains(text))
        }
    }

    @Test func thePageTellsTheFingerprintOfItsIndex() throws {
        let fingerprint = Fingerprint(of: try IndexDocument.json(Sample.told()))
        #expect(
            page.contains("<html lang=\"en\" data-index=\"\(fingerprint)\" data-standard=\"iso20000-1-2018\"")
        )
        #expect(FindingsTemplate.csv(index: fingerprint).contains("# bundle index \(fingerprint)\r\n"))
    }

    @Test func theListForFindingsIsToBeFilledIn() {
        #expect(
            FindingsTemplate.csv(index: Sample.hash("x")) == """
                \u{FEFF}# bundle index 2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881\r
                # grade is one of: major / minor / opportunity / observation / area-of-concern\r
                # one finding a line below the names of the columns; several items of evidence with ; between them\r
                grade,clause,statement,evidence\r

                """)
    }

    @Test func excerptsAreNoMoreThanThePageCanBear() throws {
        let long = "<b>&\u{202E}" + String(repeating: "x", count: 1_400)
        let page = try drawn(texts: 1_000, each: long)
        #expect(excerpts(in: page) == DocumentExcerpts.budget / long.utf8.count)
        #expect(
            excerpts(in: try drawn(texts: DocumentExcerpts.limit + 7, each: "short"))
                == DocumentExcerpts.limit)
        #expect(page.contains("</p><pre class=\"whole\">\n&lt;b&gt;&amp;[U+202E]xxx"))
    }

    private func excerpts(in page: String) -> Int { page.split(separator: "<pre class=\"whole\">").count - 1 }

    private func drawn(texts count: Int, each text: String) throws -> String {
        let items = (0..<count).map { number in
            SampleItem(
                "T-\(number)", "Text", .record, clauses: ["10.2"],
                files: [.file("\(number).txt", size: text.utf8.count, mediaType: "text/plain")])
        }
        let index = try Sample.index(of: items)
        let excerpts = DocumentExcerpts(of: index) { _, octets in Array(text.utf8.prefix(octets)) }
        return try BundlePage.html(index, bundleName: "acme", excerpts: excerpts)
    }
}

@Suite struct DocumentExcerptTests {
    @Test(
        arguments: [
            ("a\nb", 3, "a\nb", true),
            ("\u{FEFF}a", 4, "a", true),
            ("a\r\nb\n", 5, "a\r\nb\n", true),
            (String(repeating: "l\n", count: 30), 60, String(repeating: "l\n", count: 19) + "l", false),
            ("whole\ncut off he", 4_000, "whole", false),
            ("ünfold", 4_000, "ünfold", false),
        ] as [(String, Int, String, Bool)])
    func isTheBeginning(head: String, size: Int, text: String, isWhole: Bool) {
        let excerpt = DocumentExcerpt(head: Array(head.utf8), size: size)
        #expect(excerpt?.text == text)
        #expect(excerpt?.isWhole == isWhole)
    }

    @Test(
        arguments: [
            [], Array(" \n\t".utf8), [0x50, 0x4B, 3, 4, 0], [0x61, 0xFF, 0x62], [0x61, 0xC3],
        ] as [[UInt8]])
    func whatIsNoTextHasNone(head: [UInt8]) { #expect(DocumentExcerpt(head: head, size: head.count) == nil) }

    @Test func aScalarThatIsCutIsLeftOut() {
        #expect(DocumentExcerpt(head: [0x61, 0xF0, 0x9F, 0xA6], size: 9)?.text == "a")
        #expect(
            DocumentExcerpt(head: Array(repeating: 0x61, count: 9_000), size: 9_000)?.text.utf8.count == 1_500
        )
    }
}
