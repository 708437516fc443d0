/// The encodings in which spreadsheets write lists.
public enum ListEncoding: String, CaseIterable, Sendable {
    case utf8 = "utf-8"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case windows1252 = "windows-1252"
    case macRoman = "macroman"

    /// As people call it.
    public var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian: "UTF-16 (little endian)"
        case .utf16BigEndian: "UTF-16 (big endian)"
        case .windows1252: "Windows-1252"
        case .macRoman: "MacRoman"
        }
    }

    /// Why octets are no text.
    public enum Fault: Error, Hashable, Sendable {
        /// They hold NUL where no encoding of text has one.
        case binary
        /// UTF-32, which no spreadsheet writes.
        case utf32
        /// They are not what was asked for; the first octet that does not fit, from 0.
        case notEncoded(ListEncoding, offset: Int)
    }

    /// The encoding of a text: by its byte order mark, else UTF-8 where it is valid, else UTF-16 by where its NULs stand,
    /// else whichever of the two code pages makes words of it.
    public static func detect(_ octets: [UInt8]) throws(Fault) -> ListEncoding {
        if octets.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
        if octets.starts(with: [0xFF, 0xFE, 0, 0]) || octets.starts(with: [0, 0, 0xFE, 0xFF]) {
            throw .utf32
        }
        if octets.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if octets.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        if let wide = try wideEncoding(octets) { return wide }
        if String(validating: octets, as: UTF8.self) != nil { return .utf8 }
        return CodePageGuess(octets).encoding
    }

    /// Half of the octets of a Western text in UTF-16 are NUL, all of them in the same places.
    private static func wideEncoding(_ octets: [UInt8]) throws(Fault) -> ListEncoding? {
        guard octets.contains(0) else { return nil }
        let sample = octets.prefix(4_096)
        let even = stride(from: 0, to: sample.count, by: 2).count { sample[$0] == 0 }
        let odd = stride(from: 1, to: sample.count, by: 2).count { sample[$0] == 0 }
        if odd > sample.count / 8, even <= odd / 16 { return .utf16LittleEndian }
        if even > sample.count / 8, odd <= even / 16 { return .utf16BigEndian }
        throw .binary
    }

    /// The text of octets in this encoding, without a byte order mark.
    public func text(_ octets: [UInt8]) throws(Fault) -> String {
        switch self {
        case .utf8: try utf8(octets)
        case .utf16LittleEndian: try utf16(octets) { UInt16($0) | UInt16($1) << 8 }
        case .utf16BigEndian: try utf16(octets) { UInt16($1) | UInt16($0) << 8 }
        case .windows1252: try paged(octets, CodePage.windows1252)
        case .macRoman: try paged(octets, CodePage.macRoman)
        }
    }

    private func utf8(_ octets: [UInt8]) throws(Fault) -> String {
        if let zero = octets.firstIndex(of: 0) { throw .notEncoded(self, offset: zero) }
        guard let text = String(validating: octets, as: UTF8.self) else {
            let whole = String(decoding: octets, as: UTF8.self).utf8
            let offset = zip(octets, whole).enumerated().first { $0.element.0 != $0.element.1 }?.offset
            throw .notEncoded(self, offset: offset ?? octets.count)
        }
        return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    }

    private func utf16(_ octets: [UInt8], _ unit: (UInt8, UInt8) -> UInt16) throws(Fault) -> String {
        guard octets.count.isMultiple(of: 2) else { throw .notEncoded(self, offset: octets.count - 1) }
        let units = stride(from: 0, to: octets.count, by: 2).map { unit(octets[$0], octets[$0 + 1]) }
        let content = units.first == 0xFEFF ? units.dropFirst() : units[...]
        if let zero = units.firstIndex(of: 0) { throw .notEncoded(self, offset: zero * 2) }
        guard let text = String(validating: content, as: UTF16.self) else {
            throw .notEncoded(self, offset: 0)
        }
        return text
    }

    private func paged(_ octets: [UInt8], _ page: [UInt16]) throws(Fault) -> String {
        var text = String.UnicodeScalarView()
        for (offset, octet) in octets.enumerated() {
            let value = octet < 0x80 ? UInt16(octet) : page[Int(octet) - 0x80]
            guard value != 0, value != 0xFFFD, let scalar = Unicode.Scalar(value) else {
                throw .notEncoded(self, offset: offset)
            }
            text.append(scalar)
        }
        return String(text)
    }
}

/// Which of two code pages a text is in: the one in which the octets beside letters are letters too.
private struct CodePageGuess {
    private var windows = 0
    private var mac = 0
    private var isNoWindows = false

    /// Letters of the languages of Western Europe, and the apostrophe that stands within words.
    private static let inWords = Set(
        "äöüßáàâãåæçéèêëíìîïñóòôõøœúùûÿÄÖÜÁÀÂÅÆÇÉÈÊÍÎÑÓÔØÚŠšŽž’".unicodeScalars.map(\.value))

    init(_ octets: [UInt8]) {
        for (place, octet) in octets.enumerated() where octet >= 0x80 {
            let before = place > 0 && Self.isLetter(octets[place - 1])
            let after = place + 1 < octets.count && Self.isLetter(octets[place + 1])
            take(octet, besideLetter: before || after)
        }
    }

    private mutating func take(_ octet: UInt8, besideLetter: Bool) {
        let (window, roman) = (CodePage.windows1252[Int(octet) - 0x80], CodePage.macRoman[Int(octet) - 0x80])
        if window == 0xFFFD { isNoWindows = true }
        guard besideLetter else { return }
        if Self.inWords.contains(UInt32(window)) { windows += 1 }
        if Self.inWords.contains(UInt32(roman)) { mac += 1 }
    }

    private static func isLetter(_ octet: UInt8) -> Bool {
        (0x61...0x7A).contains(octet | 0x20)
    }

    var encoding: ListEncoding { isNoWindows || mac > windows ? .macRoman : .windows1252 }
}
