/// Says for which clauses a document is likely to be evidence, by the words of a table of subjects. The same document and
/// the same table always give the same answer.
public struct ClauseSuggester: Sendable {
    /// How many octets of the running text are looked at.
    public static let textLimit = 200_000

    private let subjects: [EvidenceSubject]
    private let index: PhraseIndex
    private let generic: Set<WordKey>

    /// Words that name a kind of document and no subject.
    private static let genericWords = [
        "policy", "procedure", "plan", "template", "process", "standard", "guideline", "guide", "document",
        "form", "example", "sample", "checklist", "record", "report", "log", "register", "manual", "sop",
        "statement", "program", "programme", "management", "draft", "final", "version", "v1", "v2", "docx",
        "company", "organization", "organisation", "acme", "inc", "corporate", "general", "overview",
        "description", "information", "system", "playbook", "runbook", "handbook", "instruction",
        "richtlinie", "verfahren", "plan", "formular", "protokoll", "md", "pdf", "doc", "txt", "pol", "pro",
    ]

    /// A suggester over the subjects of all tables that were given.
    public init(_ subjects: [EvidenceSubject]) {
        self.subjects = subjects
        index = PhraseIndex(subjects)
        generic = Set(Self.genericWords.flatMap { WordReading.words(of: $0) })
    }

    /// The likeliest clauses of a standard, the likeliest first; fewer than `limit` where little speaks for more.
    public func suggestions(for document: DescribedDocument, standard: String, limit: Int)
        -> [ClauseSuggestion]
    {
        suggestions(for: judged(document), standard: standard, limit: limit)
    }

    /// How much speaks for each subject, and the words that did; to be asked for several standards.
    public func judged(_ document: DescribedDocument) -> JudgedDocument {
        var scores = SubjectScores(subjects: subjects.count, index: index, generic: generic)
        scores.read(name: Self.stem(document.fileName), camel: true)
        if let title = document.title { scores.read(name: title, camel: false) }
        if let title = document.text.title { scores.read(name: title, camel: false) }
        for folder in document.folders.suffix(2) { scores.read(folder: folder) }
        scores.read(headings: document.text.headings)
        // What stands in a heading is said in the text as well.
        let text = [document.text.title].compactMap(\.self) + document.text.headings + [document.text.body]
        scores.read(body: text.joined(separator: "\n"), limit: Self.textLimit)
        return JudgedDocument(scores.tallies, subjects: subjects)
    }

    /// The likeliest clauses of a standard for a document that was judged.
    public func suggestions(for document: JudgedDocument, standard: String, limit: Int)
        -> [ClauseSuggestion]
    {
        var best: [String: (score: Double, subject: Int)] = [:]
        for (position, subject) in subjects.enumerated() where document.scores[position] > 0.05 {
            for answer in subject.answers(for: standard) {
                let score = document.scores[position] * answer.weight
                let earlier = best[answer.clause] ?? (0, position)
                best[answer.clause] = (
                    1 - (1 - max(score, earlier.score)) * (1 - 0.15 * min(score, earlier.score)),
                    score > earlier.score ? position : earlier.subject
                )
            }
        }
        let ordered = best.sorted {
            ($0.value.score, $1.key) > ($1.value.score, $0.key)
        }
        return ordered.prefix(limit).map { clause, found in
            ClauseSuggestion(
                clause: ClauseReference(standard: standard, number: clause),
                score: ScoreCalibration.score(of: found.score),
                subject: subjects[found.subject].name, words: document.words(for: found.subject))
        }
    }

    private static func stem(_ fileName: String) -> String {
        guard let dot = fileName.lastIndex(of: "."), dot != fileName.startIndex else { return fileName }
        return String(fileName[..<dot])
    }
}
