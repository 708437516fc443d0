/// A list of patterns as ssh writes it (ssh_config(5), PATTERNS): `*@example.com,!guest@example.com`.
struct SignerPattern {
    let list: String

    init(_ list: String) { self.list = list }

    /// Whether any of the patterns is not negated: those that are only take away.
    var namesSomebody: Bool { list.split(separator: ",").contains { !$0.hasPrefix("!") } }

    /// Whether one of the patterns fits and none that is negated does.
    func matches(_ text: String) -> Bool {
        var found = false
        for part in list.split(separator: ",") {
            let isNegated = part.hasPrefix("!")
            guard Self.fits(Array((isNegated ? part.dropFirst() : part).utf8), Array(text.utf8)) else {
                continue
            }
            if isNegated { return false }
            found = true
        }
        return found
    }

    /// `*` stands for any octets, `?` for one. Goes back to the last star only, so that no pattern takes long.
    private static func fits(_ pattern: [UInt8], _ text: [UInt8]) -> Bool {
        var (at, inText) = (0, 0)
        var star: (at: Int, inText: Int)?
        while inText < text.count {
            if at < pattern.count, pattern[at] == UInt8(ascii: "*") {
                star = (at, inText)
                at += 1
            } else if at < pattern.count, pattern[at] == UInt8(ascii: "?") || pattern[at] == text[inText] {
                at += 1
                inText += 1
            } else if let last = star {
                star = (last.at, last.inText + 1)
                (at, inText) = (last.at + 1, last.inText + 1)
            } else {
                return false
            }
        }
        return pattern[at...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
