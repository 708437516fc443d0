/// How words in lists are compared: case, blanks and all signs but letters and digits make no difference.
enum ListWord {
    /// `Doc. No.`, `doc_no` and `DOC #` alike are `docno`.
    static func key(_ text: some StringProtocol) -> String {
        text.lowercased().replacing("#", with: "no").filter { $0.isLetter || $0.isNumber }
    }

    /// The text without what stands in brackets: `Review (months)` is `Review`.
    static func withoutBrackets(_ text: String) -> String {
        var depth = 0
        return String(
            text.filter { character in
                if "([".contains(character) { depth += 1 }
                defer { if ")]".contains(character), depth > 0 { depth -= 1 } }
                return depth == 0
            })
    }
}
