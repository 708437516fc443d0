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
    /// The content that was looked at when the link was made or last reviewed; nil when there was no file yet.
    public let reviewed: Fingerprint?
    /// What the clause asked for at that time, as `ClauseEdition` words it; nil in links of the first release.
    public let edition: String?
    /// The demands that the item answers here, where that differs from what its kind answers.
    public let answers: [DocumentedInformation]?
    /// The person who looked at it last; nil when nobody was named.
    public let reviewedBy: String?
    /// The day of that review.
    public let reviewedOn: Day?
    /// True where the program found the clause by the document's words; nil as soon as a person decided.
    private let suggested: Bool?

    /// A link as it is recorded; `reviewed` is nil when there was no file to look at.
    public init(
        evidence: String, clause: ClauseReference, locator: String? = nil, note: String? = nil,
        reviewed: Fingerprint? = nil, edition: String? = nil, answers: [DocumentedInformation]? = nil,
        reviewedBy: String? = nil, reviewedOn: Day? = nil, isSuggested: Bool = false
    ) {
        self.evidence = evidence
        self.clause = clause
        self.locator = locator
        self.note = note
        self.reviewed = reviewed
        self.edition = edition
        self.answers = answers
        self.reviewedBy = reviewedBy
        self.reviewedOn = reviewedOn
        suggested = isSuggested ? true : nil
    }

    /// Whether the program made the link by the document's words and no person looked at it yet.
    public var isSuggested: Bool { suggested == true }
}

extension Link {
    /// The same link after somebody looked at it.
    public func applying(_ review: LinkReview) -> Link {
        Link(
            evidence: evidence, clause: clause, locator: locator, note: review.note ?? note,
            reviewed: review.fingerprint, edition: review.edition, answers: answers,
            reviewedBy: review.by, reviewedOn: review.on)
    }

    /// The same link with other remarks, and with what it answers where that is said anew; a review of it still holds.
    public func saying(locator: String?, note: String?, answers: [DocumentedInformation]?) -> Link {
        Link(
            evidence: evidence, clause: clause, locator: locator, note: note, reviewed: reviewed,
            edition: edition, answers: answers ?? self.answers, reviewedBy: reviewedBy,
            reviewedOn: reviewedOn, isSuggested: isSuggested)
    }

    /// The same link as if nobody had looked at it.
    public var unreviewed: Link {
        Link(
            evidence: evidence, clause: clause, locator: locator, note: note, edition: edition,
            answers: answers, isSuggested: isSuggested)
    }
}

/// A named person looked at a linked item and found that it still is evidence for the clause.
public struct LinkReview: Codable, Hashable, Sendable {
    /// The clause of the link.
    public let clause: ClauseReference
    /// The content that was looked at.
    public let fingerprint: Fingerprint
    /// What the clause asks for, as `ClauseEdition` words it.
    public let edition: String
    /// Who looked.
    public let by: String
    /// When.
    public let on: Day
    /// A remark that replaces the link's own; nil leaves it.
    public let note: String?

    /// A review as it is recorded.
    public init(
        clause: ClauseReference, fingerprint: Fingerprint, edition: String, by: String, on: Day, note: String?
    ) {
        self.clause = clause
        self.fingerprint = fingerprint
        self.edition = edition
        self.by = by
        self.on = on
        self.note = note
    }
}
