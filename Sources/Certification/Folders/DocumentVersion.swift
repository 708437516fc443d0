/// What tells the age of a file among the files of one document: its name, its label, its days.
public struct DocumentVersion: Hashable, Sendable {
    private let name: VersionedName
    private let label: [Int]?
    private let effective: Day?
    private let period: Period?

    /// A file by its name and by what it says of itself.
    public init(name: VersionedName, file: RevisionFacts) {
        self.name = name
        label = Self.numbers(file.label)
        effective = file.effective
        period = file.period
    }

    /// A file that the register holds.
    public init(_ revision: Revision) {
        name = VersionedName(fileName: revision.originalName)
        label = Self.numbers(revision.label)
        effective = revision.effective
        period = revision.period
    }

    /// Whether this is an older version than another, by the first of name, label and effective day that tells. What nobody can
    /// tell is not older, nor is a record of another period.
    public func isOlder(than other: DocumentVersion) -> Bool {
        guard period == other.period else { return false }
        if let byName = name.isOlder(than: other.name) { return byName }
        if let mine = label, let theirs = other.label, mine != theirs {
            return mine.lexicographicallyPrecedes(theirs)
        }
        guard let mine = effective, let theirs = other.effective else { return false }
        return mine < theirs
    }

    /// `2.1` of `Version 2.1`; a day and a word are no number.
    private static func numbers(_ label: String?) -> [Int]? {
        guard let label, Day(label) == nil else { return nil }
        var numbers = label.split { !$0.isNumber }.compactMap { Int($0) }
        if numbers.isEmpty { return nil }
        // `2` is `2.0`.
        while numbers.last == 0 { numbers.removeLast() }
        return numbers
    }
}

extension VersionedName {
    /// Whether the names alone say that this one is older, or that it is not; nil where they do not tell.
    fileprivate func isOlder(than other: VersionedName) -> Bool? {
        guard base.lowercased() == other.base.lowercased(), tellsAge(like: other) else { return nil }
        if precedes(other) { return true }
        return other.precedes(self) ? false : nil
    }

    /// A version is only compared with a version, a day with a day.
    private func tellsAge(like other: VersionedName) -> Bool {
        (version == nil) == (other.version == nil) && (day == nil) == (other.day == nil)
            && (copy == 0) == (other.copy == 0)
    }
}
