import Certification
import Foundation

/// Reads the text of documents, whatever their form.
enum DocumentReading {
    /// Octets of a file that are looked at.
    private static let limit = 4 << 20
    private static let plain: Set<String> = [
        "md", "markdown", "txt", "text", "csv", "tsv", "log", "rst", "adoc", "yaml", "yml", "json",
    ]
    private static let pages: Set<String> = ["html", "htm", "xhtml"]

    /// The text of a file; `silent` says in a few words why there is none.
    static func read(_ path: String, fileName: String) -> (text: DocumentText, silent: String?) {
        let ending = ending(of: fileName)
        guard plain.contains(ending) || pages.contains(ending) else {
            return (
                DocumentText(), "no text is read of \(ending.isEmpty ? "files without an ending" : ending)"
            )
        }
        guard let file = FileHandle(forReadingAtPath: path) else { return (DocumentText(), "cannot be read") }
        defer { try? file.close() }
        let data = (try? file.read(upToCount: limit)) ?? Data()
        if data.prefix(1024).contains(0) { return (DocumentText(), "no text") }
        let text = String(decoding: data, as: UTF8.self)
        return (pages.contains(ending) ? DocumentText(html: text) : DocumentText(markdown: text), nil)
    }

    private static func ending(of fileName: String) -> String {
        guard let dot = fileName.lastIndex(of: "."), dot != fileName.startIndex else { return "" }
        return fileName[fileName.index(after: dot)...].lowercased()
    }
}
