import Testing

/// A calendar as octets: what RFC 5545 asks of every line, and what its lines say.
struct CalendarBytes {
    /// What is wrong with it; empty where all is well.
    private(set) var problems: [String] = []
    /// The lines, unfolded.
    private(set) var lines: [String] = []

    init(_ octets: [UInt8]) {
        var rest = octets[...]
        var unfolded: [[UInt8]] = []
        while !rest.isEmpty {
            guard let end = rest.firstIndex(of: 0x0D), end + 1 < rest.endIndex, rest[end + 1] == 0x0A else {
                problems.append("a line without CR LF")
                break
            }
            let line = Array(rest[..<end])
            check(line)
            if line.first == 0x20, let last = unfolded.popLast() {
                unfolded.append(last + line.dropFirst())
            } else {
                unfolded.append(line)
            }
            rest = rest[(end + 2)...]
        }
        lines = unfolded.map { String(decoding: $0, as: UTF8.self) }
        checkLines()
    }

    /// One line as it stands in the file.
    private mutating func check(_ line: [UInt8]) {
        if line.count > 75 { problems.append("a line of \(line.count) octets") }
        if line.isEmpty { problems.append("an empty line") }
        if line.contains(where: { $0 < 0x20 || $0 == 0x7F }) { problems.append("a control character") }
        if String(validating: line, as: UTF8.self) == nil { problems.append("half of a character") }
    }

    private mutating func checkLines() {
        let names = lines.filter { $0.hasPrefix("UID:") }
        if Set(names).count != names.count { problems.append("a UID twice") }
        for line in lines {
            let value = line.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1).last ?? line.utf8[...]
            let isDay = value.count == 8 && value.allSatisfy { (0x30...0x39).contains($0) }
            if isDay, line.hasPrefix("DT"), !line.contains(";VALUE=DATE:") {
                problems.append("a day without VALUE=DATE: \(line)")
            }
        }
    }

    /// The text of a property, its escapes undone.
    func text(_ name: String) -> String? {
        guard let line = lines.first(where: { $0.hasPrefix(name + ":") }) else { return nil }
        var (text, isEscaped) = ([UInt8](), false)
        for octet in line.utf8.dropFirst(name.utf8.count + 1) {
            if isEscaped {
                text.append(octet == UInt8(ascii: "n") ? 0x0A : octet)
                isEscaped = false
            } else if octet == UInt8(ascii: "\\") {
                isEscaped = true
            } else {
                text.append(octet)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
