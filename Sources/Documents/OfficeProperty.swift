import Certification

/// A property of an office document that may say something of the document.
enum OfficeProperty {
    /// What programs fill in by themselves.
    private static let automatic: Set<String> = [
        "document1", "document", "presentation1", "powerpoint presentation", "book1", "workbook1", "title",
        "untitled", "microsoft word", "slide 1", "template", "blank",
    ]

    /// Only the title is taken of what programs keep: the author is whoever began the file or its template, no owner.
    static func statement(_ name: String, _ value: String, at place: DocumentStatement.Place)
        -> DocumentStatement?
    {
        let text = value.oneLine
        guard !text.isEmpty, text.utf8.count <= 500, DocumentStatement.isLabel(name) else { return nil }
        if place == .property {
            let title = text.lowercased()
            guard name.lowercased() == "title", !automatic.contains(title),
                !title.hasPrefix("microsoft word -"),
                !title.hasSuffix(".docx"), !title.hasSuffix(".doc"), !title.hasSuffix(".pdf")
            else { return nil }
        }
        return DocumentStatement(name, text, at: place)
    }
}

extension OfficePackage {
    /// What `docProps/core.xml` and `docProps/custom.xml` say (ECMA-376, part 2, 11; part 1, 22.3).
    func properties() throws -> [DocumentStatement] {
        try core() + custom()
    }

    private func core() throws -> [DocumentStatement] {
        guard let reader = try reader(of: "docProps/core.xml") else { return [] }
        var found: [DocumentStatement] = []
        while let event = try reader.next() {
            guard case .start("title") = event else { continue }
            if let said = OfficeProperty.statement("title", try reader.content(), at: .property) {
                found.append(said)
            }
        }
        return found
    }

    private func custom() throws -> [DocumentStatement] {
        guard let reader = try reader(of: "docProps/custom.xml") else { return [] }
        var found: [DocumentStatement] = []
        while let event = try reader.next(), found.count < 100 {
            guard case .start("property") = event else { continue }
            let name = reader.attribute("name") ?? ""
            let said = OfficeProperty.statement(name, try reader.content(), at: .customProperty)
            if let said { found.append(said) }
        }
        return found
    }
}

extension XMLReader {
    /// All text of the element that began last, its end included.
    func content() throws -> String {
        var (depth, text) = (1, "")
        while depth > 0, let event = try next() {
            switch event {
            case .start: depth += 1
            case .end: depth -= 1
            case .text(let more): if text.utf8.count < 64 << 10 { text += more }
            }
        }
        return text
    }
}
