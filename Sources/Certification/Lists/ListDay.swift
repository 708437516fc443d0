/// In which order a date made of numbers is written.
public enum DayOrder: String, CaseIterable, Sendable {
    /// Day, month, year: 31.12.2026.
    case dmy
    /// Month, day, year: 12/31/2026.
    case mdy
}

/// A date as it stands in a cell.
enum ListedDay: Equatable {
    /// It can be read in one way only: year first, or with the name of the month.
    case day(Day)
    /// Two numbers before a year of four digits.
    case numbers(Int, Int, year: Int)
    /// The year has two digits.
    case shortYear

    /// Nil for what is no date. A time of day behind it says nothing.
    init?(_ text: String, _ vocabulary: ListVocabulary) {
        if let day = Day(text.prefix(10)), Self.isTime(text.dropFirst(10)) {
            self = .day(day)
            return
        }
        let parts = text.split { "/.-, ".contains($0) || $0.isWhitespace }
        guard (3...4).contains(parts.count), parts.count == 3 || parts[3].contains(":") else { return nil }
        let numbers = parts.prefix(3).map { $0.allSatisfy(\.isASCII) ? Int(Self.unordinal($0)) : nil }
        switch (numbers[0], numbers[1], numbers[2]) {
        case (let year?, let month?, let day?) where parts[0].count == 4:
            self.init(year, month, day)
        case (let first?, let second?, let year?):
            self.init(first, second, year, digits: parts[2].count)
        case (let day?, nil, let year?):
            self.init(named: parts[1], day, year, digits: parts[2].count, vocabulary)
        case (nil, let day?, let year?):
            self.init(named: parts[0], day, year, digits: parts[2].count, vocabulary)
        default: return nil
        }
    }

    private init?(_ year: Int, _ month: Int, _ day: Int) {
        guard let day = Day(year: year, month: month, day: day) else { return nil }
        self = .day(day)
    }

    private init?(_ first: Int, _ second: Int, _ year: Int, digits: Int) {
        guard (1...31).contains(first), (1...31).contains(second) else { return nil }
        if digits == 2 {
            self = .shortYear
        } else if digits == 4 {
            self = .numbers(first, second, year: year)
        } else {
            return nil
        }
    }

    private init?(named month: Substring, _ day: Int, _ year: Int, digits: Int, _ vocabulary: ListVocabulary)
    {
        guard let month = vocabulary.month(month) else { return nil }
        if digits == 2 {
            self = .shortYear
        } else {
            self.init(year, month, day)
        }
    }

    /// `1st` is 1.
    private static func unordinal(_ text: Substring) -> Substring {
        let digits = text.prefix { $0.isNumber }
        return ["st", "nd", "rd", "th"].contains(text.dropFirst(digits.count).lowercased()) ? digits : text
    }

    private static func isTime(_ rest: Substring) -> Bool {
        rest.isEmpty || "T ".contains(rest.first ?? "x") && rest.contains(":")
    }

    /// The days that it may mean, with the order in which it was read.
    var readings: [(order: DayOrder, day: Day)] {
        guard case .numbers(let first, let second, let year) = self else { return [] }
        let dmy = Day(year: year, month: second, day: first).map { (order: DayOrder.dmy, day: $0) }
        let mdy = Day(year: year, month: first, day: second).map { (order: DayOrder.mdy, day: $0) }
        return [dmy, mdy].compactMap(\.self)
    }

    /// The order that this date proves: read otherwise it would be none.
    var proof: DayOrder? { readings.count == 1 ? readings.first?.order : nil }
}

/// What the dates of one column prove about the order in which they are written.
struct DayColumn {
    /// The first line that proves each order.
    private var proofs: [DayOrder: Int] = [:]
    /// What the user says; it goes before all proof.
    private let said: DayOrder?

    /// Judges all cells of a column.
    init(_ cells: [(line: Int, text: String)], said: DayOrder?, _ vocabulary: ListVocabulary) {
        self.said = said
        guard said == nil else { return }
        for cell in cells {
            guard let order = ListedDay(cell.text, vocabulary)?.proof, proofs[order] == nil else { continue }
            proofs[order] = cell.line
        }
    }

    /// The order and the line that proves it, where the column speaks with one voice.
    var proven: (order: DayOrder, line: Int)? {
        proofs.count == 1 ? proofs.first.map { (order: $0.key, line: $0.value) } : nil
    }

    /// Why a cell gives no day.
    struct Complaint: Error {
        let message: String
    }

    /// The day that a cell of this column means.
    func day(_ text: String, _ vocabulary: ListVocabulary) throws(Complaint) -> Day {
        switch ListedDay(text, vocabulary) {
        case nil: throw Complaint(message: "\"\(text)\" is no day; write YYYY-MM-DD")
        case .day(let day): return day
        case .shortYear:
            throw Complaint(message: "\"\(text)\" has a year of two digits; write YYYY-MM-DD")
        case let written?: return try day(written, text)
        }
    }

    private func day(_ written: ListedDay, _ text: String) throws(Complaint) -> Day {
        let readings = written.readings
        if let order = said ?? proven?.order, let reading = readings.first(where: { $0.order == order }) {
            return reading.day
        }
        if let said {
            throw Complaint(message: "\"\(text)\" is no day in the order \(said.rawValue); write YYYY-MM-DD")
        }
        guard let first = readings.first else {
            throw Complaint(message: "\"\(text)\" is no day; write YYYY-MM-DD")
        }
        if readings.allSatisfy({ $0.day == first.day }) { return first.day }
        throw Complaint(message: "\"\(text)\" \(doubt(readings.map(\.day)))")
    }

    private func doubt(_ days: [Day]) -> String {
        let either = "may be \(days.map(\.description).joined(separator: " or "))"
        if let dmy = proofs[.dmy], let mdy = proofs[.mdy] {
            return "\(either), and the column has both orders (lines \(min(dmy, mdy)) and \(max(dmy, mdy)))"
        }
        return "\(either); say --dates dmy or --dates mdy"
    }
}
