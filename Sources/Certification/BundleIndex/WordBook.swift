/// Texts that many items share, each with a number.
struct WordBook: Sendable, Equatable {
    private(set) var words: [String] = []
    private var numbers: [String: Int] = [:]

    /// From here on a text has no number: those that everybody shares came long before.
    private static let most = 20_000

    /// The number of a text; nil where the book is full.
    mutating func number(of word: String) -> Int? {
        if let number = numbers[word] { return number }
        guard words.count < Self.most else { return nil }
        numbers[word] = words.count
        words.append(word)
        return words.count - 1
    }
}
