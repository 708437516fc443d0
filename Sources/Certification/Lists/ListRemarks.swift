/// What a list says in other words than it is read in, so that nobody has to guess how it was understood.
public struct ListRemarks: Sendable {
    /// A word that was read as another.
    public struct Reading: Hashable, Sendable {
        /// The column as it is headed.
        public let column: String
        /// The word of the list.
        public let written: String
        /// How it was read.
        public let read: String

        /// A word of a column that was read as another.
        public init(column: String, written: String, read: String) {
            self.column = column
            self.written = written
            self.read = read
        }
    }

    /// A column whose dates were read in an order.
    public struct Order: Hashable, Sendable {
        /// The column as it is headed.
        public let column: String
        /// The order of its dates.
        public let order: DayOrder
        /// The line that proves it.
        public let line: Int
    }

    /// A row that is no current document.
    public struct Passed: Hashable, Sendable {
        /// The line of the row.
        public let line: Int
        /// The item of the row.
        public let id: String
        /// The word of the list.
        public let status: String
    }

    /// How often each word was read as another one, by column and word.
    public private(set) var readings: [Reading: Int] = [:]
    /// The order of dates, column by column.
    public let orders: [Order]
    /// Rows of documents that are no longer in force: nothing of them is taken.
    public private(set) var obsolete: [Passed] = []
    /// Rows of documents that are not released: they are still to come, whatever file they name.
    public private(set) var drafts: [Passed] = []
    /// Rows without an identifier.
    public private(set) var unnumbered = 0

    init(_ columns: ListColumns) {
        orders = MasterList.Column.days.compactMap { column in
            guard let proven = columns.days[column]?.proven else { return nil }
            return Order(
                column: columns.mapping.heading(of: column), order: proven.order, line: proven.line)
        }
    }

    mutating func take(_ reader: ListRowReader) {
        for reading in reader.readings { readings[reading, default: 0] += 1 }
        if let obsolete = reader.obsolete { self.obsolete.append(obsolete) }
        if let draft = reader.draft { drafts.append(draft) }
        if reader.isUnnumbered { unnumbered += 1 }
    }

    /// Nothing was read otherwise than it is written.
    public var isEmpty: Bool { readings.isEmpty && orders.isEmpty && obsolete.isEmpty && drafts.isEmpty }
}
