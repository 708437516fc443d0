import Certification

/// A table of a document's beginning, in which it may say what it is.
struct ControlTable {
    let rows: [[String]]
    let place: DocumentStatement.Place

    /// A table of changes has a row for each version: the column `Version` then states none.
    var statements: [DocumentStatement] {
        let rows = rows.map { $0.map(\.oneLine) }.filter { $0.contains { !$0.isEmpty } }
        if let heads = rows.first, heads.count > 1, heads.filter(DocumentStatement.isLabel).count > 1,
            rows.dropFirst().allSatisfy({ !$0.contains(where: DocumentStatement.isLabel) })
        {
            guard rows.count == 2 else { return [] }
            return zip(heads, rows[1]).filter { DocumentStatement.isLabel($0.0) }
                .map { DocumentStatement($0, $1, at: place) }
        }
        if isHistory(rows) { return [] }
        return rows.flatMap(pairs)
    }

    /// `Version | Date | Author | Changes` above many rows.
    private func isHistory(_ rows: [[String]]) -> Bool {
        guard let heads = rows.first, heads.count > 2, rows.count > 1 else { return false }
        return heads.filter(DocumentStatement.isLabel).count == 1
            && rows.dropFirst().allSatisfy { !$0.contains(where: DocumentStatement.isLabel) }
    }

    private func pairs(_ row: [String]) -> [DocumentStatement] {
        stride(from: 0, to: row.count - 1, by: 2).compactMap { index in
            let (label, value) = (row[index], row[index + 1])
            guard DocumentStatement.isLabel(label), !DocumentStatement.isLabel(value) else { return nil }
            return DocumentStatement(label, value, at: place)
        }
    }
}

/// A line in which a document may say what it is: `Version: 2.0 | Next review: 2027-06-02`.
enum ControlLine {
    static func statements(_ line: String, at place: DocumentStatement.Place) -> [DocumentStatement] {
        guard line.utf8.count <= 1_000, mayState(line) || isMargin(place) else { return [] }
        return line.unicodeScalars.split(whereSeparator: isSeparator)
            .compactMap { statement(String($0), at: place) }
    }

    /// Most lines of a text do not, and need not be looked at any closer.
    static func mayState(_ line: some StringProtocol) -> Bool { line.utf8.contains(UInt8(ascii: ":")) }

    private static func isMargin(_ place: DocumentStatement.Place) -> Bool {
        place == .pageHeader || place == .pageFooter
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "|", "\t", "·", "•", "\n", "\r": true
        default: false
        }
    }

    private static func statement(_ text: String, at place: DocumentStatement.Place) -> DocumentStatement? {
        if let colon = text.firstIndex(of: ":") {
            let label = String(text[..<colon])
            guard DocumentStatement.isLabel(label) else { return nil }
            return DocumentStatement(label, text[text.index(after: colon)...].oneLine, at: place)
        }
        // Page headers leave the colon out: `Version 2.0`.
        let words = text.split(separator: " ")
        guard isMargin(place), words.count == 2,
            words[1].first?.isNumber == true,
            DocumentStatement.isLabel(String(words[0]))
        else { return nil }
        return DocumentStatement(String(words[0]), String(words[1]), at: place)
    }

    /// Whether a section of this name speaks of the document itself.
    static func isAboutTheDocument(_ heading: String) -> Bool {
        let words = heading.lowercased().drop { !$0.isLetter }.oneLine
        return [
            "document control", "document information", "document details", "document properties",
            "document data", "dokumentenlenkung", "dokumentinformationen",
        ].contains(words)
    }
}
