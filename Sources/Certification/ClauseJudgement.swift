/// A clause's status on a day, with all that it rests on.
public struct ClauseJudgement: Hashable, Sendable {
    /// The requirement clause that was judged.
    public let clause: Clause
    /// That of the best items linked, unless the clause is settled otherwise.
    public let status: ClauseStatus
    /// Every live item linked to the clause or to a heading above it, current ones first.
    public let evidence: [EvidenceJudgement]
    /// Why the clause does not apply; nil where it does.
    public let settled: Reason?
    /// A person's verdict, beside the status and apart from it.
    public let assessment: Assessment?
    /// What other standards offer for the clause; empty unless credit was asked for.
    public let credits: [CreditPath]

    /// Judges a clause by the items linked to it.
    public init(
        clause: Clause, evidence: [EvidenceJudgement], settled: Reason? = nil, assessment: Assessment? = nil
    ) {
        self.clause = clause
        self.evidence =
            evidence.allSatisfy { $0.standing == .current }
            ? evidence
            : [Standing.current, .suspect, .stale, .requested].flatMap { standing in
                evidence.filter { $0.standing == standing }
            }
        self.settled = settled
        self.assessment = assessment
        credits = []
        switch settled {
        case .excluded: status = .excluded
        case .notApplicable: status = .notApplicable
        default: status = Self.account(of: evidence).status(demanding: clause.demandSet)
        }
    }

    private init(_ judgement: ClauseJudgement, status: ClauseStatus, credits: [CreditPath]) {
        clause = judgement.clause
        evidence = judgement.evidence
        settled = judgement.settled
        assessment = judgement.assessment
        self.status = status
        self.credits = credits
    }

    /// The same clause with what other standards offer for it: a clause without current evidence of its own takes
    /// the credit that counts.
    func taking(_ credits: [CreditPath]) -> ClauseJudgement {
        guard status.isOpen, status != .partial else { return .init(self, status: status, credits: credits) }
        let best = credits.compactMap(\.status).min() ?? status
        return .init(self, status: min(best, status), credits: credits)
    }

    private static func account(of evidence: [EvidenceJudgement]) -> ClauseAccount {
        evidence.reduce(into: []) { $0.formUnion(ClauseAccount($1.standing, answering: $1.answers)) }
    }

    /// Why the clause stands as it does. A covered clause may have reasons too: an auditor sees the stale document
    /// beside the current one.
    public var reasons: [ClauseReason] {
        if let settled { return [ClauseReason(settled)] }
        let credited = credits.filter { $0.status == status }.compactMap(\.reason).map { ClauseReason($0) }
        if evidence.isEmpty {
            return credited.isEmpty ? [ClauseReason(.noLink(typical: clause.typicalKinds))] : credited
        }
        return credited + unmet
            + evidence.flatMap { item in item.reasons.map { ClauseReason($0, evidence: item.id) } }
    }

    /// Whether something is to be done: by the evidence, or because a person found a gap. The two stay apart.
    public var needsWork: Bool { status.isOpen || finding != nil }

    /// What a person found to be missing in a clause that applies.
    public var finding: Reason? {
        guard status.applies, let assessment, [.gap, .partial].contains(assessment.verdict) else {
            return nil
        }
        return .judged(assessment.verdict, assessment.reason, by: assessment.by, on: assessment.on)
    }

    /// The demands that keep a clause with current evidence from being covered.
    private var unmet: [ClauseReason] {
        guard status == .partial, evidence.first?.standing == .current else { return [] }
        return demands.filter { !$0.isMet }.map { ClauseReason(.demandUnanswered($0.demand)) }
    }

    /// The demands for documented information, each with the linked items that answer it; none where the clause does
    /// not apply.
    ///
    /// An item without a file answers nothing; a stale one answers, and is reported as stale.
    public var demands: [DemandJudgement] {
        guard settled == nil else { return [] }
        return clause.demands.map { demand in
            let providers = evidence.filter { $0.standing != .requested && $0.answers.contains(demand) }
            return DemandJudgement(
                clause: clause, demand: demand, providedBy: providers.map(\.id),
                isMet: status == .credited || providers.contains { $0.standing == .current })
        }
    }
}

/// A reason for a clause's status, of the clause itself or of an item linked to it.
public struct ClauseReason: Hashable, Sendable {
    /// The item that the reason speaks of; nil when it speaks of the clause.
    public let evidence: String?
    /// Why.
    public let reason: Reason

    /// A reason of an item or, without one, of the clause.
    public init(_ reason: Reason, evidence: String? = nil) {
        self.evidence = evidence
        self.reason = reason
    }

    /// `SLA-002 review was due 2026-10-01`
    public var sentence: String { (evidence.map { $0 + " " } ?? "") + reason.sentence }
}

extension Clause {
    /// The documented information that the clause demands.
    var demandSet: DocumentedInformationSet { DocumentedInformationSet(demands) }
}

/// One demand for documented information and what answers it.
public struct DemandJudgement: Hashable, Sendable {
    /// The clause that makes the demand.
    public let clause: Clause
    /// A document to maintain or a record to retain.
    public let demand: DocumentedInformation
    /// Identifiers of evidence; empty when nothing linked to the clause is of a kind that answers.
    public let providedBy: [String]
    /// Whether one of them is current, or credit from another standard backs the clause.
    public let isMet: Bool
}
