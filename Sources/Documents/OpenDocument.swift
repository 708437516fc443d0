import Certification

/// A text document of OpenDocument (part 3, 4 to 5).
struct OpenDocument {
    private var paragraphs: Paragraphs
    private var statements: [DocumentStatement] = []

    var content: DocumentContent {
        DocumentContent(paragraphs.collection.text, paragraphs.statements + statements)
    }

    init(_ package: OfficePackage, _ extent: DocumentExtent) throws {
        paragraphs = Paragraphs(extent)
        try Self.refuseEncrypted(package)
        guard let reader = try package.reader(of: "content.xml") else {
            throw DocumentRefusal.missingPart("content.xml")
        }
        try Self.read(reader, into: &paragraphs)
        if let styles = try package.reader(of: "styles.xml") { try readMargins(styles) }
        if let meta = try package.reader(of: "meta.xml") { try readProperties(meta) }
    }

    /// A password leaves the package open and closes its parts, which the manifest says.
    private static func refuseEncrypted(_ package: OfficePackage) throws {
        guard let manifest = try package.reader(of: "META-INF/manifest.xml") else { return }
        while let event = try manifest.next() {
            if case .start("encryption-data") = event { throw DocumentRefusal.passwordProtected }
        }
    }

    /// Reads up to the end of the element `until`, or all.
    private static func read(_ reader: XMLReader, into paragraphs: inout Paragraphs, until: String? = nil)
        throws
    {
        var open: [(text: String, role: ParagraphRole)] = []
        func append(_ text: String) { if !open.isEmpty { open[open.count - 1].text += text } }
        while !paragraphs.isDone, let event = try reader.next() {
            switch event {
            case .end(let name) where name == until: return
            case .start("tracked-changes"), .start("annotation"): try reader.skip()
            case .start("p"):
                open.append(("", reader.attribute("style-name") == "Title" ? .title : .text))
            case .start("h"): open.append(("", .heading))
            case .end("p"), .end("h"):
                if let (text, role) = open.popLast() { paragraphs.end(paragraph: text, role) }
            case .text(let text): append(text)
            case .start("s"): append(" ")
            case .start("tab"): append("\t")
            case .start("line-break"): append("\n")
            case .start("table"): paragraphs.beginTable()
            case .end("table"): paragraphs.endTable()
            case .start("table-cell"): paragraphs.beginCell()
            case .end("table-cell"): paragraphs.endCell()
            case .end("table-row"): paragraphs.endRow()
            default: break
            }
        }
    }

    private mutating func readMargins(_ reader: XMLReader) throws {
        while let event = try reader.next(), statements.count < 200 {
            guard case .start(let name) = event, name == "header" || name == "footer" else { continue }
            var margin = Paragraphs(place: name == "header" ? .pageHeader : .pageFooter)
            try Self.read(reader, into: &margin, until: name)
            statements += margin.statements
        }
    }

    private mutating func readProperties(_ reader: XMLReader) throws {
        while let event = try reader.next(), statements.count < 400 {
            switch event {
            case .start("title"):
                statements += [OfficeProperty.statement("title", try reader.content(), at: .property)]
                    .compactMap(\.self)
            case .start("user-defined"):
                let name = reader.attribute("name") ?? ""
                statements += [OfficeProperty.statement(name, try reader.content(), at: .customProperty)]
                    .compactMap(\.self)
            default: break
            }
        }
    }
}
