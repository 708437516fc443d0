/// An Excel workbook (SpreadsheetML, ECMA-376 part 1, 18): its sheets, and the values that its cells had when it was saved.
///
/// Formulas are not computed, macros not run, links to other workbooks not followed.
public final class Workbook {
    /// A sheet of cells.
    public struct Sheet: Hashable, Sendable {
        /// Its name on the tab.
        public let name: String
        /// Whether it is hidden from people.
        public let isHidden: Bool
        /// Its part of the package.
        let part: String
    }

    /// The sheets of cells in the order of the tabs; pages of charts are not among them.
    public let sheets: [Sheet]
    /// Whether cells take values from other workbooks; what they were when this one was saved counts.
    public let hasExternalLinks: Bool
    private let package: OfficePackage
    private let strings: SharedStrings
    private let formats: CellFormats

    /// Opens a workbook and reads all but its sheets. Throws a `DocumentRefusal`.
    public init(path: String) throws {
        let package = try OfficePackage(path: path)
        self.package = package
        let root = try PackageRelations(of: "", in: package).first(ofType: "officeDocument")
        let part = root ?? "xl/workbook.xml"
        if part.hasSuffix(".bin") { throw WorkbookRefusal.binary }
        guard let reader = try package.reader(of: part) else { throw DocumentRefusal.missingPart(part) }
        let outline = try WorkbookOutline(reader)
        guard outline.isWorkbook else { throw DocumentRefusal.missingPart("xl/workbook.xml") }
        let relations = try PackageRelations(of: part, in: package)
        sheets = outline.sheets.compactMap { sheet in
            relations.target(sheet.relation, ofType: "worksheet").map {
                Sheet(name: sheet.name, isHidden: sheet.isHidden, part: $0)
            }
        }
        hasExternalLinks = relations.first(ofType: "externalLink") != nil
        strings = try SharedStrings(
            relations.first(ofType: "sharedStrings").flatMap { try package.reader(of: $0) })
        formats = try CellFormats(
            relations.first(ofType: "styles").flatMap { try package.reader(of: $0) },
            from1904: outline.from1904)
    }

    /// The rows of a sheet in which anything stands.
    public func rows(of sheet: Sheet) throws -> [WorksheetRow] {
        guard let reader = try package.reader(of: sheet.part) else {
            throw DocumentRefusal.missingPart(sheet.part)
        }
        var worksheet = WorksheetReading(strings: strings, formats: formats)
        return try worksheet.rows(reader)
    }
}

/// A row of a sheet.
public struct WorksheetRow: Hashable, Sendable {
    /// As the spreadsheet numbers it, from 1.
    public let number: Int
    /// As they would be read, from column A to the last that holds anything; days as YYYY-MM-DD.
    public internal(set) var cells: [String]
}

/// What the first part of a workbook says: its sheets and from when it counts days.
struct WorkbookOutline {
    struct SheetEntry {
        let name: String
        let isHidden: Bool
        let relation: String
    }

    private(set) var sheets: [SheetEntry] = []
    private(set) var from1904 = false
    private(set) var isWorkbook = false

    private static let mostSheets = 1_000

    init(_ reader: XMLReader) throws {
        while let event = try reader.next() {
            guard case .start(let name) = event else { continue }
            switch name {
            case "workbook": isWorkbook = true
            case "workbookPr": from1904 = ["1", "true"].contains(reader.attribute("date1904") ?? "")
            case "sheet" where sheets.count < Self.mostSheets:
                sheets.append(
                    SheetEntry(
                        name: reader.attribute("name") ?? "",
                        isHidden: (reader.attribute("state") ?? "visible") != "visible",
                        relation: reader.attribute("id") ?? ""))
            default: break
            }
        }
    }
}
