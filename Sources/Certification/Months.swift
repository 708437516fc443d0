/// An interval of whole months, the unit of review cycles, retention and certification rules.
///
/// Rules given in months stay in months: twelve months are not 365 days.
public struct Months: Hashable, Comparable, Sendable, Codable {
    /// How many months; negative where a rule counts back.
    public let count: Int

    /// An interval of so many months.
    public init(_ count: Int) { self.count = count }

    /// Reads `12m` or `3y`; months and years only, because days are counted apart.
    public init?(text: some StringProtocol) {
        guard let unit = text.last, text.first != "+", let number = Int(text.dropLast()),
            (1...1200).contains(number)
        else {
            return nil
        }
        switch unit {
        case "m": self.init(number)
        case "y": self.init(number * 12)
        default: return nil
        }
    }

    /// The shorter interval first.
    public static func < (left: Months, right: Months) -> Bool { left.count < right.count }

    /// Read from the number of months.
    public init(from decoder: any Decoder) throws {
        count = try decoder.singleValueContainer().decode(Int.self)
    }

    /// Written as the number of months.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(count)
    }
}

extension Months: CustomStringConvertible {
    /// `12m`
    public var description: String { "\(count)m" }
}
