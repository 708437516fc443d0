import Certification

/// A document as far as it was read: its text, and what it says of itself.
public struct DocumentContent: Sendable {
    /// What can be read.
    public var text: DocumentText
    /// What it says of itself outside of front matter, in the order of reading.
    public var statements: [DocumentStatement]
    /// Whether it takes values from other workbooks, which are no part of it.
    public var hasExternalLinks = false

    /// Reads a file by the ending of its name. `pdf` gives the text and the properties of a PDF, because another program
    /// reads those. Throws a `DocumentRefusal`; nil for a format that holds no text for us.
    public init?(
        path: String, named name: String, pdf: (_ path: String) throws -> DocumentContent? = { _ in nil }
    ) throws {
        switch DocumentForm.ending(of: name) {
        case "md", "markdown": self = MarkdownDocument(try PlainFile.text(path)).content
        case "txt", "text", "log", "csv", "tsv": self = PlainDocument.content(try PlainFile.text(path))
        case "html", "htm": self = HTMLDocument.content(try PlainFile.text(path))
        case "docx", "docm", "dotx": self = try WordDocument(try OfficePackage(path: path)).content
        case "xlsx", "xlsm": self = try SpreadsheetDocument(try OfficePackage(path: path)).content
        case "pptx", "pptm": self = try PresentationDocument(try OfficePackage(path: path)).content
        case "odt": self = try OpenDocument(try OfficePackage(path: path)).content
        case "doc": throw DocumentRefusal(old: "doc", path)
        case "xls": throw DocumentRefusal(old: "xls", path)
        case "ppt": throw DocumentRefusal(old: "ppt", path)
        case "pdf":
            try PlainFile.checkPDF(path)
            guard let content = try pdf(path) else { return nil }
            self = content
        default: return nil
        }
    }

    /// What a file says of itself; nothing for formats in which documents do not.
    public static func statements(
        of path: String, named name: String, pdf: (_ path: String) throws -> DocumentContent?
    ) throws -> [DocumentStatement] {
        switch DocumentForm.ending(of: name) {
        case "txt", "text", "log", "csv", "tsv", "html", "htm": []
        default: try DocumentContent(path: path, named: name, pdf: pdf)?.statements ?? []
        }
    }

    /// A document with this text that states this of itself.
    public init(_ text: DocumentText, _ statements: [DocumentStatement] = []) {
        self.text = text
        self.statements = statements
    }

    /// What a program says of a file that it read: its text, and its properties by their names.
    public init(plain text: String, properties: [(String, String)]) {
        self = PlainDocument.content(text)
        let firstPage = text.prefix { $0 != "\u{0C}" }.split(whereSeparator: \.isNewline).prefix(60)
        statements += firstPage.flatMap { ControlLine.statements(String($0), at: .firstLines) }
        statements += properties.compactMap { name, value in
            OfficeProperty.statement(name, value, at: .property)
        }
    }
}

extension DocumentText {
    /// The text of a file by the ending of its name; nil for a format that holds none for us.
    public static func read(
        path: String, named name: String, pdf: (_ path: String) throws -> DocumentContent? = { _ in nil }
    ) throws -> DocumentText? {
        try DocumentContent(path: path, named: name, pdf: pdf)?.text
    }
}

extension DocumentRefusal {
    /// A binary format of before 2007, if that is what it is.
    fileprivate init(old ending: String, _ path: String) {
        do {
            _ = try OfficePackage(path: path)
            self = .notAsNamed(ending)
        } catch let refusal as DocumentRefusal
            where refusal == .notAsNamed("") || refusal == .passwordProtected
        {
            self = refusal == .passwordProtected ? refusal : .oldFormat(ending)
        } catch {
            self = (error as? DocumentRefusal) ?? .oldFormat(ending)
        }
    }
}
