/// What was said of an item, on a command line or in a row of a list; nil leaves what stands.
public struct EvidenceFacts: Hashable, Sendable {
    /// The title.
    public var title: String?
    /// What sort of evidence it is.
    public var kind: EvidenceKind?
    /// The role or person who answers for it; an empty text takes the owner away.
    public var owner: String?
    /// Who may see it.
    public var classification: Classification?
    /// How often it is reviewed or, for records of periods, renewed; takes the place of a set day.
    public var reviewEvery: Months?
    /// The next review; takes the place of an interval.
    public var reviewOn: Day?
    /// The last day on which it holds.
    public var expires: Day?
    /// How long it must be kept.
    public var retain: Months?
    /// Words to find it by; an empty list takes them away.
    public var tags: [String]?
    /// A remark; an empty text takes it away.
    public var note: String?
    /// Where the original lies; an empty text takes it away.
    public var location: String?

    /// Nothing was said.
    public init() {}

    /// The item with the facts that were said in place of its own.
    public func applied(to evidence: Evidence) -> Evidence {
        var result = evidence
        result.title = title ?? result.title
        result.kind = kind ?? result.kind
        if let owner { result.owner = owner.isEmpty ? nil : owner }
        result.classification = classification ?? result.classification
        result.expires = expires ?? result.expires
        result.retain = retain ?? result.retain
        if let note { result.note = note.isEmpty ? nil : note }
        if let location { result.location = location.isEmpty ? nil : location }
        if let reviewEvery { (result.reviewEvery, result.reviewOn) = (reviewEvery, nil) }
        if let reviewOn { (result.reviewEvery, result.reviewOn) = (nil, reviewOn) }
        if let tags { result.tags = Set(tags).sorted() }
        return result
    }
}
