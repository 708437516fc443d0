/// The columns of a list with what is known of them before any row is read.
struct ListColumns {
    let mapping: ColumnMapping
    let vocabulary: ListVocabulary
    /// The cells that a row must have, empty or not.
    let width: Int
    /// What the dates of each column prove about their order.
    let days: [MasterList.Column: DayColumn]
    /// The order of dates that the user named.
    let order: DayOrder?
    private let places: [MasterList.Column: Int]
    let clausePlaces: [(position: Int, entry: ColumnMapping.Entry)]

    init(
        _ mapping: ColumnMapping, _ header: DelimitedText.Row, _ body: [DelimitedText.Row],
        _ reading: ListReading
    ) {
        self.mapping = mapping
        vocabulary = reading.vocabulary
        order = reading.dates
        // Columns without a heading at the end of the header are none.
        width = header.fields.lastIndex { !$0.trimmed.isEmpty }.map { $0 + 1 } ?? 0
        clausePlaces = mapping.places(of: .clauses)
        var places: [MasterList.Column: Int] = [:]
        for column in MasterList.Column.allCases {
            places[column] = mapping.places(of: column).first?.position
        }
        self.places = places
        var days: [MasterList.Column: DayColumn] = [:]
        for column in MasterList.Column.days {
            guard let place = places[column] else { continue }
            let cells = body.map { (line: $0.line, text: $0.cell(place) ?? "") }
            days[column] = DayColumn(cells, said: reading.dates, reading.vocabulary)
        }
        self.days = days
    }

    /// Where the column stands that fills a field.
    func place(_ column: MasterList.Column) -> Int? { places[column] }

    /// The unit of the numbers in a column, where its heading names one: `Review cycle (months)`.
    func unit(of column: MasterList.Column) -> String? {
        mapping.heading(of: column).split { !$0.isLetter }.lazy
            .compactMap { vocabulary.value($0, of: .unit) }.first
    }
}

extension DelimitedText.Row {
    /// The text of a cell without the blanks around it and without the apostrophe that keeps a spreadsheet from running it;
    /// nil where it is empty.
    func cell(_ place: Int) -> String? {
        guard fields.indices.contains(place) else { return nil }
        let text = FormulaGuard.removed(from: fields[place].trimmed)
        return text.isEmpty ? nil : text
    }
}
