extension ProfileKey {
    /// The value in its one spelling; nil where it is no value of this key.
    func normalized(_ text: String) -> String? {
        let text = text.trimmed
        switch form {
        case .words(let words): return words.contains(text) ? text : nil
        case .months(let range, let optional):
            if optional, text == "none" { return text }
            return Self.number(text, in: range)
        case .days(let range): return Self.number(text, in: range)
        case .window: return text == "none" || MonthWindow(text) != nil ? text : nil
        case .span: return text == "none" || Span(text) != nil ? text : nil
        case .day: return text == "none" || Day(text) != nil ? text : nil
        }
    }

    private static func number(_ text: String, in range: ClosedRange<Int>) -> String? {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text),
            range.contains(number)
        else { return nil }
        return String(number)
    }

    /// What values look like, for whoever wrote another.
    public var expected: String {
        switch form {
        case .words(let words): words.joined(separator: ", ")
        case .months(let range, let optional):
            "months from \(range.lowerBound) to \(range.upperBound)" + (optional ? ", or none" : "")
        case .days(let range): "days from \(range.lowerBound) to \(range.upperBound)"
        case .window: "months before and after, -3/+0, or none"
        case .span: "days or months, 60d or 6m, or none"
        case .day: "a day YYYY-MM-DD, or none"
        }
    }
}

/// Months before and after an anchor: `-3/+0`.
public struct MonthWindow: Hashable, Sendable {
    /// How many months earlier the window opens.
    public let before: Int
    /// How many months later it closes.
    public let after: Int

    /// Reads `-3/+1`; at most a year to either side.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].hasPrefix("-"), parts[1].hasPrefix("+"),
            let before = Int(parts[0].dropFirst()), let after = Int(parts[1].dropFirst()),
            (0...12).contains(before), (0...12).contains(after)
        else { return nil }
        self.before = before
        self.after = after
    }

    /// The days from its opening to its end around an anchor, the end not after `cap`.
    func period(around anchor: Day, until cap: Day) -> Period? {
        Period(anchor.adding(Months(-before)), min(anchor.adding(Months(after)), cap))
    }
}
