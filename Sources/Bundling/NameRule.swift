/// Which names may come out of an archive: those that mean the same single file on every system.
enum NameRule {
    /// What is wrong with a path from an archive; nil when nothing is.
    static func fault(inPath path: String) -> String? {
        if path.isEmpty { return "empty name" }
        if path.utf8.first == UInt8(ascii: "/") { return "absolute path" }
        if path.utf8.count > 4_096 { return "path over 4096 octets" }
        if isOrdinary(path) { return nil }
        for part in path.pathParts {
            if let fault = fault(inPart: part) { return fault }
        }
        return nil
    }

    /// Whether a path is of the kind that nearly all are, with which nothing can be wrong.
    private static func isOrdinary(_ path: String) -> Bool {
        var (length, last) = (0, UInt8(ascii: "/"))
        for octet in path.utf8 {
            if octet == UInt8(ascii: "/") {
                if length == 0 || length > 255 || endsPart(last) { return false }
                length = 0
            } else {
                if !isPlain(octet) || length == 0 && mayBeginDevice(octet) { return false }
                length += 1
            }
            last = octet
        }
        return length > 0 && length <= 255 && !endsPart(last)
    }

    /// A blank or a dot, with which no part may end.
    private static func endsPart(_ octet: UInt8) -> Bool {
        octet == UInt8(ascii: ".") || octet == UInt8(ascii: " ")
    }

    /// The first letters of the devices of Windows, and what may stand before them.
    private static func mayBeginDevice(_ octet: UInt8) -> Bool { " .CPANLcpanl".utf8.contains(octet) }

    /// What is wrong with one part of a path.
    static func fault(inPart part: some StringProtocol) -> String? {
        if part.isEmpty { return "empty part" }
        if part == "." || part == ".." { return "leads out of its folder" }
        if part.utf8.count > 255 { return "part over 255 octets" }
        // Nearly all names are plain, and a bundle has many.
        if !part.utf8.allSatisfy(isPlain), let fault = fault(inScalars: part.unicodeScalars) { return fault }
        if part.unicodeScalars.last == "." || part.unicodeScalars.last == " " {
            return "ends in a dot or a blank"
        }
        return isReservedByWindows(part) ? "name reserved by Windows" : nil
    }

    private static func fault(inScalars scalars: some Sequence<Unicode.Scalar>) -> String? {
        for scalar in scalars {
            if scalar == "\\" || scalar == ":" || scalar == "/" { return "character \(scalar)" }
            if isControl(scalar) || isBidirectional(scalar) { return "control or bidirectional character" }
        }
        return nil
    }

    private static func isPlain(_ octet: UInt8) -> Bool {
        (0x20..<0x7F).contains(octet) && octet != UInt8(ascii: "\\") && octet != UInt8(ascii: ":")
            && octet != UInt8(ascii: "/")
    }

    /// `CON`, `con.txt`, `COM1`, `LPT¹.log`: devices in every folder of a Windows computer.
    static func isReservedByWindows(_ part: some StringProtocol) -> Bool {
        // The first letters of all of them.
        guard let first = part.utf8.first(where: { $0 != UInt8(ascii: " ") }),
            "CPANLcpanl".utf8.contains(first)
        else { return false }
        // By scalars: a dot with a mark on it is one character to Swift, and a dot to Windows.
        let scalars = part.unicodeScalars.prefix { $0 != "." }.filter { $0 != " " }
        let stem = String(String.UnicodeScalarView(scalars)).uppercased()
        if ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(stem) { return true }
        guard stem.count == 4, stem.hasPrefix("COM") || stem.hasPrefix("LPT"), let digit = stem.last else {
            return false
        }
        return "0123456789¹²³".contains(digit)
    }

    /// U+0000 to U+001F and U+007F to U+009F: the general category Cc, which never changes.
    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }

    /// Characters that make a name read otherwise than it is spelled.
    static func isBidirectional(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // The ends of lines and paragraphs among them, and those of old that mirror characters.
        case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F: true
        default: false
        }
    }

    /// Everything that a reader would not see: our own names have none of it, and messages escape it.
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return isControl(scalar) }
        return switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .lineSeparator, .paragraphSeparator:
            true
        default: false
        }
    }
}
