import Certification
import Documents

/// Reads the text of documents, whatever their form.
enum DocumentReading {
    private static let plain: Set<String> = [
        "md", "markdown", "txt", "text", "csv", "tsv", "log", "rst", "adoc", "yaml", "yml", "json",
    ]
    private static let pages: Set<String> = ["html", "htm", "xhtml"]

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
