/// Why something has the standing that it has, as a value: rules return reasons, not only verdicts.
public enum Reason: Hashable, Sendable {
    /// No evidence is linked to the clause.
    case noLink(typical: [EvidenceKind])
    /// The item was requested and has no file.
    case noFile
    /// The register knows where the original lies, but holds no file.
    case linkOnly(String)
    /// There is a file, but it shows nothing.
    case flawed(RevisionFlaw)
    /// The earliest revision takes effect only later.
    case notInForce(from: Day)
    /// The review was due before the day asked about.
    case reviewPassed(due: Day)
    /// The last day of validity lies before the day asked about.
    case expired(on: Day)
    /// The records end too long before the day asked about.
    case periodEnded(last: Day, due: Day)
    /// No record covers this stretch between two that are there.
    case periodHole(Period)
    /// Nobody looked at this revision for the clause.
    case revisionUnreviewed(Int)
    /// The program suggested the link by the document's words; no person looked at it yet.
    case linkSuggested
    /// Nobody released this revision, which is in force.
    case unapproved(Int)
    /// The catalogue asks for something else than when somebody looked.
    case clauseChanged
    /// Nothing current among the linked items answers this demand of the clause.
    case demandUnanswered(DocumentedInformation)
    /// Live evidence for a clause with the same duty backs the clause.
    case credited(from: ClauseReference, evidence: [String])
    /// Live evidence for a clause that is related in part backs the clause; this is missing.
    case creditedInPart(from: ClauseReference, evidence: [String], missing: String)
    /// The statement of applicability leaves the control out, for this reason.
    case excluded(String)
    /// A person found the clause not or only partly fulfilled, for this reason.
    case judged(Verdict, String, by: String, on: Day)
    /// A person called the clause not applicable, for this reason.
    case notApplicable(String, by: String)

    /// The stable word for programs.
    public var code: String {
        switch self {
        case .noLink: "no-link"
        case .noFile: "no-file"
        case .flawed(.empty): "empty-file"
        case .flawed(.unfilled): "unfilled"
        case .judged: "judged"
        case .notInForce: "not-in-force"
        case .reviewPassed: "review-passed"
        case .expired: "expired"
        case .periodEnded: "period-ended"
        case .periodHole: "period-hole"
        case .linkOnly: "link-only"
        case .revisionUnreviewed: "revision-unreviewed"
        case .linkSuggested: "link-suggested"
        case .unapproved: "unapproved"
        case .clauseChanged: "clause-changed"
        case .demandUnanswered: "demand-unanswered"
        case .credited: "credited"
        case .creditedInPart: "credited-in-part"
        case .excluded: "excluded"
        case .notApplicable: "not-applicable"
        }
    }

    /// The sentence for people, without a subject where it speaks of an item: `review was due 2026-10-01`.
    public var sentence: String {
        switch self {
        case .noLink(let typical):
            "no evidence linked"
                + (typical.isEmpty ? "" : "; typical: \(typical.map(\.rawValue).joined(separator: ", "))")
        case .noFile: "requested, no file yet"
        case .flawed(.empty): "the file holds 0 bytes"
        case .flawed(.unfilled(let places)):
            "\(places) \(places == 1 ? "place" : "places") of the skeleton still to be filled in"
        case .judged(let verdict, let why, let by, let day):
            "\(by) found it \(verdict == .partial ? "partly fulfilled" : "not fulfilled") on \(day): \(why)"
        case .notInForce(let day): "takes effect only on \(day)"
        case .reviewPassed(let due): "review was due \(due)"
        case .expired(let day): "expired on \(day)"
        case .periodEnded(let last, let due): "covers until \(last); the next was due \(due)"
        case .periodHole(let period): "covers nothing for \(period)"
        case .linkOnly(let location): "only a link, no file: \(location)"
        case .revisionUnreviewed(let number): "revision \(number) was not reviewed for this clause"
        case .linkSuggested: "the link was suggested by the document's words; nobody reviewed it yet"
        case .unapproved(let number): "revision \(number) is not approved"
        case .clauseChanged: "the clause changed in the catalogue since the review"
        case .demandUnanswered(.maintain): "a document to maintain is demanded; nothing current provides it"
        case .demandUnanswered(.retain): "a record to retain is demanded; nothing current provides it"
        case .credited(let from, let evidence):
            "backed by \(evidence.joined(separator: ", ")) for \(from), which asks for the same"
        case .creditedInPart(let from, let evidence, let missing):
            "backed in part by \(evidence.joined(separator: ", ")) for \(from); missing: \(missing)"
        case .excluded(let why): "excluded by the statement of applicability: \(why)"
        case .notApplicable(let why, let by): "not applicable: \(why) (\(by))"
        }
    }

    /// The sentence where room is short.
    public var brief: String {
        switch self {
        case .noLink: "nothing linked"
        case .noFile: "no file yet"
        case .demandUnanswered(.maintain): "no current document"
        case .demandUnanswered(.retain): "no current record"
        case .revisionUnreviewed(let number): "revision \(number) not reviewed"
        case .linkSuggested: "suggested, to review"
        case .reviewPassed: "review passed"
        case .expired: "expired"
        case .periodHole(let period): "nothing for \(period)"
        case .periodEnded(let last, _): "records end \(last)"
        default: sentence
        }
    }

    /// The day on which this reason began to hold, where there is one.
    public var day: Day? {
        switch self {
        case .judged(_, _, _, let day): day
        case .noLink, .noFile, .linkOnly, .flawed, .revisionUnreviewed, .linkSuggested, .unapproved,
            .clauseChanged,
            .demandUnanswered,
            .credited,
            .creditedInPart, .excluded, .notApplicable:
            nil
        case .notInForce(let day), .expired(let day): day
        case .reviewPassed(let due), .periodEnded(_, let due): due
        // The record of the first interval is missing once that is over; a hole is told by its end.
        case .periodHole(let period): period.last
        }
    }
}
