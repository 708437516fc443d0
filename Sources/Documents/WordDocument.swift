import Certification

/// A text document of WordprocessingML (ECMA-376, part 1, 17).
struct WordDocument {
    private let package: OfficePackage
    /// The roles of styles that have one, by their identifiers: names are those of the standard in any language.
    private var roles: [String: ParagraphRole] = [:]
    private var paragraphs: Paragraphs
    private var statements: [DocumentStatement] = []

    init(_ package: OfficePackage, _ extent: DocumentExtent) throws {
        self.package = package
        paragraphs = Paragraphs(extent)
        let main = try package.mainPart(orElse: "word/document.xml")
        roles = try readRoles()
        guard let reader = try package.reader(of: main) else { throw DocumentRefusal.missingPart(main) }
        try read(reader, into: &paragraphs)
        for (kind, place) in [("header", DocumentStatement.Place.pageHeader), ("footer", .pageFooter)] {
            for name in package.names.filter({ $0.hasPrefix("word/\(kind)") && $0.hasSuffix(".xml") }).prefix(
                20)
            {
                guard let reader = try package.reader(of: name) else { continue }
                var margin = Paragraphs(place: place)
                try read(reader, into: &margin)
                statements += margin.statements
            }
        }
        statements += try package.properties()
    }

    var content: DocumentContent {
        DocumentContent(paragraphs.collection.text, paragraphs.statements + statements)
    }

    private func readRoles() throws -> [String: ParagraphRole] {
        guard let reader = try package.reader(of: "word/styles.xml") else { return [:] }
        var roles: [String: ParagraphRole] = [:]
        var style = ""
        while let event = try reader.next(), roles.count < 200 {
            switch event {
            case .start("style"): style = reader.attribute("styleId") ?? ""
            case .start("name"):
                let name = reader.attribute("val")?.lowercased() ?? ""
                if name == "title" { roles[style] = .title }
                if name.hasPrefix("heading ") { roles[style] = .heading }
            default: break
            }
        }
        return roles
    }

    private func read(_ reader: XMLReader, into paragraphs: inout Paragraphs) throws {
        // Text boxes put paragraphs into paragraphs.
        var open: [(text: String, role: ParagraphRole)] = []
        var isText = false
        func append(_ text: String) { if !open.isEmpty { open[open.count - 1].text += text } }
        while !paragraphs.isDone, let event = try reader.next() {
            switch event {
            case .start("Fallback"): try reader.skip()
            case .start("p"): open.append(("", .text))
            case .end("p"): if let (text, role) = open.popLast() { paragraphs.end(paragraph: text, role) }
            case .start("pStyle"):
                guard !open.isEmpty, let style = reader.attribute("val") else { break }
                open[open.count - 1].role = roles[style] ?? Self.role(style)
            case .start("outlineLvl"):
                guard !open.isEmpty, let level = reader.attribute("val"), level != "9" else { break }
                open[open.count - 1].role = .heading
            case .start("t"): isText = true
            case .end("t"): isText = false
            case .text(let text): if isText { append(text) }
            case .start("tab"): append("\t")
            case .start("br"), .start("cr"): append("\n")
            case .start("tbl"): paragraphs.beginTable()
            case .end("tbl"): paragraphs.endTable()
            case .start("tc"): paragraphs.beginCell()
            case .end("tc"): paragraphs.endCell()
            case .end("tr"): paragraphs.endRow()
            default: break
            }
        }
    }

    private static func role(_ style: String) -> ParagraphRole {
        style == "Title" ? .title : style.hasPrefix("Heading") ? .heading : .text
    }
}

extension OfficePackage {
    /// The part that `_rels/.rels` names as the document (ECMA-376, part 2, 9.3).
    func mainPart(orElse usual: String) throws -> String {
        guard let reader = try reader(of: "_rels/.rels") else {
            throw DocumentRefusal.missingPart("_rels/.rels")
        }
        while let event = try reader.next() {
            guard case .start("Relationship") = event,
                reader.attribute("Type")?.hasSuffix("/officeDocument") == true,
                reader.attribute("TargetMode") != "External", let target = reader.attribute("Target")
            else { continue }
            return target.hasPrefix("/") ? String(target.dropFirst()) : target
        }
        return usual
    }
}
