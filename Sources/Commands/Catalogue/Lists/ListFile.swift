import Certification

/// A master list as it came, split into cells.
struct ListFile {
    /// Octets; a list of 100,000 documents has less.
    static let limit = 32 << 20
    /// Cells; an empty one takes an octet in the file and sixteen in memory.
    static let mostCells = 4_000_000

    let table: DelimitedText
    /// How it was written, where that is not UTF-8 with commas.
    var form: String?
    /// What its rows are counted in: lines, entries or rows.
    var unit = "line"

    /// How messages name a row of the list.
    func place(_ line: Int, in list: String) -> String {
        unit == "line" ? "\(list):\(line)" : line == 0 ? list : "\(list): \(unit) \(line)"
    }

    /// Reads a list; `name` is what the user called it.
    static func read(_ path: String, shown name: String, _ options: ListOptions) throws -> ListFile {
        if WorkbookList.isNamed(path) {
            try SmallFile.refuseMissing(path, shown: name)
            return try WorkbookList.read(path, shown: name, sheet: options.sheet)
        }
        do {
            let octets = Array(try SmallFile.content(path, atMost: limit))
            try refuseForeign(octets, name)
            let encoding = try options.encoding ?? ListEncoding.detect(octets)
            let text = try encoding.text(octets)
            if path.lowercased().hasSuffix(".json") { return try json(text, shown: name) }
            return try table(text, encoding, path, shown: name, options)
        } catch let failure as Failure {
            throw failure.speaking(of: name, for: path)
        } catch let fault as ListEncoding.Fault {
            throw Failure(fault, in: name)
        }
    }

    private static func table(
        _ text: String, _ encoding: ListEncoding, _ path: String, shown name: String, _ options: ListOptions
    ) throws -> ListFile {
        let said =
            options.delimiter?.octet ?? (path.lowercased().hasSuffix(".tsv") ? UInt8(ascii: "\t") : nil)
        let dialect = DelimitedText.Dialect.detect(text, separator: said)
        try refuseMany(text, dialect, name)
        do throws(DelimitedText.UnterminatedQuote) {
            return ListFile(table: try DelimitedText(text, dialect: dialect), form: form(encoding, dialect))
        } catch {
            throw Failure(.unusableData, "\(name):\(error.line): a quoted field never ends")
        }
    }

    private static func json(_ text: String, shown name: String) throws -> ListFile {
        do throws(DelimitedText.MalformedJSON) {
            return ListFile(table: try DelimitedText(json: text), unit: "entry")
        } catch {
            throw Failure(
                .unusableData, "\(name): \(error.place): \(error.reason)", hint: "dossier help formats")
        }
    }

    /// Before any cell is made.
    private static func refuseMany(_ text: String, _ dialect: DelimitedText.Dialect, _ name: String) throws {
        var count = 0
        for octet in text.utf8
        where octet == dialect.separator || octet == UInt8(ascii: "\n") || octet == UInt8(ascii: "\r") {
            count += 1
        }
        if count > mostCells {
            throw Failure(
                .unusableData, "\(name) has more than \(mostCells) cells",
                hint: "leave out the columns and rows that hold no documents")
        }
    }

    private static func form(_ encoding: ListEncoding, _ dialect: DelimitedText.Dialect) -> String? {
        let separators = [";": "semicolons", "\t": "tabs", "|": "bars"]
        let separator = separators[String(decoding: [dialect.separator], as: UTF8.self)]
        let said = [
            encoding == .utf8 ? nil : encoding.name, separator.map { "separated by \($0)" },
            dialect.quote == UInt8(ascii: "'") ? "quoted by apostrophes" : nil,
        ].compactMap(\.self)
        return said.isEmpty ? nil : said.joined(separator: ", ")
    }

    /// Files that spreadsheets write and that are no text.
    private static func refuseForeign(_ octets: [UInt8], _ name: String) throws {
        if octets.starts(with: Array("PK\u{3}\u{4}".utf8)) {
            throw Failure(
                .unusableData, "\(name) is a workbook or an archive, not text",
                hint: "give it the ending .xlsx if it is a workbook, or save the sheet as CSV (UTF-8)")
        }
        if octets.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw Failure(
                .unusableData, "\(name) is a workbook of Excel 97 (.xls) or has a password",
                hint: "save it as .xlsx without a password, or the sheet as CSV (UTF-8)")
        }
    }
}

extension Failure {
    /// A list whose octets are no text in the encoding that was found or named.
    init(_ fault: ListEncoding.Fault, in name: String) {
        let hint = "save it as UTF-8, or name its encoding with --encoding"
        switch fault {
        case .binary: self.init(.unusableData, "\(name) holds NUL characters: it is no text", hint: hint)
        case .utf32: self.init(.unusableData, "\(name) is in UTF-32, which is not read", hint: hint)
        case .notEncoded(let encoding, let offset):
            self.init(
                .unusableData, "\(name) is not in \(encoding.name): octet \(offset + 1) does not fit",
                hint: hint)
        }
    }
}
