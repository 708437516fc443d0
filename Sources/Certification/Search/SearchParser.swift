/// Reads the tokens of a question from left to right: OR binds least, then AND, then NOT, then NEAR.
struct SearchParser {
    private var rest: ArraySlice<SearchToken>
    private var depth = 0

    init(_ tokens: [SearchToken]) { rest = tokens[...] }

    /// The whole question.
    mutating func whole() throws(SearchQuery.Problem) -> String {
        if rest.isEmpty { throw .empty }
        let expression = try alternatives()
        if rest.first == .close { throw .extraParenthesis }
        return expression
    }

    private mutating func alternatives() throws(SearchQuery.Problem) -> String {
        var parts = [try conjunction()]
        while take(.or) {
            try demandOperand(after: "OR")
            parts.append(try conjunction())
        }
        return joined(parts, "OR")
    }

    private mutating func conjunction() throws(SearchQuery.Problem) -> String {
        var parts = [try exclusion()]
        while let next = rest.first {
            if next == .and {
                rest.removeFirst()
                try demandOperand(after: "AND")
            } else if next == .or || next == .close {
                break
            }
            parts.append(try exclusion())
        }
        return joined(parts, "AND")
    }

    private mutating func exclusion() throws(SearchQuery.Problem) -> String {
        var expression = try neighbourhood()
        while take(.not) {
            try demandOperand(after: "NOT")
            expression = "(\(expression) NOT \(try neighbourhood()))"
        }
        return expression
    }

    private mutating func neighbourhood() throws(SearchQuery.Problem) -> String {
        let (first, isGroup) = try operand()
        guard case .near(let distance)? = rest.first else { return first }
        if isGroup { throw .nearGroup }
        var (parts, widest) = ([first], distance)
        while case .near(let distance)? = rest.first {
            rest.removeFirst()
            widest = max(widest, distance)
            try demandOperand(after: "NEAR")
            let (next, isGroup) = try operand()
            if isGroup { throw .nearGroup }
            parts.append(next)
        }
        return "NEAR(\(parts.joined(separator: " ")), \(widest))"
    }

    private mutating func operand() throws(SearchQuery.Problem) -> (String, isGroup: Bool) {
        guard let token = rest.popFirst() else { throw .empty }
        switch token {
        case .words(let text, let isPrefix):
            return ("\"\(text.replacing("\"", with: "\"\""))\"" + (isPrefix ? "*" : ""), false)
        case .open: return (try group(), true)
        case .close: throw .extraParenthesis
        case .and, .or, .not, .near: throw .nothingBefore(token.text)
        }
    }

    private mutating func group() throws(SearchQuery.Problem) -> String {
        depth += 1
        defer { depth -= 1 }
        if depth > 20 { throw .tooDeep }
        if rest.isEmpty { throw .openParenthesis }
        if rest.first == .close { throw .nothingBetweenParentheses }
        let expression = try alternatives()
        guard take(.close) else { throw .openParenthesis }
        return "(\(expression))"
    }

    private mutating func take(_ token: SearchToken) -> Bool {
        guard rest.first == token else { return false }
        rest.removeFirst()
        return true
    }

    private func demandOperand(after word: String) throws(SearchQuery.Problem) {
        switch rest.first {
        case .words, .open: return
        default: throw .nothingAfter(word)
        }
    }

    private func joined(_ parts: [String], _ word: String) -> String {
        parts.count == 1 ? parts[0] : "(\(parts.joined(separator: " \(word) ")))"
    }
}
