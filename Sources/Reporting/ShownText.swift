/// Text from strangers made safe to look at: characters that cannot be seen but change what is seen are spelled out.
///
/// A file name like `invoice<U+202E>fdp.exe` would otherwise read as `invoiceexe.pdf`.
public enum ShownText {
    /// The text with control characters and bidirectional controls written as `[U+202E]`.
    public static func spelled(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: mustBeSpelled) else { return text }
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if mustBeSpelled(scalar) {
                shown.append(contentsOf: name(of: scalar).unicodeScalars)
            } else {
                shown.append(scalar)
            }
        }
        return String(shown)
    }

    /// The same on one line: line breaks and tabs become blanks.
    public static func line(_ text: String) -> String {
        // Nearly all texts are plain, and a table has many.
        if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
        return spelled(String(String.UnicodeScalarView(text.unicodeScalars.map { isBreak($0) ? " " : $0 })))
    }

    /// `[U+202E]`
    private static func name(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "[U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
    }

    /// Line breaks and tabs stay; the other controls, and whatever turns the direction of writing, do not.
    static func mustBeSpelled(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}
