/// A named person released a revision for use.
public struct Approval: Codable, Hashable, Sendable {
    /// The revision that was released.
    public let revision: Int
    /// Its content.
    public let fingerprint: Fingerprint
    /// Who released it.
    public let by: String
    /// When.
    public let on: Day
    /// A remark: where it was signed.
    public let note: String?

    /// An approval as it is recorded.
    public init(revision: Int, fingerprint: Fingerprint, by: String, on: Day, note: String? = nil) {
        self.revision = revision
        self.fingerprint = fingerprint
        self.by = by
        self.on = on
        self.note = note
    }
}
