/// What was said of a file, on a command line or in a row of a list.
public struct RevisionFacts: Hashable, Sendable {
    /// The document's own version: `3.0`.
    public var label: String?
    /// The first day on which it is in force.
    public var effective: Day?
    /// The time that a record speaks of.
    public var period: Period?
    /// Who released it for use.
    public var approvedBy: String?
    /// When it was released; the day of receipt when only the name is known.
    public var approvedOn: Day?
    /// How many places of a skeleton are still to be filled in.
    public var openPlaces: Int?

    /// What was said; nil where nothing was.
    public init(
        label: String? = nil, effective: Day? = nil, period: Period? = nil, approvedBy: String? = nil,
        approvedOn: Day? = nil, openPlaces: Int? = nil
    ) {
        self.label = label
        self.effective = effective
        self.period = period
        self.approvedBy = approvedBy
        self.approvedOn = approvedOn
        self.openPlaces = openPlaces
    }

    /// Nothing was said.
    public var isEmpty: Bool { self == RevisionFacts() }

    /// The revision that a content becomes with these facts.
    public func revision(
        _ number: Int, fingerprint: Fingerprint, size: Int, fileName: String, received: Day,
        source: String? = nil
    ) -> Revision {
        Revision(
            number: number, fingerprint: fingerprint, size: size, mediaType: MediaType.of(fileName: fileName),
            originalName: fileName, label: label, effective: effective, period: period, received: received,
            openPlaces: openPlaces, source: source)
    }

    /// The approval of a revision that was said together with it; nil when no name was.
    public func approval(of revision: Revision) -> Approval? {
        approvedBy.map {
            Approval(
                revision: revision.number, fingerprint: revision.fingerprint, by: $0,
                on: approvedOn ?? revision.received)
        }
    }
}
