/// The filled-in `findings-template.csv` of a bundle, as a spreadsheet saves it: with a comma, a semicolon or a tab between
/// the cells, with or without a byte order mark. Rows that begin with `#` are remarks; one of them names the bundle.
extension ReturnedFindings {
    init(table text: String) throws(Malformed) {
        let rows: [DelimitedText.Row]
        do throws(DelimitedText.UnterminatedQuote) {
            rows = try DelimitedText(text, dialect: Self.dialect(of: text)).rows
        } catch {
            throw Malformed(place: "line \(error.line)", reason: "a quoted field never ends")
        }
        let filled = rows.filter { row in row.fields.contains { !$0.trimmed.isEmpty } }
        let table = filled.filter { !$0.isRemark }
        guard let header = table.first, let columns = FindingColumns(header) else {
            throw Malformed(
                place: "line \(table.first?.line ?? 1)",
                reason: "there is no header with the columns grade, clause, statement, evidence")
        }
        if table.count > Self.mostFindings + 1 {
            throw Malformed(place: "the file", reason: "has more than \(Self.mostFindings) findings")
        }
        self.init(
            index: try Self.index(in: filled.filter(\.isRemark)), id: nil, journal: nil, auditor: nil,
            marks: [],
            findings: table.dropFirst().enumerated().map { columns.finding($1, number: $0 + 1) })
    }

    /// The delimiter of the first line that is no remark: the one that it holds most of.
    private static func dialect(of text: String) -> DelimitedText.Dialect {
        let header = text.lines.first { line in
            let start = line.drop { "\u{FEFF}\" ,;\t".contains($0) }.first
            return start != nil && start != "#"
        }
        let counts = [DelimitedText.Dialect.csv, .semicolons, .tsv].map { dialect in
            (dialect, header?.utf8.count { $0 == dialect.separator } ?? 0)
        }
        return counts.reduce((.csv, 0)) { $1.1 > $0.1 ? $1 : $0 }.0
    }

    /// `# bundle index 5f1c...`
    private static func index(in remarks: [DelimitedText.Row]) throws(Malformed) -> Fingerprint {
        for remark in remarks {
            let words = remark.fields.joined(separator: " ").split { $0.isWhitespace }.map(String.init)
            guard let place = words.firstIndex(of: "index"), place > 0, words[place - 1] == "bundle" else {
                continue
            }
            if place + 1 < words.count, let index = Fingerprint(hex: words[place + 1]) { return index }
            throw Malformed(
                place: "line \(remark.line)", reason: "no SHA-256 follows on \"bundle index\"")
        }
        throw Malformed(
            place: "the file",
            reason: "names no bundle: the row \"# bundle index ...\" of the template is missing")
    }
}

extension DelimitedText.Row {
    fileprivate var isRemark: Bool { fields.first { !$0.trimmed.isEmpty }?.trimmed.hasPrefix("#") ?? false }
}

/// Where the columns of the table are.
private struct FindingColumns {
    private let grade: Int
    private let clause: Int
    private let statement: Int
    private let evidence: Int?

    /// Nil where one that is needed is missing.
    init?(_ header: DelimitedText.Row) {
        let names = header.fields.map { $0.trimmed.lowercased() }
        guard let grade = names.firstIndex(of: "grade"), let clause = names.firstIndex(of: "clause"),
            let statement = names.firstIndex(of: "statement")
        else { return nil }
        (self.grade, self.clause, self.statement) = (grade, clause, statement)
        evidence = names.firstIndex(of: "evidence")
    }

    func finding(_ row: DelimitedText.Row, number: Int) -> ReturnedFinding {
        let cell = { (column: Int?) in
            column.flatMap { $0 < row.fields.count ? row.fields[$0].trimmed : nil } ?? ""
        }
        let clause = cell(clause)
        return ReturnedFinding(
            number: number, line: row.line,
            grade: cell(grade).lowercased().replacing(" ", with: "-"),
            clause: clause.isEmpty ? nil : clause, standard: nil, statement: cell(statement),
            evidence: cell(evidence).split { ",;".contains($0) || $0.isWhitespace }.map(String.init))
    }
}
