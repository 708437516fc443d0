import Certification

/// Gathers what is read of a document, up to a bound.
struct TextCollection {
    private(set) var text = DocumentText()
    private var octets = 0
    private var headingOctets = 0

    /// Octets of a body; what comes later hardly says more of what a document is about.
    static let mostOctets = 1 << 20
    private static let mostHeadingOctets = 64 << 10

    /// Nothing more is taken.
    var isFull: Bool { text.isCut }

    mutating func add(heading: String) {
        let line = heading.oneLine
        guard !line.isEmpty, headingOctets < Self.mostHeadingOctets else { return }
        headingOctets += line.utf8.count
        text.headings.append(String(line.prefix(500)))
    }

    mutating func add(paragraph: some StringProtocol) {
        guard !text.isCut, !paragraph.isEmpty else { return }
        let left = Self.mostOctets - octets
        if paragraph.utf8.count + 1 > left {
            text.body += Substring(paragraph).prefix(octets: left)
            text.isCut = true
            return
        }
        octets += paragraph.utf8.count + 1
        text.body += paragraph
        text.body += "\n"
    }

    mutating func name(_ title: String?) {
        guard text.title == nil, let line = title?.oneLine, !line.isEmpty else { return }
        text.title = String(line.prefix(500))
    }
}

extension Substring {
    /// As many of its characters as fit into so many octets, none cut in two.
    fileprivate func prefix(octets count: Int) -> Substring {
        var end = utf8.index(startIndex, offsetBy: count)
        while end != startIndex, end != endIndex, utf8[end] & 0xC0 == 0x80 { utf8.formIndex(before: &end) }
        return self[..<end]
    }
}
