import Certification
import Foundation

/// Whose signatures count: a file in the form that ssh-keygen(1) describes under ALLOWED SIGNERS.
public struct AllowedSigners: Sendable {
    /// A line: who signs with which key, for what and when.
    public struct Line: Hashable, Sendable {
        /// Counted from 1.
        public let number: Int
        /// Patterns as written, separated by commas.
        public let principals: String
        let key: SSHPublicKey
        let isAuthority: Bool
        let namespaces: String?
        let validAfter: LocalTime?
        let validBefore: LocalTime?
    }

    /// A line that cannot be used. One wrong line makes the file unusable: it decides whom to trust.
    public struct Malformed: Error, Hashable, Sendable {
        /// Counted from 1.
        public let line: Int
        /// For people, lower-case.
        public let reason: String
    }

    /// Every line that says something.
    public let lines: [Line]

    /// Octets and lines of a file that are read.
    private static let limit = (octets: 4 << 20, lines: 20_000)

    /// Reads the text of a file.
    public init(parsing text: String) throws(Malformed) {
        guard text.utf8.count <= Self.limit.octets else {
            throw Malformed(line: 1, reason: "more than \(Self.limit.octets) octets")
        }
        var lines: [Line] = []
        for (index, octets) in TagText.lines(Array(text.utf8)).enumerated() {
            guard index < Self.limit.lines else { throw Malformed(line: index + 1, reason: "too many lines") }
            let words = String(decoding: octets, as: UTF8.self).trimmed
            guard !words.isEmpty, !words.hasPrefix("#") else { continue }
            lines.append(try AllowedSignersLine(words, number: index + 1).parsed())
        }
        self.lines = lines
    }

    /// Whether any line speaks of an authority, whose certificates only ssh-keygen judges.
    public var namesAuthority: Bool { lines.contains(where: \.isAuthority) }
}

/// A time as allowed_signers files write it: in the machine's zone, or in UTC with a Z at its end.
public struct LocalTime: Hashable, Sendable {
    /// The civil day.
    public let day: Day
    /// Seconds since its beginning.
    public let seconds: Int
    /// Whether it is a time of UTC.
    public let isUTC: Bool

    /// Reads `20270131`, `202701312359` or `20270131235959`, with or without `Z`.
    init?(_ text: some StringProtocol) {
        let digits = text.utf8.prefix(text.utf8.count - (text.hasSuffix("Z") ? 1 : 0))
        guard [8, 12, 14].contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        let numbers = digits.map { Int($0) - 0x30 }
        let value = { (range: Range<Int>) in
            numbers.dropFirst(range.lowerBound).prefix(range.count).reduce(0) { $0 * 10 + $1 }
        }
        let (hour, minute, second) = (value(8..<10), value(10..<12), value(12..<14))
        guard let day = Day(year: value(0..<4), month: value(4..<6), day: value(6..<8)), hour < 24,
            minute < 60, second < 60
        else { return nil }
        self.day = day
        seconds = hour * 3_600 + minute * 60 + second
        isUTC = text.hasSuffix("Z")
    }

    /// The instant; `beginning` says when a civil day of the machine's zone begins.
    func instant(_ beginning: (Day) -> Timestamp) -> Timestamp {
        let midnight = isUTC ? Timestamp(seconds: day.ordinal * 86_400) : beginning(day)
        return Timestamp(seconds: midnight.seconds + seconds)
    }
}
