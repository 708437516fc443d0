/// A table separated by tabs, as people write it: empty lines and lines that begin with # say nothing.
struct CommentedTable {
    /// The rows below the header, each with its line from 1.
    let rows: [(line: Int, fields: [String])]
    /// What is wrong with the header; empty when it names the columns.
    let problems: [CatalogueFile.Problem]

    /// Splits a text whose first row must name exactly these columns.
    init(_ text: String, columns: [String]) {
        let content = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        let lines = content.lines.enumerated()
            .filter { !$0.element.allSatisfy(\.isWhitespace) && !$0.element.hasPrefix("#") }
            .map { (line: $0.offset + 1, fields: Self.fields($0.element)) }
        rows = Array(lines.dropFirst())
        problems =
            lines.first?.fields == columns
            ? []
            : [
                .init(
                    line: lines.first?.line ?? 1,
                    message: "the columns must be: \(columns.joined(separator: ", "))")
            ]
    }

    private static func fields(_ line: Substring) -> [String] {
        line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
}
