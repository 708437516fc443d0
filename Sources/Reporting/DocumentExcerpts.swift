import Certification

/// What a file of a bundle begins with, as text that can be shown.
public struct DocumentExcerpt: Hashable, Sendable {
    /// At most this many octets are looked at, and this many lines shown.
    public static let (octets, lines) = (1_500, 20)

    /// Whole lines, or the beginning of a line that is too long.
    public let text: String
    /// Whether this is all of the file.
    public let isWhole: Bool

    /// The excerpt of a file of `size` octets that begins with `head`; nil for an empty file and for what is not plain
    /// text in UTF-8.
    public init?(head: [UInt8], size: Int) {
        let octets = head.prefix(Self.octets)
        guard !octets.contains(0), let decoded = Self.decoded(octets, isCut: octets.count < size) else {
            return nil
        }
        let kept = Self.lines(of: decoded, isCut: octets.count < size)
        guard kept.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { return nil }
        text = kept
        isWhole = octets.count == size && kept.utf8.count == decoded.utf8.count
    }

    /// Whether a file of this type is text that a person can read as it is.
    public static func isText(_ mediaType: String) -> Bool { textTypes.contains(mediaType) }

    private static let textTypes: Set = [
        "text/plain", "text/markdown", "text/csv", "text/tab-separated-values", "application/json",
        "application/yaml",
    ]

    /// The text without a byte order mark; where the file goes on, the last scalar may be cut.
    private static func decoded(_ octets: ArraySlice<UInt8>, isCut: Bool) -> String? {
        let marked = octets.starts(with: [0xEF, 0xBB, 0xBF]) ? octets.dropFirst(3) : octets
        for cut in 0...(isCut ? 3 : 0) where cut <= marked.count {
            if let text = String(validating: marked.dropLast(cut), as: UTF8.self) { return text }
        }
        return nil
    }

    /// The first lines; where the file goes on, without the last one, unless it is the only one.
    private static func lines(of text: String, isCut: Bool) -> String {
        var lines = text.split(omittingEmptySubsequences: false) { ["\r\n", "\n", "\r"].contains($0) }
        if isCut, lines.count > 1 { lines.removeLast() }
        guard lines.count > Self.lines || isCut else { return text }
        return lines.prefix(Self.lines).joined(separator: "\n")
    }
}

/// The excerpts that a page shows: each file's once, and no more of them than the page can bear.
public struct DocumentExcerpts: Hashable, Sendable {
    /// Octets of text on one page.
    public static let budget = 1 << 20
    /// Files with an excerpt: each costs whoever packs a read, and the browser an element.
    public static let limit = 5_000

    private var excerpts: [String: Placed] = [:]

    /// An excerpt and the item that it stands with.
    private struct Placed: Hashable {
        let item: String
        let excerpt: DocumentExcerpt
    }

    /// None.
    public init() {}

    /// The excerpts of the files of an index, in its order, as far as the budget goes. `head` reads what a file begins with;
    /// nil where that cannot be read.
    public init(
        of index: BundleIndex, head: (_ file: BundleIndex.FileEntry, _ octets: Int) -> [UInt8]?
    ) {
        var left = Self.budget
        for item in index.evidence {
            for file in item.files {
                guard let path = file.path, excerpts[path] == nil, DocumentExcerpt.isText(file.mediaType),
                    let octets = head(file, DocumentExcerpt.octets),
                    let excerpt = DocumentExcerpt(head: octets, size: file.size)
                else { continue }
                left -= excerpt.text.utf8.count
                if left < 0 || excerpts.count == Self.limit { return }
                excerpts[path] = Placed(item: item.id, excerpt: excerpt)
            }
        }
    }

    /// The excerpt of a file, where it stands with this item.
    func excerpt(of path: String, for item: String) -> DocumentExcerpt? {
        excerpts[path].flatMap { $0.item == item ? $0.excerpt : nil }
    }
}
