import Certification
import Documents

/// Reads the text of documents, whatever their form.
enum DocumentReading {
    private static let plain: Set<String> = [
        "md", "markdown", "txt", "text", "csv", "tsv", "log", "rst", "adoc", "yaml", "yml", "json",
    ]
    private static let pages: Set<String> = ["html", "htm", "xhtml"]

    /// The text of a file and what it says of itself. Packages and PDFs are read once for both.
    static func content(_ path: String, fileName: String) throws -> DocumentContent {
        let ending = DocumentForm.ending(of: fileName)
        if plain.contains(ending) || pages.contains(ending) {
            let said = try DocumentContent.statements(of: path, named: fileName, pdf: PDFProgram.read)
            return DocumentContent((try? text(path, fileName)) ?? DocumentText(), said)
        }
        return try DocumentContent(path: path, named: fileName, pdf: PDFProgram.read)
            ?? DocumentContent(DocumentText())
    }

    /// Whether the title that is read of such a file is one that its readers see.
    static func showsTitle(_ fileName: String) -> Bool {
        let ending = DocumentForm.ending(of: fileName)
        return ["md", "markdown"].contains(ending) || !plain.contains(ending)
    }

    /// The text of a file; `silent` says in a few words why there is none.
    static func read(_ path: String, fileName: String) -> (text: DocumentText, silent: String?) {
        do {
            guard let text = try text(path, fileName) else {
                let ending = DocumentForm.ending(of: fileName)
                return (
                    DocumentText(),
                    "no text is read of \(ending.isEmpty ? "files without an ending" : ending)"
                )
            }
            return (text, nil)
        } catch { return (DocumentText(), "\(error)") }
    }

    private static func text(_ path: String, _ fileName: String) throws -> DocumentText? {
        let ending = DocumentForm.ending(of: fileName)
        if plain.contains(ending) { return DocumentText(markdown: try PlainFile.text(path)) }
        if pages.contains(ending) { return DocumentText(html: try PlainFile.text(path)) }
        return try DocumentText.read(path: path, named: fileName, pdf: PDFProgram.read)
    }
}
