/// Texts spelled with the letters and digits of ASCII, as people do it where nothing else can be typed.
enum LatinSpelling {
    /// `Muellers Strasse` of `Müllers Straße`, `Resume` of `Résumé`; a blank for every character that has no such spelling.
    static func spelled(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        return text.reduce(into: "") { spelled, character in
            spelled += usual[character] ?? character.unicodeScalars.map(spelling).joined()
        }
    }

    /// Where letters are not just left without their marks. A character equals its decomposed form, which macOS writes.
    private static let usual: [Character: String] = [
        "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "ẞ": "SS", "å": "aa",
        "Å": "Aa", "ø": "oe", "Ø": "Oe", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D", "ŋ": "ng", "Ŋ": "Ng",
    ]

    private static func spelling(_ scalar: Unicode.Scalar) -> String {
        if scalar.isASCII { return String(scalar) }
        let properties = scalar.properties
        if properties.generalCategory == .nonspacingMark { return "" }
        if properties.numericType == .decimal, let value = properties.numericValue {
            return String(Int(value))
        }
        guard let name = properties.name, let letter = letter(named: name) else { return " " }
        return properties.isUppercase ? letter : letter.lowercased()
    }

    /// Unicode's name of a letter says which one it is of: `LATIN SMALL LETTER E WITH ACUTE`, `LATIN SMALL LIGATURE FI`,
    /// `FULLWIDTH LATIN CAPITAL LETTER A`.
    private static func letter(named name: String) -> String? {
        let words = name.split(separator: " ")
        guard words.contains("LATIN"),
            let kind = words.firstIndex(where: { $0 == "LETTER" || $0 == "LIGATURE" }),
            let letter = words[(kind + 1)...].prefix(while: { $0 != "WITH" }).last, letter.count <= 3
        else { return nil }
        return String(letter)
    }
}
