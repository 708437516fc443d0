/// Why a sheet is no list of documents.
public enum WorkbookRefusal: Error, Hashable, Sendable {
    /// Something stands far to the right of anything that a list has.
    case tooWide(row: Int, columns: Int)
    /// More cells than memory shall hold.
    case tooManyCells(Int)
    /// A format of Excel whose parts are no XML.
    case binary
}

extension WorkbookRefusal: CustomStringConvertible {
    /// For people, lower-case.
    public var description: String {
        switch self {
        case .tooWide(let row, let columns): "has a value right of column \(columns) in row \(row)"
        case .tooManyCells(let count): "has more than \(count) cells"
        case .binary: "is a binary workbook (.xlsb); save it as .xlsx"
        }
    }
}
