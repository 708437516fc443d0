/// Where a finding came from: a bundle whose reader sent it back.
public struct FindingOrigin: Codable, Hashable, Sendable {
    /// The SHA-256 of the `data/dossier.json` that the reader had before him.
    public let index: Fingerprint
    /// The number that he gave it; nil for a question that became an observation.
    public let number: Int?
    /// The items of evidence that it speaks of.
    public let evidence: [String]

    /// A finding that a reader of a bundle wrote down.
    public init(index: Fingerprint, number: Int?, evidence: [String]) {
        self.index = index
        self.number = number
        self.evidence = evidence
    }
}
