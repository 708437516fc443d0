/// Where the links of a bundle's page lead.
enum PageLink {
    /// The address of a file of the bundle as seen from `data/index.html`; nil for a path that no link can follow
    /// safely, since it is not made of plain names.
    ///
    /// Every octet outside RFC 3986's unreserved characters is percent-encoded, so that no name is taken for
    /// a scheme, a query or a fragment.
    static func href(toBundlePath path: String) -> String? {
        let segments = segments(of: path)
        guard segments.allSatisfy({ !["", ".", ".."].contains($0) }) else { return nil }
        let encoded = segments.map { percentEncoded($0) }
        return (encoded.first == "data" ? encoded.dropFirst() : [".."] + encoded).joined(separator: "/")
    }

    /// The names between the slashes of a path; an accent that follows a slash does not hide it.
    static func segments(of path: String) -> [String] {
        path.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
    }

    /// `Müller 50%.txt` as `M%C3%BCller%2050%25.txt`.
    static func percentEncoded(_ segment: String) -> String {
        escaped(segment, keeping: "-._~", mark: UInt8(ascii: "%"))
    }

    /// The anchor of an evidence item: `evidence-INC-PRO-001`.
    static func anchor(evidence id: String) -> String { "evidence-" + anchorName(id) }

    /// The anchor of a clause: `clause-8.6.1`.
    static func anchor(clause number: String) -> String { "clause-" + anchorName(number) }

    /// Different texts give different names, and a name is the same in `id` and in `href`.
    private static func anchorName(_ text: String) -> String {
        escaped(text, keeping: "-.", mark: UInt8(ascii: "_"))
    }

    private static func escaped(_ text: String, keeping plain: StaticString, mark: UInt8) -> String {
        let isKept = { (octet: UInt8) in
            isLetterOrDigit(octet) || plain.withUTF8Buffer { $0.contains(octet) }
        }
        if text.utf8.allSatisfy(isKept) { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count + text.utf8.count / 2)
        for octet in text.utf8 {
            if isKept(octet) {
                result.append(octet)
            } else {
                result += [mark, digit(octet >> 4), digit(octet & 15)]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
