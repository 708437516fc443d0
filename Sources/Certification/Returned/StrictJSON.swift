/// A JSON text from a stranger (RFC 8259), read so that no two programs can see different things in it: a key stands once
/// in an object, texts are whole, nothing nests deeper than a form of ours.
enum StrictJSON: Hashable, Sendable {
    case null
    case bool(Bool)
    /// As it is written: nobody rounds it.
    case number(String)
    case text(String)
    case list([StrictJSON])
    case object([String: StrictJSON])

    /// Lists and objects within each other.
    static let deepest = 16

    /// Why a text is no such JSON, and the line, from 1, on which that shows.
    struct Fault: Error, Equatable {
        let line: Int
        let reason: String
    }

    /// Reads all of a text; a byte order mark is passed over.
    init(parsing text: String) throws(Fault) {
        var reader = StrictJSONReader(text.hasPrefix("\u{FEFF}") ? text.utf8.dropFirst(3) : text.utf8[...])
        self = try reader.document()
    }
}
