import struct Foundation.Data
import class Foundation.JSONDecoder
import class Foundation.JSONEncoder

/// Lists and settings without a question of their own, as a column holds them: JSON with sorted keys.
enum JSONColumn {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func value<Value: Decodable>(_ text: String) throws -> Value {
        do {
            return try JSONDecoder().decode(Value.self, from: Data(text.utf8))
        } catch {
            throw RowValueError(what: "\(Value.self)", text: text)
        }
    }

    /// A list of texts. Nearly all are empty, and a thousand certificates are read at once.
    static func texts(_ text: String) throws -> [String] { text == "[]" ? [] : try value(text) }
}
