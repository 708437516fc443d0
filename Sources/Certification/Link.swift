/// Evidence tied to a clause.
public struct Link: Codable, Hashable, Sendable {
    /// The identifier of the item.
    public let evidence: String
    /// The clause that the item is evidence for, or a heading for all clauses below it.
    public let clause: ClauseReference
    /// Where in the document: `section 4.2`.
    public let locator: String?
    /// A remark about this link, apart from the item's own.
    public let note: String?
    /// The content that was looked at when the link was made; nil when there was no file yet.
    public let reviewed: Fingerprint?

    /// A link as it is recorded; `reviewed` is nil when there was no file to look at.
    public init(
        evidence: String, clause: ClauseReference, locator: String? = nil, note: String? = nil,
        reviewed: Fingerprint? = nil
    ) {
        self.evidence = evidence
        self.clause = clause
        self.locator = locator
        self.note = note
        self.reviewed = reviewed
    }
}
