/// A question to the texts of documents, as people write it: words, "phrases", beginnings*, AND, OR, NOT, NEAR and
/// parentheses. Words beside each other must all occur.
public struct SearchQuery: Hashable, Sendable {
    /// The question in the language of SQLite's full-text search (FTS5), with every word in quotation marks.
    public let expression: String

    /// What cannot be understood of a question.
    public enum Problem: Error, Hashable, Sendable {
        case empty
        case tooLong(limit: Int)
        case openQuote
        case openParenthesis
        case extraParenthesis
        case nothingBefore(String)
        case nothingAfter(String)
        case nearGroup
        case nothingBetweenParentheses
        case tooDeep
        /// Punctuation that holds no letter and no digit.
        case noWord(String)
    }

    /// How many octets a question may have.
    public static let limit = 1_000

    /// Reads a question.
    public init(_ text: String) throws(Problem) {
        guard text.utf8.count <= Self.limit else { throw .tooLong(limit: Self.limit) }
        var parser = SearchParser(try SearchToken.tokens(of: text))
        expression = try parser.whole()
    }
}

/// A part of a question.
enum SearchToken: Hashable {
    /// A word or a phrase; `isPrefix` for a beginning of words.
    case words(String, isPrefix: Bool)
    case and, or, not
    case near(Int)
    case open, close

    /// How it is written.
    var text: String {
        switch self {
        case .words(let text, _): text
        case .and: "AND"
        case .or: "OR"
        case .not: "NOT"
        case .near: "NEAR"
        case .open: "("
        case .close: ")"
        }
    }

    static func tokens(of text: String) throws(SearchQuery.Problem) -> [SearchToken] {
        var (tokens, rest) = ([SearchToken](), text[...])
        while let first = rest.first {
            if first.isWhitespace {
                rest.removeFirst()
            } else if first == "(" || first == ")" {
                tokens.append(first == "(" ? .open : .close)
                rest.removeFirst()
            } else {
                tokens.append(first == "\"" ? try phrase(&rest) : try word(&rest))
            }
        }
        return tokens
    }

    private static func phrase(_ rest: inout Substring) throws(SearchQuery.Problem) -> SearchToken {
        rest.removeFirst()
        guard let end = rest.firstIndex(of: "\"") else { throw .openQuote }
        let text = String(rest[..<end])
        rest = rest[rest.index(after: end)...]
        let isPrefix = rest.first == "*"
        if isPrefix { rest.removeFirst() }
        guard holdsWord(text) else { throw .noWord("\"\(text)\"") }
        return .words(text, isPrefix: isPrefix)
    }

    private static func word(_ rest: inout Substring) throws(SearchQuery.Problem) -> SearchToken {
        let text = String(rest.prefix { !$0.isWhitespace && $0 != "(" && $0 != ")" && $0 != "\"" })
        rest = rest.dropFirst(text.count)
        switch text {
        case "AND", "&&": return .and
        case "OR", "||": return .or
        case "NOT": return .not
        case "NEAR": return .near(10)
        default: break
        }
        if text.hasPrefix("NEAR/"), let distance = Int(text.dropFirst(5)), (1...1000).contains(distance) {
            return .near(distance)
        }
        guard holdsWord(text) else { throw .noWord(text) }
        let isPrefix = text.hasSuffix("*")
        return .words(isPrefix ? String(text.dropLast()) : text, isPrefix: isPrefix)
    }

    private static func holdsWord(_ text: String) -> Bool { text.contains { $0.isLetter || $0.isNumber } }
}
