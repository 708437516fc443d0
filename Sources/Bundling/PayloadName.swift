import Foundation

/// A name for one part of a payload path that every system can hold and every reader can read.
public enum PayloadName {
    /// Octets of UTF-8 in one part: enough to read, and deep paths still fit Windows' 260 characters.
    public static let limit = 90
    /// The octets of a folder's name: with the base folder, a path stays below the 260 characters of Windows.
    public static let folderLimit = 60

    /// The octets of what tells the files of one item apart, which leaves room for the item's own name.
    static let suffixLimit = 40

    /// Makes one part of a path out of any text: never empty, at most `limit` octets.
    public static func part(_ text: String, limit: Int = limit) -> String {
        let name = tidy(text, limit)
        if name.isEmpty { return "untitled" }
        return NameRule.isReservedByWindows(name) ? cut("_" + name, to: limit) : name
    }

    /// The extension of a file's original name when it is plain: 1 to 10 ASCII letters and digits.
    public static func fileExtension(of originalName: String) -> String? {
        guard let dot = originalName.lastIndex(of: "."), dot != originalName.startIndex else { return nil }
        let text = originalName[originalName.index(after: dot)...].utf8
        let isPlain = text.allSatisfy { octet in
            (0x30...0x39).contains(octet) || (0x61...0x7A).contains(octet | 0x20)
        }
        return (1...10).contains(text.count) && isPlain ? String(text) : nil
    }

    /// A stem, an optional suffix and number and an extension; only the stem gives way where it gets long.
    static func file(stem: String, suffix: String?, number: Int, fileExtension: String?) -> String {
        let told = suffix.map { tidy($0, suffixLimit) } ?? ""
        let ending =
            (told.isEmpty ? "" : " " + told) + (number > 1 ? " (\(number))" : "")
            + (fileExtension.map { "." + $0 } ?? "")
        return part(stem, limit: limit - ending.utf8.count) + ending
    }

    private static func tidy(_ text: String, _ limit: Int) -> String {
        isTidy(text) && text.utf8.count <= limit ? text : cut(spaced(substituted(text)), to: limit)
    }

    /// Whether a text can stand as it is, as nearly all of the many in a bundle can.
    private static func isTidy(_ text: String) -> Bool {
        var last = UInt8(ascii: " ")
        for octet in text.utf8 {
            if !isPlain(octet) || octet == UInt8(ascii: " ") && last == octet { return false }
            last = octet
        }
        return last != UInt8(ascii: " ") && last != UInt8(ascii: ".") && text.utf8.first != UInt8(ascii: ".")
    }

    /// Without what a file system, a shell's checksum list or a reader stumbles over.
    private static func substituted(_ text: String) -> String {
        if text.utf8.allSatisfy(isPlain) { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar {
            case "/", "\\", ":", "|": result.append("-")
            case "\"": result.append("'")
            case "<", "[": result.append("(")
            case ">", "]": result.append(")")
            case "*", "?", "%": continue
            case _ where scalar.properties.isWhitespace: result.append(" ")
            case _ where NameRule.isInvisible(scalar): continue
            default: result.append(scalar)
            }
        }
        // Composed again, because dropping a character can bring a letter and its accent together.
        return String(result).precomposedStringWithCanonicalMapping
    }

    /// Stands for itself in every name.
    private static func isPlain(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: ":"), UInt8(ascii: "|"),
            UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: ">"),
            UInt8(ascii: "]"), UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "%"):
            false
        default: (0x20..<0x7F).contains(octet)
        }
    }

    /// With single blanks, and neither blanks nor dots at the ends.
    private static func spaced(_ text: String) -> String {
        trimmed(text.split(separator: " ").joined(separator: " "))
    }

    private static func trimmed(_ text: String) -> String {
        let isEdge = { (character: Character) in character == "." || character == " " }
        guard let first = text.firstIndex(where: { !isEdge($0) }),
            let last = text.lastIndex(where: { !isEdge($0) })
        else { return "" }
        return String(text[first...last])
    }

    /// At most `limit` octets, whole characters only.
    private static func cut(_ text: String, to limit: Int) -> String {
        guard text.utf8.count > limit else { return text }
        var octets = 0
        let kept = text.prefix { character in
            octets += character.utf8.count
            return octets <= limit
        }
        return trimmed(String(kept))
    }
}
