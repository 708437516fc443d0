import Certification

/// A document as far as it was read: its text, and what it says of itself.
public struct DocumentContent: Sendable {
    /// What can be read.
    public var text: DocumentText
    /// The lines between `---` and `---` at its top; nil where there are none.
    public var matter: FrontMatter?
    /// What it says of itself outside of front matter, in the order of reading.
    public var statements: [DocumentStatement]
    /// How many places are still to be filled in of a text whose front matter says what it is.
    public var places: Int
    /// Whether it takes values from other workbooks, which are no part of it.
    public var hasExternalLinks = false

    /// Reads a PDF, because another program does that. Throws a `DocumentRefusal`; nil where nothing is to be read.
    public typealias PDFReading = (_ path: String, _ extent: DocumentExtent) throws -> DocumentContent?

    /// Reads a file by the ending of its name. Throws a `DocumentRefusal`; nil for a format that holds nothing for us.
    public init?(
        path: String, named name: String, reading extent: DocumentExtent = .whole,
        pdf: PDFReading = { _, _ in nil }
    ) throws {
        let ending = DocumentForm.ending(of: name)
        switch ending {
        case "md", "markdown": self = MarkdownDocument(try PlainFile.text(path, extent), extent).content
        case "txt", "text":
            self = MarkdownDocument(try PlainFile.text(path, extent), extent).content
            statements = []
        case "csv", "tsv", "log", "rst", "adoc", "yaml", "yml", "json":
            guard extent == .whole else { return nil }
            self.init(MarkdownDocument(try PlainFile.text(path), extent).content.text)
            // A line that begins with # is a title in Markdown and a remark in a list of values.
            text.title = nil
        case "html", "htm", "xhtml":
            self.init(HTMLDocument(try PlainFile.text(path, extent)).text)
        case "pdf":
            try PlainFile.checkPDF(path)
            guard let content = try pdf(path, extent) else { return nil }
            self = content
        case "doc", "xls", "ppt": throw DocumentRefusal(old: ending, path, named: name)
        default:
            guard let content = try Self.office(path, name, ending, extent) else { return nil }
            self = content
        }
    }

    private static func office(
        _ path: String, _ name: String, _ ending: String, _ extent: DocumentExtent
    ) throws -> DocumentContent? {
        func package() throws -> OfficePackage { try OfficePackage(path: path, named: name) }
        return switch ending {
        case "docx", "docm", "dotx": try WordDocument(try package(), extent).content
        case "xlsx", "xlsm": try SpreadsheetDocument(try package(), extent).content
        case "pptx", "pptm": try PresentationDocument(try package(), extent).content
        case "odt": try OpenDocument(try package(), extent).content
        default: nil
        }
    }

    init(
        _ text: DocumentText, _ statements: [DocumentStatement] = [], matter: FrontMatter? = nil,
        places: Int = 0
    ) {
        self.text = text
        self.matter = matter
        self.statements = statements
        self.places = places
    }

    /// What a program says of a file that it read: its text, and its properties by their names.
    public init(plain text: String, properties: [(String, String)]) {
        var collection = TextCollection()
        collection.add(paragraph: text)
        self.init(collection.text)
        let firstPage = text.prefix { $0 != "\u{0C}" }.split(whereSeparator: \.isNewline).prefix(60)
        statements += firstPage.flatMap { ControlLine.statements(String($0), at: .firstLines) }
        statements += properties.compactMap { name, value in
            OfficeProperty.statement(name, value, at: .property)
        }
    }
}

extension DocumentContent {
    /// The lines at its top, if they ended.
    public var closedMatter: FrontMatter? { matter.flatMap { $0.isClosed ? $0 : nil } }
}

extension DocumentHeader {
    /// What a document says of itself, at its top and elsewhere.
    public init(_ content: DocumentContent) {
        self = content.closedMatter.map { DocumentHeader($0) } ?? DocumentHeader()
        add(content.statements)
    }
}

extension DocumentText {
    /// The text of Markdown, or of a text without any markup.
    public init(markdown text: String) { self = MarkdownDocument(text, .whole).content.text }
}

extension DocumentRefusal {
    /// A binary format of before 2007, if that is what it is.
    fileprivate init(old ending: String, _ path: String, named name: String) {
        do {
            _ = try OfficePackage(path: path, named: name)
            self = .notAsNamed(ending)
        } catch {
            self = (error as? DocumentRefusal) ?? .oldFormat(ending)
        }
    }
}
