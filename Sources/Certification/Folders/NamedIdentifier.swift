/// The identifier of a document by its file's name.
public enum NamedIdentifier {
    /// `PRO-001` of `PRO-001 Incident management` and `ISMS-POL-02-access-control`; the rest is the title. Nil where the name
    /// does not begin with one.
    public static func read(_ base: String) -> (id: String, title: String)? {
        var (groups, rest): ([Substring], Substring) = ([], base[...])
        while true {
            let group = rest.prefix { $0.isASCII && ($0.isUppercase || $0.isNumber) }
            guard !group.isEmpty else { return nil }
            groups.append(group)
            rest = rest[group.endIndex...]
            if group.allSatisfy(\.isNumber) { break }
            guard group.count <= 8, rest.first == "-" else { return nil }
            rest = rest.dropFirst()
        }
        let id = groups.joined(separator: "-")
        guard let number = groups.last, (2...6).contains(number.count), groups.count > 1, !isYear(number),
            EvidenceIdentifier.isWellFormed(id), rest.first.map({ "_- .".contains($0) }) ?? true
        else { return nil }
        return (
            id,
            rest.drop { "_- .".contains($0) }.split { $0 == "_" || $0.isWhitespace }.joined(separator: " ")
        )
    }

    private static func isYear(_ number: Substring) -> Bool {
        number.count == 4 && (number.hasPrefix("19") || number.hasPrefix("20"))
    }

    /// An identifier made of a name that has none, the same whenever it is made: `ACCESS-CONTROL`, `BERECHTIGUNGSPRUEFUNG`; a
    /// name in another script than Latin gives a number. `path` tells apart what would be called alike.
    public static func made(of base: String, path: String, isTaken: (String) throws -> Bool) rethrows
        -> String
    {
        let name = name(base, path)
        if EvidenceIdentifier.isWellFormed(name), try !isTaken(name) { return name }
        var attempt = 0
        while true {
            let other = "\(name.prefix(48))-\(mark(of: path, attempt))"
            if try !isTaken(other) { return other }
            attempt += 1
        }
    }

    private static func name(_ base: String, _ path: String) -> String {
        let words = LatinSpelling.spelled(base).split { !($0.isLetter || $0.isNumber) }
        var name = String(words.joined(separator: "-").uppercased().prefix(44))
        while name.last == "-" { name.removeLast() }
        if name.isEmpty { return "DOC-\(number(of: path))" }
        return name.first?.isLetter == true ? name : "DOC-\(name)"
    }

    /// Six digits that a path always gives.
    private static func number(of path: String) -> String {
        let digits = String(hash(of: path) % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// Eight characters that a path always gives, and others at each attempt.
    private static func mark(of path: String, _ attempt: Int) -> String {
        let digits = String(hash(of: attempt == 0 ? path : "\(path)/\(attempt)"), radix: 16, uppercase: true)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }

    /// FNV-1a: it only tells paths apart.
    private static func hash(of path: String) -> UInt32 {
        path.utf8.reduce(into: UInt32(2_166_136_261)) { $0 = ($0 ^ UInt32($1)) &* 16_777_619 }
    }
}
