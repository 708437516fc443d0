/// What the checks need of an item that counts, without its texts.
public struct CheckedItem: Sendable {
    /// A file of the item, as far as checks look at it.
    public struct File: Sendable {
        /// 1 for the first file of the item.
        public let number: Int
        /// Octets.
        public let size: Int
        /// The document's own version label.
        public let label: String?
        /// The SHA-256 of the content, as it is written.
        public let fingerprint: String
        /// The day on which it was released; nil when nobody did.
        public let approved: Day?

        /// A file with what is known of it.
        public init(number: Int, size: Int, label: String?, fingerprint: String, approved: Day?) {
            self.number = number
            self.size = size
            self.label = label
            self.fingerprint = fingerprint
            self.approved = approved
        }
    }

    /// The identifier.
    public let id: String
    /// What sort of document or record it is.
    public let kind: EvidenceKind
    /// The title where it holds a bracket; nil otherwise, which saves reading a hundred thousand titles.
    public let bracketedTitle: String?
    /// Whether somebody answers for it.
    public let hasOwner: Bool
    /// Whether somebody said who may see it.
    public let isClassified: Bool
    /// How long it must be kept; nil when nobody said.
    public let retain: Months?
    /// Its dates.
    public let dates: EvidenceDates
    /// Its files, in order.
    public let files: [File]
    /// Its links, with the identifier of the standard.
    public let links: [(standard: String, links: [LinkFacts])]

    /// An item as the register keeps it.
    public init(
        id: String, kind: EvidenceKind, bracketedTitle: String?, hasOwner: Bool, isClassified: Bool,
        retain: Months?, dates: EvidenceDates, files: [File],
        links: [(standard: String, links: [LinkFacts])]
    ) {
        self.id = id
        self.kind = kind
        self.bracketedTitle = bracketedTitle
        self.hasOwner = hasOwner
        self.isClassified = isClassified
        self.retain = retain
        self.dates = dates
        self.files = files
        self.links = links
    }
}
