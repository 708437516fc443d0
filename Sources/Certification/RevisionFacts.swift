/// What was said of a file, on a command line or in a row of a list.
public struct RevisionFacts: Hashable, Sendable {
    /// The document's own version: `3.0`.
    public var label: String?
    /// The first day on which it is in force.
    public var effective: Day?
    /// The time that a record speaks of.
    public var period: Period?

    /// What was said; nil where nothing was.
    public init(label: String? = nil, effective: Day? = nil, period: Period? = nil) {
        self.label = label
        self.effective = effective
        self.period = period
    }

    /// Nothing was said.
    public var isEmpty: Bool { self == RevisionFacts() }

    /// The revision that a content becomes with these facts.
    public func revision(
        _ number: Int, fingerprint: Fingerprint, size: Int, fileName: String, received: Day
    ) -> Revision {
        Revision(
            number: number, fingerprint: fingerprint, size: size, mediaType: MediaType.of(fileName: fileName),
            originalName: fileName, label: label, effective: effective, period: period, received: received)
    }
}
