import Testing

@testable import Documents

@Suite struct XMLReaderTests {
    private func reader(_ text: String, piece: Int = 7) throws -> XMLReader {
        var rest = Array(text.utf8)[...]
        return try XMLReader(part: "a.xml") {
            let next = Array(rest.prefix(piece))
            rest = rest.dropFirst(next.count)
            return next
        }
    }

    private func events(_ text: String) throws -> [XMLReader.Event] {
        let reader = try reader(text)
        var events: [XMLReader.Event] = []
        while let event = try reader.next() { events.append(event) }
        return events
    }

    @Test func `elements begin and end, also without content`() throws {
        #expect(
            try events("<?xml version=\"1.0\"?><!-- c --><a><b/>x &amp; y<![CDATA[<z>]]></a>") == [
                .start("a"), .start("b"), .end("b"), .text("x & y<z>"), .end("a"),
            ])
    }

    @Test func `attributes are found without their prefix`() throws {
        let reader = try reader("<w:a xmlns:w='u' w:val='1' other='2'/>")
        #expect(try reader.next() == .start("a"))
        #expect(reader.attribute("val") == "1")
        #expect(reader.attribute("other") == "2")
        #expect(reader.attribute("none") == nil)
        #expect(try reader.next() == .end("a"))
    }

    @Test(arguments: [
        "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "<?xml version='1.0'?>\n<!-- <a> --><!DOCTYPE a><a/>",
    ]) func `a document type is refused before it is read`(_ text: String) {
        #expect(throws: DocumentRefusal.documentType(part: "a.xml")) { try events(text) }
    }

    @Test(arguments: [
        ("", 1), ("<a", 1), ("<a>\n<b></a>", 2), ("no xml", 1), ("<a>&x;</a>", 1), ("<a>\n\n", 3),
    ]) func `what is no XML is said with its line`(_ text: String, _ line: Int) {
        #expect(throws: DocumentRefusal.malformed(part: "a.xml", line: line)) { try events(text) }
    }

    @Test func `deep nesting is refused`() {
        let deep = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
        #expect(throws: DocumentRefusal.self) { try events(deep) }
    }
}
