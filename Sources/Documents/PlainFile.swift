import Archive
import Certification
import Glibc

/// A text file in whatever encoding, read up to a bound.
public enum PlainFile {
    /// Octets; markup and blanks are more than the text.
    private static let mostOctets = 8 << 20
    /// Octets in which a text says what it is, and has its places to fill in.
    private static let mostBeginning = 1 << 20

    /// The text of a file: by its byte order mark, as UTF-8 or, where it is none, Windows-1252.
    ///
    /// Throws a `DocumentRefusal`.
    public static func text(_ path: String, _ extent: DocumentExtent = .whole) throws -> String {
        let most = extent == .whole ? mostOctets : mostBeginning
        let octets = try octets(path, atMost: most)
        return decoded(octets, isCut: octets.count == most)
    }

    /// The first octets must be those of a PDF (ISO 32000-1, 7.5.2), which may stand a little later.
    static func checkPDF(_ path: String) throws {
        let head = try octets(path, atMost: 1024)
        let mark = Array("%PDF-".utf8)
        guard head.indices.contains(where: { head[$0...].starts(with: mark) }) else {
            throw DocumentRefusal.notAsNamed("pdf")
        }
    }

    private static func octets(_ path: String, atMost most: Int) throws -> [UInt8] {
        do {
            let file = try SharedFile(reading: path)
            let status = try file.status()
            guard status.st_mode & S_IFMT == S_IFREG else { throw DocumentRefusal.notAFile }
            guard status.st_size > 0 else { throw DocumentRefusal.empty }
            let octets = try file.octets(min(most, Int(status.st_size)), at: 0)
            guard let octets else { throw DocumentRefusal.unreadable("it became shorter meanwhile") }
            if octets.starts(with: DocumentForm.compound) { throw DocumentRefusal.notAsNamed("text") }
            return octets
        } catch let refusal as DocumentRefusal {
            throw refusal
        } catch {
            throw DocumentRefusal(opening: error)
        }
    }

    static func decoded(_ octets: [UInt8], isCut: Bool = false) -> String {
        if octets.starts(with: [0xEF, 0xBB, 0xBF]) {
            return String(decoding: octets.dropFirst(3), as: UTF8.self)
        }
        if octets.starts(with: [0xFF, 0xFE]) { return utf16(octets.dropFirst(2), isBigEndian: false) }
        if octets.starts(with: [0xFE, 0xFF]) { return utf16(octets.dropFirst(2), isBigEndian: true) }
        if let text = String(validating: octets, as: UTF8.self) { return text }
        // The cut may have gone through a character.
        if isCut, let text = String(validating: octets.dropLast(3), as: UTF8.self) {
            return text
        }
        return String(String.UnicodeScalarView(octets.map(windows1252)))
    }

    private static func utf16(_ octets: ArraySlice<UInt8>, isBigEndian: Bool) -> String {
        let bytes = Array(octets)
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map { place in
            let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        return String(decoding: units, as: UTF16.self)
    }

    private static func windows1252(_ octet: UInt8) -> Unicode.Scalar {
        guard octet >= 0x80 else { return Unicode.Scalar(octet) }
        return Unicode.Scalar(CodePage.windows1252[Int(octet) - 0x80]) ?? "\u{FFFD}"
    }
}
