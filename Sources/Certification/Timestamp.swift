/// An instant in UTC to the second: when a journal entry was written. Never used for certification dates.
public struct Timestamp: Hashable, Comparable, Sendable, Codable {
    /// Seconds since 1970-01-01T00:00:00Z.
    public let seconds: Int

    /// The instant so many seconds after 1970-01-01T00:00:00Z.
    public init(seconds: Int) { self.seconds = seconds }

    /// Reads `2026-11-22T17:05:09Z` and nothing else.
    public init?(_ text: String) {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = Day(parts[0]), parts[1].utf8.count == 9, parts[1].hasSuffix("Z")
        else { return nil }
        let clock = parts[1].dropLast().split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]),
            (0..<60).contains(clock[2])
        else { return nil }
        seconds = day.ordinal * 86_400 + clock[0] * 3_600 + clock[1] * 60 + clock[2]
        guard description == text else { return nil }
    }

    /// The earlier instant first.
    public static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }

    /// The UTC day of this instant.
    public var utcDay: Day { Day(ordinal: seconds.flooredQuotient(by: 86_400)) }

    /// Read from `2026-11-22T17:05:09Z`; throws for anything that is no such time.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let timestamp = Timestamp(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not a UTC time: \(text)"))
        }
        self = timestamp
    }

    /// Written as `2026-11-22T17:05:09Z`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Timestamp: CustomStringConvertible {
    /// `2026-11-22T17:05:09Z`
    public var description: String {
        let time = seconds.flooredRemainder(by: 86_400)
        let parts = [time / 3_600, time / 60 % 60, time % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(utcDay)T\(parts.joined(separator: ":"))Z"
    }
}
