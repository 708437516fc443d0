/// Days without work, as a text file: `YYYY-MM-DD name` a line, `#` for remarks.
public enum HolidayFile {
    /// A line that is none.
    public struct Problem: Hashable, Sendable {
        /// 1 for the first line.
        public let line: Int
        /// What is wrong with it.
        public let message: String
    }

    /// The days, and every line that is wrong.
    public static func parse(_ text: String) -> (days: [Day], problems: [Problem]) {
        var (days, problems) = ([Day](), [Problem]())
        let content = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        for (number, line) in content.lines.enumerated() {
            let said = line.prefix { $0 != "#" }
            guard let word = said.split(whereSeparator: \.isWhitespace).first else { continue }
            if let day = Day(word) {
                days.append(day)
            } else {
                problems.append(
                    Problem(line: number + 1, message: "\"\(word)\" is no day; a line is YYYY-MM-DD name"))
            }
        }
        return (days, problems)
    }
}
