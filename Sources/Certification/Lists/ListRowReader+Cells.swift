/// Cells that hold several things, or one of two.
extension ListRowReader {
    var tags: [String] {
        (text(.tags) ?? "").split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }
    }

    /// The clauses of all columns that hold some, each with the standards that its column or its row names.
    func clauses() -> [MasterList.NamedClause] {
        let standards = ClauseCell.parts(text(.standard) ?? "")
        return columns.clausePlaces.flatMap { place in
            let named = place.entry.standard.map { [$0] } ?? standards
            return ClauseCell.clauses(row.cell(place.position) ?? "").flatMap { $0.named(named) }
        }
    }

    /// A path that leads to a file; addresses lead elsewhere.
    var path: String? {
        guard let path = text(.path), address == nil else { return nil }
        // As Windows writes it.
        return path.contains("/") ? path : path.replacing("\\", with: "/")
    }

    /// The address that stands where a path is expected.
    var address: String? {
        guard let text = text(.path), ["http://", "https://"].contains(where: text.lowercased().hasPrefix)
        else {
            return nil
        }
        return text
    }
}

/// A cell of clauses: `8.6.1; 8.6.2`, `Clause 8.6.1 Incident management`, `A.5.24 & A.5.26`, `8.6.1?`.
enum ClauseCell {
    /// One clause as it is written in a cell.
    struct Written: Hashable {
        let text: String
        let isSuggested: Bool

        /// The clause with each of the standards; a clause that names its own keeps it.
        func named(_ standards: [String]) -> [MasterList.NamedClause] {
            let keepsName = standards.isEmpty || ClauseFinder.split(text).standard != nil
            let texts = keepsName ? [text] : standards.map { "\($0):\(text)" }
            return texts.map { MasterList.NamedClause(text: $0, isSuggested: isSuggested) }
        }
    }

    static func clauses(_ cell: String) -> [Written] {
        guard !cell.isEmpty else { return [] }
        // A title may hold the word as well: `7.5.2 Creating and updating`.
        let listed =
            cell.contains("and") ? cell.replacing(/\s+and\s+(?=(?:[Aa]\.)?[0-9])/, with: ";") : cell
        return split(listed).map(written)
    }

    private static func written(_ part: String) -> Written {
        let isSuggested = part.count > 1 && part.last == MasterList.NamedClause.mark
        return Written(text: bare(isSuggested ? part.dropLast().trimmed : part), isSuggested: isSuggested)
    }

    /// The parts of a cell that lists several things.
    static func parts(_ cell: String) -> [String] { split(cell.replacing(" and ", with: ";")) }

    private static func split(_ cell: String) -> [String] {
        cell.split { ";,&\n\r\r\n".contains($0) }.map(\.trimmed).filter { !$0.isEmpty }
    }

    /// The number alone, where a word stands before it or the title of the clause behind it.
    private static func bare(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace)
        let numbered = words.drop { prefixes.contains(ListWord.key($0)) || $0 == "§" }
        guard let first = numbered.first.map({ $0.drop { $0 == "§" } }), isNumber(first),
            numbered.count == 1 || !numbered.dropFirst().contains(where: { isNumber($0) })
        else { return text }
        return String(first)
    }

    private static let prefixes: Set<String> = [
        "clause", "clauses", "cl", "section", "sec", "control", "annex", "kapitel", "kap", "abschnitt",
        "article",
    ]

    /// `8.6.1`, `A.5.24`: at least one dot, or one or two digits.
    private static func isNumber(_ text: Substring) -> Bool {
        var rest = text
        if let letter = rest.first, "Aa".contains(letter) {
            rest.removeFirst()
            if rest.first == "." { rest.removeFirst() }
        }
        if rest.last == "." { rest.removeLast() }
        return rest.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
            (1...2).contains(part.count) && part.allSatisfy { $0.isASCII && $0.isNumber }
        }
    }
}

extension EvidenceIdentifier {
    /// The identifier that a text would be with hyphens in place of what may not stand in one; nil where that is none.
    static func nearest(to text: String) -> String? {
        guard let first = text.first, first.isLetter || first.isNumber else { return nil }
        let parts = text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0))) }
        let joined = parts.joined(separator: "-")
        return joined != text && isWellFormed(joined) ? joined : nil
    }
}
