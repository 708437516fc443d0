import Certification
import Documents

/// Reads the text of documents, whatever their form.
enum DocumentReading {
    /// The text of a file; `silent` says in a few words why there is none.
    static func read(_ path: String, fileName: String) -> (text: DocumentText, silent: String?) {
        do {
            let content = try DocumentContent(path: path, named: fileName, pdf: PDFProgram.read)
            if let content { return (content.text, nil) }
            let ending = DocumentForm.ending(of: fileName)
            return (
                DocumentText(), "no text is read of \(ending.isEmpty ? "files without an ending" : ending)"
            )
        } catch { return (DocumentText(), "\(error)") }
    }
}
