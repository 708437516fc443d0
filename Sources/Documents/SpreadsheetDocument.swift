import Certification

/// A workbook of SpreadsheetML (ECMA-376, part 1, 18), read for its words: the names of its sheets are its headings.
struct SpreadsheetDocument {
    private let package: OfficePackage
    private let extent: DocumentExtent
    private var collection = TextCollection()
    private var statements: [DocumentStatement] = []
    private var shared: [String] = []

    /// Octets of shared strings that are held at the most.
    private static let mostShared = 4 << 20
    /// Rows of the first sheet in which a workbook may say what it is.
    private static let firstRows = 40

    var content: DocumentContent {
        var content = DocumentContent(collection.text, statements)
        content.hasExternalLinks = package.names.contains { $0.hasPrefix("xl/externalLinks/") }
        return content
    }

    init(_ package: OfficePackage, _ extent: DocumentExtent) throws {
        self.package = package
        self.extent = extent
        let main = try package.mainPart(orElse: "xl/workbook.xml")
        guard let workbook = try package.reader(of: main) else { throw DocumentRefusal.missingPart(main) }
        while let event = try workbook.next() {
            if case .start("sheet") = event { collection.add(heading: workbook.attribute("name") ?? "") }
        }
        try readShared()
        let sheets = Self.sheets(package.names)
        for (index, sheet) in (extent == .whole ? sheets[...] : sheets.prefix(1)).enumerated()
        where !collection.isFull { try read(sheet, isFirst: index == 0) }
        statements += try package.properties()
    }

    private static func sheets(_ names: [String]) -> [String] {
        let numbered = names.compactMap { name -> (number: Int, name: String)? in
            guard name.hasPrefix("xl/worksheets/sheet"), name.hasSuffix(".xml") else { return nil }
            return Int(name.dropFirst("xl/worksheets/sheet".count).dropLast(4)).map { ($0, name) }
        }
        return numbered.sorted { $0.number < $1.number }.map(\.name)
    }

    private mutating func readShared() throws {
        guard let reader = try package.reader(of: "xl/sharedStrings.xml") else { return }
        var (octets, text, isText) = (0, "", false)
        while octets < Self.mostShared, let event = try reader.next() {
            switch event {
            case .start("si"): text = ""
            case .start("rPh"): try reader.skip()
            case .start("t"): isText = true
            case .end("t"): isText = false
            case .text(let more): if isText { text += more }
            case .end("si"):
                octets += text.utf8.count + 16
                shared.append(text)
            default: break
            }
        }
    }

    private mutating func read(_ sheet: String, isFirst: Bool) throws {
        guard let reader = try package.reader(of: sheet) else { return }
        var (row, rows): ([String], [[String]]) = ([], [])
        var (type, isValue, value) = ("", false, "")
        while !collection.isFull, extent == .whole || rows.count < Self.firstRows,
            let event = try reader.next()
        {
            switch event {
            case .start("row"): row = []
            case .start("c"): (type, value) = (reader.attribute("t") ?? "n", "")
            case .start("v"), .start("t"): isValue = true
            case .end("v"), .end("t"): isValue = false
            case .text(let text): if isValue { value += text }
            case .end("c"):
                let text =
                    type == "s"
                    ? Int(value).flatMap { shared.indices.contains($0) ? shared[$0] : nil } : value
                if let text, !text.isEmpty, row.count < 64 { row.append(text) }
                if let text, type != "n", type != "b" { collection.add(paragraph: text.oneLine) }
            case .end("row"): if isFirst, rows.count < Self.firstRows, !row.isEmpty { rows.append(row) }
            default: break
            }
        }
        // Only labels beside their values: a register's columns are no facts of the workbook.
        for pair in rows where pair.count == 2 {
            statements += ControlTable(rows: [pair], place: .controlTable).statements
        }
    }
}
