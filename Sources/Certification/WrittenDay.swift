/// A day as people write it into documents.
public enum WrittenDay {
    /// Why a text is no day.
    public enum Fault: Error, Hashable, Sendable {
        /// Day and month may be either.
        case ambiguous
        case notADay
    }

    /// `2026-03-01`, `1 March 2026`, `March 1, 2026`, `01.03.2026`, and `25/03/2026` where only one reading is a day.
    public static func read(_ text: String) throws(Fault) -> Day {
        let text = text.trimmed
        if let day = Day(text) { return day }
        // Programs write the time behind it.
        if text.utf8.count > 10, let day = Day(String(text.prefix(10))),
            "T ".contains(text.dropFirst(10).prefix(1))
        {
            return day
        }
        let words = text.split { " ,./-".contains($0) }.map { String($0).lowercased() }
        guard words.count == 3 else { throw .notADay }
        if let named = named(words) { return named }
        return try numbered(words, isDotted: text.contains("."))
    }

    private static func named(_ words: [String]) -> Day? {
        guard let place = words.firstIndex(where: { month($0) != nil }), place < 2,
            let month = month(words[place]),
            let number = Int(words[1 - place].prefix { $0.isNumber })
        else { return nil }
        return day(words[2], month, number)
    }

    private static func numbered(_ words: [String], isDotted: Bool) throws(Fault) -> Day {
        let numbers = words.compactMap { Int($0) }
        guard numbers.count == 3 else { throw .notADay }
        if words[0].count == 4 {
            guard let day = day(words[0], numbers[1], numbers[2]) else { throw .notADay }
            return day
        }
        let readings = Set(
            [
                day(words[2], numbers[1], numbers[0]),
                isDotted ? nil : day(words[2], numbers[0], numbers[1]),
            ].compactMap(\.self))
        guard let reading = readings.first else { throw .notADay }
        guard readings.count == 1 else { throw .ambiguous }
        return reading
    }

    private static func day(_ year: String, _ month: Int, _ day: Int) -> Day? {
        guard year.count == 4, (1...12).contains(month), (1...31).contains(day) else { return nil }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return Day("\(year)-\(two(month))-\(two(day))")
    }

    private static func month(_ word: String) -> Int? {
        guard word.count >= 3, word.allSatisfy(\.isLetter) else { return nil }
        return months.firstIndex { names in names.contains { $0.hasPrefix(word) } }.map { $0 + 1 }
    }

    private static let months = [
        ["january", "januar"], ["february", "februar"], ["march", "märz"], ["april"], ["may", "mai"],
        ["june", "juni"], ["july", "juli"], ["august"], ["september"], ["october", "oktober"],
        ["november"], ["december", "dezember"],
    ]
}
