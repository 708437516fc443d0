/// A file's name, taken apart into what stays from version to version and what tells them apart.
public struct VersionedName: Hashable, Sendable {
    /// Without ending and version: `Incident procedure`.
    public let base: String
    /// The version as written, without `v`: `3`, `2.1`; nil where the name has none.
    public let version: String?
    /// The day in the name.
    public let day: Day?
    /// The number of a copy: 2 in `procedure (2).pdf`; 0 where it is none.
    public let copy: Int

    /// Reads `Incident procedure_v3.docx`, `risks_20260307.xlsx`, `risks 2026-03-07.xlsx` and `policy (2).pdf`.
    public init(fileName: String) {
        var rest = Self.stem(fileName)
        var (version, day, copy): (String?, Day?, Int) = (nil, nil, 0)
        while let (shorter, mark) = Self.mark(at: rest) {
            switch mark {
            case .version(let text) where version == nil: version = text
            case .day(let found) where day == nil: day = found
            case .copy(let number) where copy == 0: copy = number
            default: break
            }
            rest = shorter
        }
        (base, self.version, self.day, self.copy) = (String(rest), version, day, copy)
    }

    /// Whether the name tells a version from others.
    public var isMarked: Bool { version != nil || day != nil || copy > 0 }

    /// Whether this one was made before another of the same base.
    public func precedes(_ other: VersionedName) -> Bool {
        let (mine, theirs) = (numbers, other.numbers)
        if mine != theirs { return mine.lexicographicallyPrecedes(theirs) }
        if day != other.day { return (day?.ordinal ?? 0) < (other.day?.ordinal ?? 0) }
        return copy < other.copy
    }

    private var numbers: [Int] {
        (version ?? "").split { !$0.isNumber }.map { Int($0) ?? 0 }
    }

    private enum Mark { case version(String), day(Day), copy(Int) }

    private static func stem(_ name: String) -> Substring {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name[...] }
        return name[..<dot]
    }

    /// What the last word says, and what stands before it; nil where it says nothing or is all there is.
    private static func mark(at text: Substring) -> (Substring, Mark)? {
        let found = copy(text) ?? writtenDay(text) ?? lastWord(text)
        guard let (rest, mark) = found else { return nil }
        let base = rest.trimmingEnd(of: " _-.")
        return base.isEmpty ? nil : (base, mark)
    }

    private static func copy(_ text: Substring) -> (Substring, Mark)? {
        guard text.last == ")", let open = text.lastIndex(of: "(") else { return nil }
        let digits = text[text.index(after: open)...].dropLast()
        guard digits.count <= 3, digits.allSatisfy(\.isASCII), let number = Int(digits), number > 0 else {
            return nil
        }
        return (text[..<open], .copy(number))
    }

    private static func writtenDay(_ text: Substring) -> (Substring, Mark)? {
        guard text.count > 11, let day = Day(String(text.suffix(10))) else { return nil }
        let rest = text.dropLast(10)
        return "_- ".contains(rest.suffix(1)) ? (rest, .day(day)) : nil
    }

    private static func lastWord(_ text: Substring) -> (Substring, Mark)? {
        guard let place = text.lastIndex(where: { "_- ".contains($0) }) else { return nil }
        let (rest, word) = (text[..<place], text[text.index(after: place)...].lowercased())
        let digits = word.filter(\.isNumber)
        guard digits.allSatisfy(\.isASCII) else { return nil }
        if digits == word, word.count == 8,
            let day = Day("\(word.prefix(4))-\(word.dropFirst(4).prefix(2))-\(word.suffix(2))")
        {
            return (rest, .day(day))
        }
        for prefix in ["version", "rev", "v"] where word.hasPrefix(prefix) {
            let number = word.dropFirst(prefix.count)
            guard number.first?.isNumber == true, number.allSatisfy({ $0.isNumber || $0 == "." }),
                number.count <= 12
            else { return nil }
            return (rest, .version(String(number)))
        }
        return nil
    }
}

extension Substring {
    fileprivate func trimmingEnd(of marks: String) -> Substring {
        var rest = self
        while let last = rest.last, marks.contains(last) { rest.removeLast() }
        return rest
    }
}
