import Certification

/// A result that is shown as a table to people, as JSON to programs and as CSV to spreadsheets.
protocol Listing: Encodable {
    /// The names of the columns of the CSV.
    static var header: [String] { get }
    /// The same, for a result whose columns depend on what is shown.
    var columns: [String] { get }
    /// The rows of the CSV.
    var rows: [[String]] { get }
    /// Writes it for people.
    func show(_ console: Console) throws
}

extension Listing {
    var columns: [String] { Self.header }
}

extension Console {
    /// Writes a result in the format that was asked for.
    func render(_ listing: some Listing, as format: OutputFormat) throws {
        switch format {
        case .json: try json(listing)
        case .csv: try csv(listing.columns, listing.rows)
        case .table: try listing.show(self)
        }
    }
}
