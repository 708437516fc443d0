import Certification
import Documents

/// One sheet of a workbook as a list.
struct WorkbookList {
    private static let endings = [".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb"]

    /// Whether a file calls itself a workbook.
    static func isNamed(_ path: String) -> Bool { endings.contains { path.lowercased().hasSuffix($0) } }

    /// Reads the sheet that the user names or, left to itself, the first that is not hidden.
    static func read(_ path: String, shown name: String, sheet wanted: String?) throws -> ListFile {
        do {
            let workbook = try Workbook(path: path)
            let sheet = try choose(wanted, among: workbook.sheets, name)
            let table = DelimitedText(rows: try level(workbook.rows(of: sheet)))
            return ListFile(table: table, form: form(sheet, workbook), unit: "row")
        } catch let refusal as DocumentRefusal {
            throw Failure(refusal, of: name)
        } catch let refusal as WorkbookRefusal {
            throw Failure(
                .unusableData, "\(name) \(refusal)",
                hint: "name another sheet with --sheet, or save the list as CSV")
        }
    }

    /// A sheet has no ragged rows: what a row does not mention is empty.
    private static func level(_ rows: [WorksheetRow]) throws -> [DelimitedText.Row] {
        let width = rows.map(\.cells.count).max() ?? 0
        guard width * rows.count <= ListFile.mostCells else {
            throw WorkbookRefusal.tooManyCells(ListFile.mostCells)
        }
        return rows.map { row in
            let empty = Array(repeating: "", count: width - row.cells.count)
            return DelimitedText.Row(line: row.number, fields: row.cells.map(FormulaGuard.added) + empty)
        }
    }

    private static func choose(_ wanted: String?, among sheets: [Workbook.Sheet], _ name: String) throws
        -> Workbook.Sheet
    {
        guard let wanted else {
            guard let first = sheets.first(where: { !$0.isHidden }) else {
                throw Failure(
                    .unusableData, "\(name) shows no sheet of cells", hint: hint(sheets))
            }
            return first
        }
        if let named = sheets.first(where: { $0.name == wanted }) { return named }
        if let number = Int(wanted), sheets.indices.contains(number - 1) { return sheets[number - 1] }
        throw Failure(.notFound, "\(name) has no sheet \"\(wanted)\"", hint: hint(sheets))
    }

    private static func hint(_ sheets: [Workbook.Sheet]) -> String {
        "its sheets are: \(sheets.map { $0.isHidden ? "\($0.name) (hidden)" : $0.name }.joined(separator: ", "))"
    }

    private static func form(_ sheet: Workbook.Sheet, _ workbook: Workbook) -> String {
        let others = workbook.sheets.filter { $0 != sheet }
        let (hidden, shown) = (
            others.filter(\.isHidden).map(\.name), others.filter { !$0.isHidden }.map(\.name)
        )
        return [
            "sheet \(sheet.name)\(sheet.isHidden ? ", hidden" : "")",
            shown.isEmpty ? nil : "not read: \(shown.joined(separator: ", "))",
            hidden.isEmpty ? nil : "hidden: \(hidden.joined(separator: ", "))",
            workbook.hasExternalLinks ? "links to other workbooks are not followed" : nil,
        ].compactMap(\.self).joined(separator: "; ")
    }
}

extension Failure {
    /// A workbook that is not read.
    init(_ refusal: DocumentRefusal, of name: String) {
        let hint: String? =
            switch refusal {
            case .passwordProtected: "save it without the password, or the sheet as CSV (UTF-8)"
            case .oldFormat, .notAsNamed, .missingPart, .damaged:
                "open it with a spreadsheet and save it as .xlsx, or the sheet as CSV (UTF-8)"
            default: nil
            }
        self.init(.unusableData, "\(name) \(refusal)", hint: hint)
    }
}
