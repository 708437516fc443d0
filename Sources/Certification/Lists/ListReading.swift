/// How a list is to be read where it is not in dossier's own words.
public struct ListReading: Sendable {
    /// What the user says of a column.
    public struct Assignment: Hashable, Sendable {
        /// The heading of the column.
        public let heading: String
        /// The field that it means; nil leaves it out.
        public let column: MasterList.Column?

        /// A column that means this field, or none.
        public init(heading: String, column: MasterList.Column?) {
            self.heading = heading
            self.column = column
        }
    }

    /// What columns and cells are called.
    public var vocabulary: ListVocabulary
    /// What the user says of columns; it goes before their names.
    public var assignments: [Assignment]
    /// The line of the header; nil where it is the first row.
    public var headerRow: Int?
    /// The order of dates made of numbers; nil where the columns must prove it.
    public var dates: DayOrder?

    /// Dossier's own words unless a vocabulary is given.
    public init(
        vocabulary: ListVocabulary = ListVocabulary(), assignments: [Assignment] = [], headerRow: Int? = nil,
        dates: DayOrder? = nil
    ) {
        self.vocabulary = vocabulary
        self.assignments = assignments
        self.headerRow = headerRow
        self.dates = dates
    }
}
