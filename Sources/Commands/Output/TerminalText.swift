import CSystemCalls

/// How much room a text takes on a terminal.
enum TerminalText {
    /// The number of terminal columns that a text takes: two for a wide character, none for a combining one.
    static func columns(_ text: String) -> Int {
        if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
        return text.reduce(0) { $0 + columns($1) }
    }

    /// A character is as wide as its widest scalar: an emoji sequence is one picture.
    private static func columns(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        if scalars.contains(where: { $0.value == 0xFE0F }) { return 2 }
        return scalars.map { max(0, Int(terminal_columns($0.value))) }.max() ?? 0
    }

    /// Cut to at most so many columns, with an ellipsis in place of what is lost.
    static func fitted(_ text: String, to width: Int) -> String {
        guard columns(text) > width else { return text }
        var room = max(width, 1) - 1
        let kept = text.prefix { character in
            room -= columns(character)
            return room >= 0
        }
        return kept + "…"
    }

    static func leftPadded(_ text: String, to width: Int) -> String {
        String(repeating: " ", count: max(0, width - columns(text))) + text
    }

    static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - columns(text)))
    }
}
