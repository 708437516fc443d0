import ArgumentParser
import Certification

extension RawRepresentable where RawValue == String {
    /// The values that the text of an option names, separated by commas: at least one, and only known ones. `hint` says
    /// where they are to be found.
    static func list(_ text: String, called kind: String, hint: String) throws -> [Self] {
        let words = text.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
        guard !words.isEmpty else { throw ValidationError("name at least one \(kind); \(hint)") }
        return try words.map { word in
            guard let value = Self(rawValue: word) else {
                throw ValidationError("\"\(word)\" is no \(kind); \(hint)")
            }
            return value
        }
    }
}
