import Testing

@testable import Reporting

/// The small functions that stand between strangers' texts and a document.
@Suite struct TextTests {
    @Test(arguments: [
        ("data/evidence/8.6.1/PRO-003.docx", "evidence/8.6.1/PRO-003.docx"),
        ("data/evidence/Müller 訓練.txt", "evidence/M%C3%BCller%20%E8%A8%93%E7%B7%B4.txt"),
        ("data/50% #1?.txt", "50%25%20%231%3F.txt"),
        ("data/javascript:alert(1)", "javascript%3Aalert%281%29"),
        ("data/a\"b'c<d>&e\\f", "a%22b%27c%3Cd%3E%26e%5Cf"),
        ("data/\u{202E}\n~_-.", "%E2%80%AE%0A~_-."),
        ("data/a/\u{301}b", "a/%CC%81b"),
        ("VERIFY.txt", "../VERIFY.txt"),
    ])
    func pathsBecomeAddresses(path: String, address: String) {
        #expect(PageLink.href(toBundlePath: path) == address)
    }

    @Test(arguments: ["", "/etc/passwd", "data/../../x", "data//x", "data/./x", "data/"])
    func pathsNotOfPlainNamesGetNoAddress(path: String) {
        #expect(PageLink.href(toBundlePath: path) == nil)
    }

    @Test(arguments: [
        ("INC-PRO-001", "evidence-INC-PRO-001"), ("a b", "evidence-a_20b"), ("a_20b", "evidence-a_5F20b"),
        ("\">é", "evidence-_22_3E_C3_A9"),
    ])
    func anchorsAreTheSameInBothPlaces(id: String, anchor: String) {
        #expect(PageLink.anchor(evidence: id) == anchor)
    }

    @Test(arguments: [
        ("<b>&\"'", "&lt;b&gt;&amp;&quot;&#39;"),
        ("\"\u{301}<\u{338}&\u{20DD}", "&quot;\u{301}&lt;\u{338}&amp;\u{20DD}"),
        ("invoice\u{202E}fdp.exe", "invoice[U+202E]fdp.exe"),
        ("a\u{2066}b\u{2069}\u{200F}", "a[U+2066]b[U+2069][U+200F]"),
        ("a\u{0}\u{1B}[31m\u{85}", "a[U+0000][U+001B][31m[U+0085]"),
        ("two\nlines\tand 🦊 👩‍👩‍👧 שלום", "two\nlines\tand 🦊 👩‍👩‍👧 שלום"),
    ])
    func textOnAPageIsText(text: String, html: String) {
        #expect(PageText().escapeText(text) == html)
    }

    @Test(arguments: [
        ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"yes\"", "\"say \"\"yes\"\"\""),
        ("two\r\nlines", "two  lines"), (" blank", "\" blank\""), ("\"\u{301}", "\"\"\"\u{301}\""),
        ("=1+1", "'=1+1"), ("+49 30", "'+49 30"), ("-5", "-5"), ("-5+1", "'-5+1"), ("-", "'-"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "' =1"), ("\r=1", "' =1"), ("＝1", "'＝1"), ("=\u{338}1", "'=\u{338}1"),
        ("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""),
        ("nul\u{0}l\u{202E}", "nul[U+0000]l[U+202E]"), ("a-b=c", "a-b=c"),
    ])
    func fieldsOfAListAreOnlyData(value: String, field: String) {
        #expect(CSVWriter.field(value) == field)
    }

    @Test(arguments: [
        (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1_000, "1.0 kB"), (8_214, "8.2 kB"),
        (99_999, "99.9 kB"), (184_320, "184 kB"), (999_999, "999 kB"), (1_482_113, "1.4 MB"),
        (5_000_000_000, "5.0 GB"), (7_000_000_000_000_000, "7000 TB"),
    ])
    func sizesAreForPeople(octets: Int, text: String) {
        #expect(FileSize.text(octets) == text)
    }

    @Test func rowsEndWithReturnAndFeed() {
        #expect(CSVWriter.text([["a", "b"], ["1,5", ""]]) == "a,b\r\n\"1,5\",\r\n")
        #expect(CSVWriter.text([["ä"]], byteOrderMark: true) == "\u{FEFF}ä\r\n")
    }
}
