/// Reads what stands behind a colon: a plain text, a quoted one, or a list in brackets.
enum FrontMatterValue {
    private struct Unreadable: Error {
        let why: String
    }

    static func read(_ text: String) -> FrontMatter.Value {
        var rest = Substring(text)
        do throws(Unreadable) {
            let value: FrontMatter.Value
            if rest.first == "[" {
                value = .list(try list(&rest))
            } else {
                value = .text(try scalar(&rest, isInList: false))
            }
            guard rest.trimmed.isEmpty || rest.trimmed.hasPrefix("#") else {
                throw Unreadable(why: "is followed by more than it can be")
            }
            return value
        } catch {
            return .unreadable(error.why)
        }
    }

    private static func list(_ rest: inout Substring) throws(Unreadable) -> [String] {
        rest.removeFirst()
        var items: [String] = []
        while true {
            rest = rest.drop(while: \.isWhitespace)
            if rest.first == "]" { break }
            items.append(try scalar(&rest, isInList: true))
            rest = rest.drop(while: \.isWhitespace)
            if rest.first == "," { rest.removeFirst() } else if rest.first != "]" { break }
        }
        guard rest.first == "]" else { throw Unreadable(why: "is a list without its end") }
        rest.removeFirst()
        return items
    }

    private static func scalar(_ rest: inout Substring, isInList: Bool) throws(Unreadable) -> String {
        switch rest.first {
        case "\"": try quoted(&rest, by: "\"")
        case "'": try quoted(&rest, by: "'")
        case "&", "*": throw Unreadable(why: "uses an anchor or an alias, which are not read")
        case "[", "{", "|", ">", "!", "%", "@", "`": throw Unreadable(why: "is more than a text")
        case "-" where rest.hasPrefix("- "): throw Unreadable(why: "is more than a text")
        default: try plain(&rest, isInList: isInList)
        }
    }

    /// A text without quotation marks ends with the line, at a comment or, in a list, at a comma or bracket.
    private static func plain(_ rest: inout Substring, isInList: Bool) throws(Unreadable) -> String {
        var end = rest.startIndex
        var isAfterBlank = true
        while end != rest.endIndex {
            let character = rest[end]
            if isInList, ",[]{}".contains(character) { break }
            if character == "#", isAfterBlank { break }
            isAfterBlank = character.isWhitespace
            end = rest.index(after: end)
        }
        let text = rest[..<end].trimmed
        // Whoever took the quotation marks off a place to fill in has still said nothing.
        let isColoned = text.contains(": ") || text.hasSuffix(":")
        guard !isColoned || DocumentHeader.places(in: text) > 0 else {
            throw Unreadable(why: "holds a colon; put it in quotation marks")
        }
        rest = rest[end...]
        return text
    }

    private static func quoted(_ rest: inout Substring, by mark: Character) throws(Unreadable) -> String {
        rest.removeFirst()
        var text = ""
        while let character = rest.popFirst() {
            if character == mark {
                guard mark == "'", rest.first == mark else { return text }
                rest.removeFirst()
                text.append(mark)
            } else if character == "\\", mark == "\"" {
                guard let escaped = rest.popFirst(), "\"\\/".contains(escaped) else {
                    throw Unreadable(why: "holds a backslash that is not doubled")
                }
                text.append(escaped)
            } else {
                text.append(character)
            }
        }
        throw Unreadable(why: "has a quotation mark without its partner")
    }
}
