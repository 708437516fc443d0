/// What can be read of a document, in the order of reading.
public struct DocumentText: Hashable, Sendable {
    /// The title that the document gives itself.
    public var title: String?
    /// The headings of its sections.
    public var headings: [String]
    /// The running text, up to a bound.
    public var body: String
    /// Whether the bound cut something off.
    public var isCut: Bool

    /// The text of a document.
    public init(title: String? = nil, headings: [String] = [], body: String = "", isCut: Bool = false) {
        self.title = title
        self.headings = headings
        self.body = body
        self.isCut = isCut
    }
}
