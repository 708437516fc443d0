/// Evidence tied to a clause.
public struct Link: Codable, Hashable, Sendable {
    public let evidence: String
    public let clause: ClauseReference
    /// Where in the document: `section 4.2`.
    public let locator: String?
    public let note: String?
    /// The content that was looked at when the link was made; nil when there was no file yet.
    public let reviewed: Fingerprint?

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
