/// The texts of a workbook, which its cells name by number (18.4.9); runs of a rich text are one text.
struct SharedStrings {
    private var texts: [String] = []

    private static let most = 1_000_000
    private static let mostOctets = 64 << 20

    init(_ reader: XMLReader?) throws {
        guard let reader else { return }
        var octets = 0
        while let event = try reader.next() {
            guard case .start("si") = event else { continue }
            let text = try RichText.read(reader, until: "si")
            octets += text.utf8.count
            guard texts.count < Self.most, octets <= Self.mostOctets else {
                throw DocumentRefusal.tooLarge(part: "the table of texts", octets: octets)
            }
            texts.append(text)
        }
    }

    subscript(number: Int) -> String? { texts.indices.contains(number) ? texts[number] : nil }
}

/// A text of one or several runs, each with its own look.
enum RichText {
    /// Reads to the end of the element; how it is pronounced (`rPh`) is no part of it.
    static func read(_ reader: XMLReader, until element: String) throws -> String {
        var (text, isText) = ("", false)
        while let event = try reader.next() {
            switch event {
            case .start("rPh"): try reader.skip()
            case .start("t"): isText = true
            case .end("t"): isText = false
            case .text(let piece) where isText: text += piece
            case .end(element): return unescaped(text)
            default: break
            }
        }
        return unescaped(text)
    }

    /// `_x000D_` is a character that XML cannot hold (22.9.2.19).
    static func unescaped(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
            UInt32(match.output.1, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) }
                ?? String(match.output.0)
        }
    }
}
