import Certification
import Testing

@testable import Documents

@Suite struct TextDocumentTests {
    @Test func `a page gives what is shown, and nothing else`() {
        let page = HTMLDocument(
            "<html><head><title>Back &amp; forth</title><style>x{}</style></head><body><h1>One</h1>"
                + "<p>tw<b>o</b> &lt; 3 &#xe9;&auml;&unknown; a < b</p><!-- <h2>no</h2> -->"
                + "<SCRIPT>alert('<h2>')</Script><h2>Three<br>four</h2><svg/><li>x<li>y<h3>open"
        ).text
        #expect(page.title == "Back & forth")
        #expect(page.headings == ["One", "Three four"])
        #expect(page.body == "two < 3 éä&unknown; a < b\nx\ny\nopen\n")
    }

    @Test(arguments: ["<", "<!--", "<script>", "<h1>", "&#x110000;", "</", "<p"])
    func `a page may end anywhere`(_ end: String) {
        #expect(HTMLDocument("<p>text</p>" + end).text.body.hasPrefix("text\n"))
    }

    @Test func `headings are marked or underlined, and not in code`() {
        let text = DocumentText(
            markdown: """
                ---
                title: Given
                ---
                # Top

                Under: it
                -----
                ```
                # code
                ```
                #tag
                Version: 2
                ---
                ## Next ##
                words
                """)
        #expect(text.title == "Given")
        #expect(text.headings == ["Top", "Under: it", "Next"])
        #expect(text.body == "# code\n#tag\nVersion: 2\n---\nwords\n")
    }

    @Test(arguments: ["\n", "\r\n", "\r"]) func `lines end as they may`(_ end: String) {
        let text = DocumentText(markdown: ["Title", "=====", "one", "# Two", "three"].joined(separator: end))
        #expect(text == DocumentText(title: "Title", headings: ["Two"], body: "one\nthree\n"))
    }

    @Test func `a long text is cut between characters`() {
        let long = DocumentText(markdown: String(repeating: "ä", count: TextCollection.mostOctets))
        #expect(long.isCut)
        #expect(long.body.utf8.count == TextCollection.mostOctets)
        let odd = DocumentText(markdown: "a" + String(repeating: "ä", count: TextCollection.mostOctets))
        #expect(odd.body.utf8.count == TextCollection.mostOctets - 1)
    }

    @Test func `a document speaks of itself on its first page and in a section about it`() {
        let lines = Array(repeating: "word", count: 90).joined(separator: "\n")
        let text =
            "# T\nAuthor: A\n---\nOwner: A\n\(lines)\nVersion: 7\n## Document control\n| Version | 2 |\n"
        let content = MarkdownDocument(text, .beginning).content
        #expect(
            content.statements == [
                DocumentStatement("Owner", "A", at: .firstLines),
                DocumentStatement("Version", "2", at: .controlTable),
            ])
        #expect(content.text.title == "T")
        #expect(content.text.body.isEmpty)
    }

    @Test(
        arguments: [
            ("one line", "one line"), (" two\t words ", "two words"), ("", ""), (" \n", ""),
            ("a\u{A0}ä\u{2003}b", "a ä b"),
        ]) func `white space becomes single blanks`(_ text: String, _ line: String)
    {
        #expect(text.oneLine == line)
    }
}
