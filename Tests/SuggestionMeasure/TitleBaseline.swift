import Foundation

/// The plainest way to suggest clauses, to compare with: BM25 over the titles of clauses, asked with all words of the
/// document's name and text.
struct TitleBaseline {
    private var titles: [(number: String, words: [String])] = []
    private var frequency: [String: Int] = [:]

    init(catalogue text: String) {
        for line in text.split(separator: "\n") where !line.hasPrefix("#") && !line.hasPrefix("number\t") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count > 1 else { continue }
            titles.append((fields[0], Self.words(fields[1])))
        }
        for title in titles { for word in Set(title.words) { frequency[word, default: 0] += 1 } }
    }

    static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter }.map(String.init).filter { $0.count > 2 }
    }

    /// The best clauses for the words of a document.
    func ranked(_ words: [String]) -> [String] {
        let asked = Dictionary(words.map { ($0, 1) }, uniquingKeysWith: +)
        let average = Double(titles.reduce(0) { $0 + $1.words.count }) / Double(max(1, titles.count))
        let scored = titles.map { title in
            let norm = 1.2 * (0.25 + 0.75 * Double(title.words.count) / average)
            let score = title.words.reduce(0.0) { sum, word in
                guard let count = asked[word] else { return sum }
                let seen = Double(frequency[word] ?? 0)
                let idf = log(1 + (Double(titles.count) - seen + 0.5) / (seen + 0.5))
                return sum + log(1 + Double(count)) * idf * 2.2 / (1 + norm)
            }
            return (score, title.number)
        }
        return scored.sorted { ($0.0, $1.1) > ($1.0, $0.1) }.prefix(3).map(\.1)
    }
}
