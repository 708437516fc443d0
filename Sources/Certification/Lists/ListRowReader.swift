/// Reads one row field by field and collects everything that is wrong with it.
struct ListRowReader {
    let row: DelimitedText.Row
    let columns: ListColumns
    private(set) var readings: [ListRemarks.Reading] = []
    private(set) var obsolete: ListRemarks.Passed?
    private(set) var draft: ListRemarks.Passed?
    private(set) var isUnnumbered = false
    private var problems: [(place: Int, problem: MasterList.Problem)] = []

    init(row: DelimitedText.Row, columns: ListColumns) {
        self.row = row
        self.columns = columns
    }

    /// As the columns stand in the list.
    var problemsInOrder: [MasterList.Problem] {
        problems.enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
            .map(\.element.problem)
    }

    mutating func read() -> MasterList.Row? {
        guard hasWidth() else { return nil }
        reportErrorValues()
        let status = status()
        if status == .obsolete { return nil }
        let read = MasterList.Row(
            line: row.line, id: identifier(), facts: facts(), file: file(), clauses: clauses(),
            path: status == .draft ? nil : path, locator: text(.locator))
        return problems.isEmpty ? read : nil
    }

    /// Cells that nothing stands in may be missing or too many where no heading stands over them.
    private mutating func hasWidth() -> Bool {
        let surplus = row.fields.dropFirst(columns.width).lastIndex { !$0.trimmed.isEmpty }
        let isHeaded = surplus.map { columns.mapping.positions.contains($0) } ?? true
        if row.fields.count >= columns.width, isHeaded { return true }
        report(nil, "\(row.fields.count) cells where the header has \(columns.width)")
        return false
    }

    /// What a spreadsheet shows where a formula went wrong is nothing to take over.
    private mutating func reportErrorValues() {
        for column in MasterList.Column.allCases {
            guard let text = text(column), text.first == "#", SpreadsheetError.isOne(text) else { continue }
            report(column, "\"\(text)\" is an error of the spreadsheet")
        }
    }

    private mutating func status() -> DocumentStatus? {
        guard let word = text(.status) else { return nil }
        guard let status = columns.vocabulary.status(word) else {
            remark(.status, word, "current, because the word is unknown")
            return nil
        }
        let passed = ListRemarks.Passed(line: row.line, id: text(.id) ?? "", status: word)
        if status == .obsolete { obsolete = passed }
        if status == .draft { draft = passed }
        return status
    }

    private mutating func facts() -> EvidenceFacts {
        var facts = EvidenceFacts()
        facts.title = text(.title)
        facts.kind = word(.kind, "no kind of evidence; see dossier help kinds") { $0.kind($1) }
        facts.owner = text(.owner)
        facts.classification = word(.classification, "not public, internal, confidential or restricted") {
            $0.classification($1)
        }
        facts.reviewEvery = months(.reviewEvery)
        facts.reviewOn = day(.review)
        facts.expires = day(.expires)
        facts.retain = months(.retain)
        facts.tags = text(.tags) == nil ? nil : tags
        facts.note = text(.note)
        facts.location = text(.location) ?? address
        if facts.reviewOn != nil, facts.reviewEvery != nil {
            report(.review, "say either review or review_every")
        }
        return facts
    }

    private mutating func file() -> RevisionFacts {
        RevisionFacts(
            label: text(.revision), effective: day(.effective), period: period(),
            approvedBy: text(.approvedBy), approvedOn: day(.approvedOn))
    }

    mutating func report(_ column: MasterList.Column?, _ message: String) {
        let heading = column.map { columns.mapping.heading(of: $0) }
        problems.append(
            (
                place: column.flatMap { columns.place($0) } ?? -1,
                problem: .init(line: row.line, column: heading, message: message, item: text(.id))
            ))
    }

    private mutating func remark(_ column: MasterList.Column, _ written: String, _ read: String) {
        readings.append(.init(column: columns.mapping.heading(of: column), written: written, read: read))
    }

    func text(_ column: MasterList.Column) -> String? { columns.place(column).flatMap { row.cell($0) } }

    private mutating func identifier() -> String {
        guard let id = text(.id) else {
            isUnnumbered = true
            report(.id, "the id is missing")
            return ""
        }
        if !EvidenceIdentifier.isWellFormed(id) {
            let nearest = EvidenceIdentifier.nearest(to: id).map { "; write \($0)" } ?? ""
            report(.id, "\"\(id)\" is no identifier\(nearest)")
        }
        return id
    }

    private mutating func word<Value: RawRepresentable<String>>(
        _ column: MasterList.Column, _ complaint: String, _ parse: (ListVocabulary, String) -> Value?
    ) -> Value? {
        guard let text = text(column) else { return nil }
        guard let value = parse(columns.vocabulary, text) else {
            report(column, "\"\(text)\" is \(complaint)")
            return nil
        }
        if ListWord.key(text) != ListWord.key(value.rawValue) { remark(column, text, value.rawValue) }
        return value
    }

    private mutating func day(_ column: MasterList.Column) -> Day? {
        guard let text = text(column), let days = columns.days[column] else { return nil }
        do {
            return try days.day(text, columns.vocabulary)
        } catch {
            report(column, error.message)
            return nil
        }
    }

    private mutating func months(_ column: MasterList.Column) -> Months? {
        guard let text = text(column) else { return nil }
        guard let months = columns.vocabulary.interval(text, unit: columns.unit(of: column)) else {
            report(column, "\"\(text)\" is no interval; write 12m or 1y")
            return nil
        }
        if Months(text: text) == nil { remark(column, text, months.description) }
        return months
    }

    private mutating func period() -> Period? {
        guard let text = text(.period) else { return nil }
        let period = Period(text)
        if period == nil {
            report(.period, "\"\(text)\" is no period; write 2026-06, 2026 or 2026-06-01..2026-06-30")
        }
        return period
    }
}
