/// The lines of an iCalendar object as octets (RFC 5545 3.1): UTF-8, folded, each ended by CR LF.
struct ContentLines {
    private(set) var octets: [UInt8] = []
    /// The line that is being put together, unfolded.
    private var line: [UInt8] = []

    /// Octets of a line without its end (RFC 5545 3.1: "SHOULD NOT be longer than 75 octets").
    private static let width = 75

    /// A line of our own words.
    mutating func add(_ text: StaticString) {
        text.withUTF8Buffer { line += $0 }
        close()
    }

    /// A property whose value is written by `body`.
    mutating func add(_ name: StaticString, _ body: (inout [UInt8]) -> Void) {
        name.withUTF8Buffer { line += $0 }
        line.append(UInt8(ascii: ":"))
        body(&line)
        close()
    }

    /// A property that holds text.
    mutating func add(_ name: StaticString, text: String) { add(name) { $0.append(text: text) } }

    /// Hands over what is there, and begins anew.
    mutating func take() -> [UInt8] {
        defer { octets.removeAll(keepingCapacity: true) }
        return octets
    }

    private mutating func close() {
        var (start, room) = (0, Self.width)
        while line.count - start > room {
            var end = start + room
            // An octet 10xxxxxx goes on with the one before: a line never ends within a character.
            while line[end] & 0xC0 == 0x80 { end -= 1 }
            octets += line[start..<end]
            octets += Self.fold
            // The blank counts.
            (start, room) = (end, Self.width - 1)
        }
        octets += line[start...]
        octets += Self.end
        line.removeAll(keepingCapacity: true)
    }

    private static let end = Array("\r\n".utf8)
    private static let fold = Array("\r\n ".utf8)
}
