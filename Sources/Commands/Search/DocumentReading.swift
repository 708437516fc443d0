import Certification
import Documents

/// Reads the text of documents, whatever their form.
enum DocumentReading {
    private static let plain: Set<String> = [
        "md", "markdown", "txt", "text", "csv", "tsv", "log", "rst", "adoc", "yaml", "yml", "json",
    ]
    private static let pages: Set<String> = ["html", "htm", "xhtml"]

    /// What a file says of itself and the title that it shows; its text as well where `withText`, or where that costs nothing.
    static func content(_ path: String, fileName: String, withText: Bool) throws -> DocumentContent {
        let ending = DocumentForm.ending(of: fileName)
        var content = DocumentContent(DocumentText())
        // A line that begins with # is a title in Markdown and a remark in a list of values.
        if ["md", "markdown"].contains(ending) || !plain.contains(ending) {
            content =
                try DocumentContent(path: path, named: fileName, pdf: PDFProgram.read) ?? content
        }
        guard withText, plain.contains(ending) || pages.contains(ending) else { return content }
        let title = content.text.title
        content.text = (try? text(path, fileName)) ?? DocumentText()
        content.text.title = title
        return content
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
