import Certification
import Foundation

/// How the numbers of cells are shown: as days, with a number of digits, or as they are (18.8).
struct CellFormats {
    /// How one number is shown.
    enum Format: Hashable {
        case plain
        case day
        /// At least so many digits before the point, and exactly so many behind it.
        case digits(Int, Int)
    }

    private var styles: [Format] = []
    private let from1904: Bool

    private static let most = 100_000

    /// Reads the table of styles; without one all numbers are plain.
    init(_ reader: XMLReader?, from1904: Bool) throws {
        self.from1904 = from1904
        guard let reader else { return }
        var (codes, inCells) = ([Int: String](), false)
        while let event = try reader.next() {
            switch event {
            case .start("numFmt") where codes.count < Self.most:
                if let id = reader.attribute("numFmtId").flatMap({ Int($0) }) {
                    codes[id] = reader.attribute("formatCode")
                }
            case .start("cellXfs"): inCells = true
            case .end("cellXfs"): inCells = false
            case .start("xf") where inCells && styles.count < Self.most:
                let id = reader.attribute("numFmtId").flatMap { Int($0) } ?? 0
                styles.append(codes[id].map(Self.format) ?? Self.format(builtIn: id))
            default: break
            }
        }
    }

    /// A number as a cell with this style shows it.
    func shown(_ number: String, style: Int?) -> String {
        guard let value = Double(number.trimmed), value.isFinite else { return number }
        switch style.flatMap({ styles.indices.contains($0) ? styles[$0] : nil }) ?? .plain {
        case .day: return ExcelDay.day(value, from1904: from1904)?.description ?? Self.plain(value)
        case .digits(let before, let behind): return Self.fixed(value, before, behind)
        case .plain: return Self.plain(value)
        }
    }

    /// Fifteen digits, as spreadsheets show them: 1.1000000000000001 is 1.1.
    private static func plain(_ value: Double) -> String { String(format: "%.15g", value) }

    private static func fixed(_ value: Double, _ before: Int, _ behind: Int) -> String {
        let text = String(format: "%.\(behind)f", abs(value))
        let whole = text.prefix { $0 != "." }.count
        return (value < 0 ? "-" : "") + String(repeating: "0", count: max(0, before - whole)) + text
    }

    /// The formats that every workbook knows by number; those of times alone are no days (18.8.30).
    static func format(builtIn id: Int) -> Format {
        switch id {
        case 1: .digits(1, 0)
        case 2: .digits(1, 2)
        case 14...17, 22, 27...31, 34...36, 50...54, 57, 58: .day
        default: .plain
        }
    }

    /// `yyyy-mm-dd;@` shows a day, `000` and `0.0` digits.
    static func format(_ code: String) -> Format {
        let bare = code.replacing(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./, with: "").split(separator: ";").first ?? ""
        if bare.lowercased().contains(where: { $0 == "d" || $0 == "y" }) { return .day }
        let parts = bare.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first, !whole.isEmpty, bare.count <= 20,
            parts.allSatisfy({ $0.allSatisfy { $0 == "0" } })
        else { return .plain }
        return .digits(whole.count, parts.count == 2 ? parts[1].count : 0)
    }
}

/// The days that spreadsheets count (18.17.4.1).
enum ExcelDay {
    /// The day of a number; what is behind the point is a time. Nil for what is none, such as 29 February 1900, which
    /// spreadsheets count although it never was.
    static func day(_ number: Double, from1904: Bool) -> Day? {
        guard number >= 0, number < 2_958_466 else { return nil }
        let count = Int(number)
        if from1904 { return Day(year: 1904, month: 1, day: 1).map { Day(ordinal: $0.ordinal + count) } }
        guard count > 0, count != 60, let first = Day(year: 1900, month: 1, day: 1) else { return nil }
        return Day(ordinal: first.ordinal + count - (count < 60 ? 1 : 2))
    }
}
