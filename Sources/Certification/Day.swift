/// A civil date of the proleptic Gregorian calendar, without time of day or zone.
///
/// Deadlines, effective dates and periods of certification are days, never instants.
/// The arithmetic never goes through seconds, so no zone and no clock change can move a deadline.
public struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; negative before it.
    public let ordinal: Int

    /// The day so many days after 1970-01-01, or before it when negative.
    public init(ordinal: Int) { self.ordinal = ordinal }

    /// The day of a year, month (1...12) and day of month, or nil where the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Day.length(ofMonth: month, year: year)).contains(day)
        else { return nil }
        ordinal = Day.ordinal(year: year, month: month, day: day)
    }

    /// Reads `YYYY-MM-DD` and nothing else: no blanks, no other order, no missing zeros.
    public init?(_ text: some StringProtocol) {
        var (parts, part, place) = ((0, 0, 0), 0, 0)
        for octet in text.utf8 {
            switch place {
            case 4, 7:
                guard octet == UInt8(ascii: "-") else { return nil }
                if place == 4 { parts.0 = part } else { parts.1 = part }
                part = 0
            case 0..<10:
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet) else { return nil }
                part = part * 10 + Int(octet - UInt8(ascii: "0"))
            default: return nil
            }
            place += 1
        }
        guard place == 10 else { return nil }
        self.init(year: parts.0, month: parts.1, day: part)
    }

    /// By calendar order.
    public static func < (left: Day, right: Day) -> Bool { left.ordinal < right.ordinal }
}

extension Day: CustomStringConvertible, LosslessStringConvertible {
    /// `YYYY-MM-DD`
    public var description: String {
        let (year, month, day) = components
        return "\(Day.padded(year, to: 4))-\(Day.padded(month, to: 2))-\(Day.padded(day, to: 2))"
    }

    /// Reads `YYYY-MM-DD` and nothing else.
    public init?(_ description: String) { self.init(description[...]) }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension Day: Codable {
    /// Read from `YYYY-MM-DD`; throws for anything else.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let day = Day(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not a day: \(text)"))
        }
        self = day
    }

    /// Written as `YYYY-MM-DD`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
