/// How much speaks for each subject in one document, by the places where it was found.
struct SubjectScores {
    /// What one subject got.
    struct Tally {
        var name = 0.0
        var folder = 0.0
        var headings = 0.0
        var body = 0.0
        var words: [String: Double] = [:]
    }

    private(set) var tallies: [Tally]
    private let index: PhraseIndex
    private let generic: Set<WordKey>

    init(subjects: Int, index: PhraseIndex, generic: Set<WordKey>) {
        tallies = Array(repeating: Tally(), count: subjects)
        self.index = index
        self.generic = generic
    }

    /// Takes in a name of the document: the more of it a phrase explains, the more it says.
    mutating func read(name text: String, camel: Bool) {
        let words = WordReading.words(of: text, camel: camel)
        let isGeneric = words.map { generic.contains($0) }
        let total = Double(isGeneric.count { !$0 })
        var found: [Int: (Double, Double)] = [:]
        index.forEachPhrase(in: words.map(index.number)) { position, entry in
            let own = Double((position..<position + entry.length).count { !isGeneric[$0] })
            for use in entry.uses {
                let weight = use.weight * (use.isName ? 1 : 0.6)
                let earlier = found[use.subject] ?? (0, 0)
                found[use.subject] = (max(earlier.0, weight), min(total, earlier.1 + max(own, 0.5)))
                note(entry.text, use.subject, 3 * weight * Double(entry.length))
            }
        }
        for (subject, (weight, covered)) in found {
            let share = total > 0 ? min(1, covered / total) : 1
            tallies[subject].name = max(tallies[subject].name, weight * (0.45 + 0.55 * share))
        }
    }

    /// Takes in the folders above the document.
    mutating func read(folder text: String) {
        index.forEachPhrase(in: WordReading.words(of: text, camel: true).map(index.number)) { _, entry in
            for use in entry.uses where use.isName {
                tallies[use.subject].folder = max(tallies[use.subject].folder, use.weight)
            }
        }
    }

    /// Takes in the headings: a share of them says more than a number.
    mutating func read(headings: [String]) {
        for heading in headings.prefix(200) {
            let words = WordReading.words(of: heading)
            if Self.usualHeadings.contains(words) { continue }
            index.forEachPhrase(in: words.map(index.number)) { _, entry in
                for use in entry.uses {
                    let weight = use.weight * (use.isName ? 1 : 0.7) / Double(entry.uses.count).squareRoot()
                    tallies[use.subject].headings += weight
                    note(entry.text, use.subject, weight)
                }
            }
        }
        let total = Double(min(headings.count, 200))
        for subject in tallies.indices {
            let sum = tallies[subject].headings
            tallies[subject].headings = sum / (sum + 0.8 + 0.12 * total)
        }
    }

    /// Takes in the running text.
    mutating func read(body text: String, limit: Int) {
        var words: [Int32] = []
        WordReading.forEachWord(in: String(text.utf8.prefix(limit)) ?? text) {
            words.append(index.number($0))
        }
        var counts: [String: (Int, PhraseIndex.Entry)] = [:]
        index.forEachPhrase(in: words) { _, entry in
            counts[entry.text, default: (0, entry)].0 += 1
        }
        let length = max(0.4, Double(words.count) / 600)
        for (_, (count, entry)) in counts.sorted(by: { $0.key < $1.key }) {
            let often = Double(count) / (Double(count) + 1.5 * length)
            let phrase = entry.length == 1 ? 0.55 : entry.length == 2 ? 1.0 : 1.25
            for use in entry.uses {
                let weight = often * phrase * use.weight / Double(entry.uses.count).squareRoot()
                tallies[use.subject].body += weight
                note(entry.text, use.subject, weight)
            }
        }
    }

    /// Headings that stand in documents about anything.
    private static let usualHeadings = Set(
        [
            "scope", "purpose and scope", "scope and purpose", "policy", "policies", "policy statement",
            "roles",
            "role and responsibility", "roles responsibilities", "responsibility", "definition",
            "definitions",
            "term and definition", "definition and term", "reference", "document control", "revision history",
            "version history", "document history", "change history", "change log", "changelog", "review",
            "document review", "enforcement", "exception", "compliance", "policy compliance", "contact",
            "related document", "related standard policy and process", "history", "glossary", "abbreviation",
            "approval", "document approval", "record", "documentation", "standard", "process", "procedure",
            "control", "objective", "goal", "introduction", "table of content", "content", "geltungsbereich",
            "anwendungsbereich", "zweck", "begriffe", "dokumentenlenkung", "änderungshistorie", "legal",
            "overview",
        ].map { WordReading.words(of: $0) })

    private mutating func note(_ text: String, _ subject: Int, _ weight: Double) {
        tallies[subject].words[text, default: 0] += weight
    }
}
