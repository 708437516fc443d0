/// The fields of a tar header (POSIX pax, ustar interchange format), read strictly: what one reader takes for a number and
/// another for zero is none.
enum TarField {
    /// Octal digits, blanks before them, blanks and NULs behind; or GNU's base 256 with the highest bit set.
    ///
    /// Nil for anything else, for a negative number, and for one that is no size on this machine.
    static func number(_ field: ArraySlice<UInt8>) -> Int? {
        guard let first = field.first else { return nil }
        return first & 0x80 == 0 ? octal(field) : base256(field)
    }

    /// A number that nothing depends on, such as an owner or a time, which may be left out or lie before 1970.
    static func isNumberOrEmpty(_ field: ArraySlice<UInt8>) -> Bool {
        isNegative(field) || field.allSatisfy { $0 == 0 || $0 == 0x20 } || number(field) != nil
    }

    /// In base 256, and a number on this machine.
    private static func isNegative(_ field: ArraySlice<UInt8>) -> Bool {
        guard field.first == 0xFF else { return false }
        let significant = field.suffix(8)
        return field.dropLast(8).allSatisfy { $0 == 0xFF }
            && significant.first.map { $0 & 0x80 != 0 } ?? false
    }

    private static func octal(_ field: ArraySlice<UInt8>) -> Int? {
        let rest = field.drop { $0 == 0x20 }
        let digits = rest.prefix { (0x30...0x37).contains($0) }
        guard !digits.isEmpty, rest.dropFirst(digits.count).allSatisfy({ $0 == 0 || $0 == 0x20 }) else {
            return nil
        }
        // Twelve digits have 36 bits.
        return digits.reduce(0) { $0 << 3 | Int($1 & 7) }
    }

    private static func base256(_ field: ArraySlice<UInt8>) -> Int? {
        guard field.first == 0x80 else { return nil }
        let significant = field.dropFirst().drop { $0 == 0 }
        guard significant.count <= 8 else { return nil }
        return Int(exactly: significant.reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }

    /// The octets before the first NUL; nil where something hides behind it.
    static func text(_ field: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let text = field.prefix { $0 != 0 }
        return field.dropFirst(text.count).allSatisfy { $0 == 0 } ? text : nil
    }
}
