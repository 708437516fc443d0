/// What the reader of a bundle sends back: what he found, and what he marked.
public struct ReturnedFindings: Hashable, Sendable {
    /// The SHA-256 of the `data/dossier.json` that he read.
    public let index: Fingerprint
    /// What the identifier of the bundle begins with, as he had it: 16 or all 64 digits, lower-case. Nil where he had none.
    public let id: String?
    /// The newest journal entry that the bundle told of; nil where the file does not say it.
    public let journal: Entry?
    /// Who he is, where he said it.
    public let auditor: String?
    /// What he marked on the page.
    public let marks: [ReturnedMark]
    /// What he found.
    public let findings: [ReturnedFinding]

    /// An entry of a journal.
    public struct Entry: Hashable, Sendable {
        /// Its number.
        public let sequence: Int
        /// Its hash.
        public let hash: Fingerprint
    }

    /// Why a file is none of these, and where that shows.
    public struct Malformed: Error, Hashable, Sendable {
        /// `line 3`, `findings[2].grade`
        public let place: String
        /// `is no text`
        public let reason: String
    }

    /// Findings in one file.
    public static let mostFindings = 1_000
    /// Marks in one file: more than a bundle has items and clauses.
    public static let mostMarks = 100_000

    /// Reads `findings.json` or, where the text is none, the filled-in `findings-template.csv`.
    public init(parsing text: String) throws(Malformed) {
        let start = text.unicodeScalars.first { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }
        self = start == "{" ? try Self(json: text) : try Self(table: text)
    }

    init(
        index: Fingerprint, id: String?, journal: Entry?, auditor: String?, marks: [ReturnedMark],
        findings: [ReturnedFinding]
    ) {
        self.index = index
        self.id = id
        self.journal = journal
        self.auditor = auditor
        self.marks = marks
        self.findings = findings
    }

    /// What he asked, each as an observation.
    public var questions: [ReturnedFinding] { marks.compactMap(\.question) }
}

/// A finding as the reader of a bundle wrote it down: nothing in it was compared with a register yet.
public struct ReturnedFinding: Hashable, Sendable {
    /// The number that he gave it; nil for a question.
    public let number: Int?
    /// The line of a table on which it stands; nil for one of another file.
    public let line: Int?
    /// `minor`
    public let grade: String
    /// The number of the clause.
    public let clause: String?
    /// The standard of the clause; nil for that of the bundle.
    public let standard: String?
    /// What was found.
    public let statement: String
    /// The items of evidence that it speaks of.
    public let evidence: [String]

    /// For people: `number 3`, `line 7`, `a question`
    public var name: String { line.map { "line \($0)" } ?? number.map { "number \($0)" } ?? "a question" }
}

/// A mark that the reader of a bundle set on a clause or on an item.
public struct ReturnedMark: Hashable, Sendable {
    /// What bears the mark.
    public enum Subject: String, Codable, Sendable { case clause, evidence }
    /// What he said of it.
    public enum Mark: String, Codable, Sendable, CaseIterable { case seen, accepted, question }

    /// What bears it.
    public let subject: Subject
    /// The number of the clause, or the identifier of the item.
    public let ref: String
    /// What he said.
    public let mark: Mark
    /// In his words.
    public let note: String?

    /// The observation that a question can become; nil for another mark.
    var question: ReturnedFinding? {
        guard mark == .question else { return nil }
        let what = "Question on \(subject == .clause ? "clause " : "")\(ref)"
        return ReturnedFinding(
            number: nil, line: nil, grade: FindingGrade.observation.rawValue,
            clause: subject == .clause ? ref : nil, standard: nil,
            statement: note.map { "\(what): \($0)" } ?? what, evidence: subject == .clause ? [] : [ref])
    }
}
