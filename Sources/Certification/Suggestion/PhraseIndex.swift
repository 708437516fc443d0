/// All phrases of a table of subjects, to be found in one pass over a text.
///
/// Where phrases overlap, the longest wins and uses up its words: in "audit logging" nothing speaks for internal audits,
/// in "security incident" nothing for incidents of the service desk.
struct PhraseIndex: Sendable {
    /// What a phrase says for a subject.
    struct Use: Sendable {
        /// The position of the subject in its table.
        let subject: Int
        /// From 0 to 1.
        let weight: Double
        /// Whether documents on the subject are called so; otherwise it only occurs in them.
        let isName: Bool
    }

    /// A phrase with everything it speaks for.
    struct Entry: Sendable {
        /// As the table writes it.
        let text: String
        /// How many words it has, without fillers.
        let length: Int
        var uses: [Use]
    }

    private(set) var entries: [Entry] = []
    private var numbers: [WordKey: Int32] = [:]
    private var steps: [UInt64: Int32] = [:]
    /// The phrase that ends at a node; -1 where none does.
    private var ends: [Int32] = [-1]

    init(_ subjects: [EvidenceSubject]) {
        for (position, subject) in subjects.enumerated() {
            for name in subject.names {
                insert(name, Use(subject: position, weight: name.weight, isName: true))
            }
            for word in subject.words {
                insert(word, Use(subject: position, weight: word.weight, isName: false))
            }
        }
    }

    private mutating func insert(_ phrase: EvidenceSubject.Phrase, _ use: Use) {
        let words = WordReading.words(of: phrase.text)
        guard !words.isEmpty else { return }
        var node: Int32 = 0
        for word in words { node = step(from: node, over: word) }
        if ends[Int(node)] < 0 {
            ends[Int(node)] = Int32(entries.count)
            entries.append(Entry(text: phrase.text, length: words.count, uses: []))
        }
        let entry = Int(ends[Int(node)])
        // A name that stands among the words as well counts once, as a name.
        if entries[entry].uses.contains(where: { $0.subject == use.subject }) { return }
        entries[entry].uses.append(use)
    }

    private mutating func step(from node: Int32, over word: WordKey) -> Int32 {
        let number = numbers[word] ?? Int32(numbers.count)
        numbers[word] = number
        let key = Self.key(node, number)
        if let next = steps[key] { return next }
        let next = Int32(ends.count)
        steps[key] = next
        ends.append(-1)
        return next
    }

    private static func key(_ node: Int32, _ number: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: number))
    }

    /// The number of a word that stands in some phrase; -1 for all others.
    func number(_ word: WordKey) -> Int32 { numbers[word] ?? -1 }

    /// Calls for each phrase with its position in the words.
    func forEachPhrase(in words: [Int32], _ body: (Int, Entry) -> Void) {
        var position = 0
        while position < words.count {
            guard let entry = longest(in: words, at: position) else { position += 1; continue }
            body(position, entries[entry])
            position += entries[entry].length
        }
    }

    private func longest(in words: [Int32], at start: Int) -> Int? {
        var (node, found, position): (Int32, Int?, Int) = (0, nil, start)
        while position < words.count, words[position] >= 0,
            let next = steps[Self.key(node, words[position])]
        {
            node = next
            position += 1
            if ends[Int(node)] >= 0 { found = Int(ends[Int(node)]) }
        }
        return found
    }
}
