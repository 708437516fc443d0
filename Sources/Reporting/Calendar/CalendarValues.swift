import Certification

/// Values of properties (RFC 5545 3.3), appended as octets.
extension [UInt8] {
    /// Text (RFC 5545 3.3.11): `\\`, `\;`, `\,` and `\n`; a colon stays. No other control character may stand in it, so
    /// that texts of strangers come as `ShownText.line` makes them.
    mutating func append(text: String) {
        for octet in text.utf8 {
            switch octet {
            case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","):
                append(UInt8(ascii: "\\"))
                append(octet)
            case UInt8(ascii: "\n"):
                append(UInt8(ascii: "\\"))
                append(UInt8(ascii: "n"))
            default: append(octet)
            }
        }
    }

    /// `20270514` (RFC 5545 3.3.4).
    mutating func append(day: Day) {
        let (year, month, day) = day.components
        append(number: year, digits: 4)
        append(number: month, digits: 2)
        append(number: day, digits: 2)
    }

    /// `20261122T170509Z` (RFC 5545 3.3.5, form 2: UTC).
    mutating func append(time: Timestamp) {
        append(day: time.utcDay)
        append(UInt8(ascii: "T"))
        let seconds = time.seconds - time.utcDay.ordinal * 86_400
        for part in [seconds / 3_600, seconds / 60 % 60, seconds % 60] { append(number: part, digits: 2) }
        append(UInt8(ascii: "Z"))
    }

    mutating func append(number: Int, digits: Int = 1) {
        let text = String(number)
        for _ in 0..<Swift.max(0, digits - text.utf8.count) { append(UInt8(ascii: "0")) }
        append(contentsOf: text.utf8)
    }
}
