/// A stretch of time as certification rules give it: whole days or whole months, never converted into each other.
public enum Span: Hashable, Sendable, CustomStringConvertible {
    case days(Int)
    case months(Int)

    /// Reads `60d` or `6m`.
    public init?(_ text: some StringProtocol) {
        guard let unit = text.last, text.first != "+", text.first != "-", let count = Int(text.dropLast()),
            (0...1200).contains(count)
        else { return nil }
        switch unit {
        case "d": self = .days(count)
        case "m": self = .months(count)
        default: return nil
        }
    }

    /// `60d`, `6m`
    public var description: String {
        switch self {
        case .days(let count): "\(count)d"
        case .months(let count): "\(count)m"
        }
    }
}

extension Day {
    /// The day that a span after this one ends on (rules DA-2, DA-3).
    public func adding(_ span: Span) -> Day {
        switch span {
        case .days(let count): adding(days: count)
        case .months(let count): adding(Months(count))
        }
    }

    /// The day that a span before this one began on.
    public func subtracting(_ span: Span) -> Day {
        switch span {
        case .days(let count): adding(days: -count)
        case .months(let count): adding(Months(-count))
        }
    }

    /// The calendar year.
    public var year: Int { components.year }

    /// 31 December of a year.
    public static func end(ofYear year: Int) -> Day {
        Day(ordinal: ordinal(year: year, month: 12, day: 31))
    }
}
