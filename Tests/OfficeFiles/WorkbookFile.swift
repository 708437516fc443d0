import Foundation

/// A workbook of one sheet, or of several, part by part.
package struct WorkbookFile {
    package var sheets: [(name: String, state: String, data: String)] = []
    package var strings = ""
    package var styles = ""
    package var from1904 = false
    package var more: [(String, String)] = []
    package var moreRelations = ""

    package init(_ data: String) { sheets = [("Sheet1", "visible", data)] }

    private static let space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    private static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    package var parts: [(String, String)] {
        let entries = sheets.enumerated().map {
            "<sheet name=\"\($0.element.name)\" sheetId=\"\($0.offset + 1)\" state=\"\($0.element.state)\" r:id=\"r\($0.offset)\"/>"
        }
        let relations = sheets.indices.map {
            "<Relationship Id=\"r\($0)\" Type=\"\(Self.types)/worksheet\" Target=\"worksheets/sheet\($0).xml\"/>"
        }
        return [
            (
                "_rels/.rels",
                "<Relationships><Relationship Id=\"a\" Type=\"\(Self.types)/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>"
            ),
            (
                "xl/workbook.xml",
                "<workbook \(Self.space) xmlns:r=\"\(Self.types)\"><workbookPr\(from1904 ? " date1904=\"1\"" : "")/><sheets>\(entries.joined())</sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships>\(relations.joined())<Relationship Id=\"s\" Type=\"\(Self.types)/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"t\" Type=\"\(Self.types)/styles\" Target=\"styles.xml\"/>\(moreRelations)</Relationships>"
            ),
            ("xl/sharedStrings.xml", "<sst \(Self.space)>\(strings)</sst>"),
            ("xl/styles.xml", "<styleSheet \(Self.space)>\(styles)</styleSheet>"),
        ]
            + sheets.enumerated().map {
                (
                    "xl/worksheets/sheet\($0.offset).xml",
                    "<worksheet \(Self.space)>\($0.element.data)</worksheet>"
                )
            } + more
    }

    /// Writes it into a file of its own and hands over the path.
    package func written<Value>(_ body: (String) throws -> Value) throws -> Value {
        try Self.written(StoredArchive.octets(parts), body)
    }

    package static func written<Value>(_ octets: [UInt8], _ body: (String) throws -> Value) throws -> Value {
        let path = FileManager.default.temporaryDirectory.path + "/workbook-\(UUID().uuidString).xlsx"
        try Data(octets).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try body(path)
    }
}
