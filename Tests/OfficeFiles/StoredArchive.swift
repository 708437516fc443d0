import Foundation

/// A ZIP archive of stored parts, written octet by octet for tests.
enum StoredArchive {
    static func octets(_ parts: [(String, String)]) -> [UInt8] {
        var (archive, directory): ([UInt8], [UInt8]) = ([], [])
        for (name, text) in parts {
            let content = Array(text.utf8)
            let common: [UInt8] =
                [20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0] + little(checksum(content), 4) + little(content.count, 4)
                + little(content.count, 4) + little(name.utf8.count, 2) + [0, 0]
            directory +=
                Array("PK\u{1}\u{2}".utf8) + [20, 0] + common + [UInt8](repeating: 0, count: 10)
                + little(archive.count, 4) + Array(name.utf8)
            archive += Array("PK\u{3}\u{4}".utf8) + common + Array(name.utf8) + content
        }
        let start = archive.count
        return archive + directory + Array("PK\u{5}\u{6}".utf8) + [0, 0, 0, 0] + little(parts.count, 2)
            + little(parts.count, 2) + little(directory.count, 4) + little(start, 4) + [0, 0]
    }

    private static func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    private static func checksum(_ octets: [UInt8]) -> Int {
        var sum: UInt32 = 0xFFFF_FFFF
        for octet in octets {
            sum ^= UInt32(octet)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return Int(~sum)
    }
}

/// A workbook of one sheet, or of several, part by part.
struct WorkbookFile {
    var sheets: [(name: String, state: String, data: String)] = []
    var strings = ""
    var styles = ""
    var from1904 = false
    var more: [(String, String)] = []
    var moreRelations = ""

    init(_ data: String) { sheets = [("Sheet1", "visible", data)] }

    private static let space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    private static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    var parts: [(String, String)] {
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
    func written<Value>(_ body: (String) throws -> Value) throws -> Value {
        try Self.written(StoredArchive.octets(parts), body)
    }

    static func written<Value>(_ octets: [UInt8], _ body: (String) throws -> Value) throws -> Value {
        let path = FileManager.default.temporaryDirectory.path + "/workbook-\(UUID().uuidString).xlsx"
        try Data(octets).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try body(path)
    }
}
