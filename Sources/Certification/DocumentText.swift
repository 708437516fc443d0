/// What can be read of a document, in the order of reading.
public struct DocumentText: Hashable, Sendable {
    /// What it calls itself; nil where it does not say.
    public var title: String?
    /// The headings of its sections.
    public var headings: [String]
    /// Everything else that can be read.
    public var body: String
    /// Whether the body ends before the document does, because it was too long.
    public var isCut: Bool

    /// What was read, in the order of reading.
    public init(title: String? = nil, headings: [String] = [], body: String = "", isCut: Bool = false) {
        self.title = title
        self.headings = headings
        self.body = body
        self.isCut = isCut
    }
}
