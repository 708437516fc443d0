import ArgumentParser
import Certification
import Reporting

/// How a list is to be read where it does not tell by itself.
struct ListOptions: ParsableArguments {
    @Option(
        name: .customLong("map"),
        help: ArgumentHelp(
            "Which column means which field; without a field it is left out. May be repeated.",
            valueName: "column=field"))
    var maps: [String] = []

    @Option(help: ArgumentHelp("The line of the header, where titles stand above it.", valueName: "line"))
    var headerRow: Int?

    @Option(help: "The order of dates like 03/04/2026, which a column may also prove: dmy or mdy.")
    var dates: DayOrder?

    @Option(help: "utf-8, utf-16le, utf-16be, windows-1252 or macroman; found out when left out.")
    var encoding: ListEncoding?

    @Option(help: "comma, semicolon, tab or bar; found out when left out.")
    var delimiter: ListDelimiter?

    @Option(
        help: ArgumentHelp(
            "The sheet of a workbook; the first that is not hidden when left out.",
            valueName: "name or number"))
    var sheet: String?

    func validate() throws {
        if let headerRow, headerRow < 1 { throw ValidationError("--header-row counts from 1") }
    }

    /// What the user says of columns.
    func assignments() throws -> [ListReading.Assignment] { try maps.map(Self.assignment) }

    private static func assignment(_ text: String) throws -> ListReading.Assignment {
        guard let sign = text.lastIndex(of: "="), sign != text.startIndex else {
            throw ValidationError(
                "\"\(text)\" maps nothing; write --map 'Doc No=id', or 'Remarks=' to leave one out")
        }
        let field = text[text.index(after: sign)...].trimmed.lowercased()
        let heading = text[..<sign].trimmed
        if field.isEmpty { return .init(heading: heading, column: nil) }
        guard let column = MasterList.Column(rawValue: field) else {
            let known = MasterList.Column.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("\"\(field)\" is no field of a list; known: \(known)")
        }
        return .init(heading: heading, column: column)
    }

    func listReading() throws -> ListReading {
        ListReading(
            vocabulary: try ListVocabulary.shipped(), assignments: try assignments(), headerRow: headerRow,
            dates: dates)
    }
}

extension ListVocabulary {
    /// The names and words that come with the program.
    static func shipped() throws -> ListVocabulary {
        do {
            return try ListVocabulary(
                columns: ShippedTemplate.text("lists/columns.tsv") ?? "",
                values: ShippedTemplate.text("lists/values.tsv") ?? "")
        } catch {
            throw Failure(.unusableData, "the words of lists: line \(error.line): \(error.message)")
        }
    }
}

/// The character between the cells of a list, by a name that a shell leaves alone.
enum ListDelimiter: String, ExpressibleByArgument, CaseIterable {
    case comma, semicolon, tab, bar

    /// Also as the character itself.
    init?(argument: String) {
        let characters = [",": Self.comma, ";": .semicolon, "\t": .tab, "\\t": .tab, "|": .bar]
        guard let found = characters[argument] ?? Self(rawValue: argument.lowercased()) else { return nil }
        self = found
    }

    var octet: UInt8 {
        switch self {
        case .comma: UInt8(ascii: ",")
        case .semicolon: UInt8(ascii: ";")
        case .tab: UInt8(ascii: "\t")
        case .bar: UInt8(ascii: "|")
        }
    }
}

extension DayOrder: ExpressibleByArgument {}

extension ListEncoding: ExpressibleByArgument {
    /// `UTF-8`, `utf8`, `cp1252` and the like.
    public init?(argument: String) {
        let known: [String: Self] = [
            "utf8": .utf8, "utf16": .utf16LittleEndian, "utf16le": .utf16LittleEndian,
            "utf16be": .utf16BigEndian,
            "windows1252": .windows1252, "cp1252": .windows1252, "latin1": .windows1252,
            "iso88591": .windows1252,
            "macroman": .macRoman, "macosroman": .macRoman, "macintosh": .macRoman,
        ]
        guard let found = known[argument.lowercased().filter { $0.isLetter || $0.isNumber }] else {
            return nil
        }
        self = found
    }
}
