/// Whether what a certification body wants to see at an audit is there, line by line.
///
/// Stage 1 looks at documents, scope and readiness, and whether internal audits and management reviews are planned and
/// performed (ISO/IEC 17021-1 9.3.1.2).
public struct Preflight: Hashable, Sendable {
    /// The audit that is prepared.
    public enum Audit: String, Codable, Sendable, CaseIterable {
        case stage1 = "stage-1"
    }

    /// One question with its answer.
    public struct Line: Hashable, Sendable {
        /// What is asked, in our words.
        public let question: String
        /// Where in the standard.
        public let clause: String
        /// The current items that answer it.
        public let evidence: [String]
        /// Empty when the line passes.
        public let reasons: [ClauseReason]

        /// Whether nothing speaks against it.
        public var passes: Bool { reasons.isEmpty }
    }

    /// The standard that is audited.
    public let standard: Standard
    /// The day on which everything is judged.
    public let day: Day
    /// First what every stage 1 begins with, then each demand for documented information in the standard's order.
    public let lines: [Line]

    /// The lines that fail.
    public var failing: [Line] { lines.filter { !$0.passes } }
}

/// What stage 1 needs to know beside the gap report.
public struct PreflightFacts: Sendable {
    /// Revisions in force that nobody released, by item.
    public let unapproved: [String: Int]
    /// The clauses of the standard that stand for a clause of the Harmonized Structure.
    public let clauses: @Sendable (_ harmonized: String) -> [String]

    /// Facts as the register and the table of the Harmonized Structure give them.
    public init(unapproved: [String: Int], clauses: @escaping @Sendable (_ harmonized: String) -> [String]) {
        self.unapproved = unapproved
        self.clauses = clauses
    }
}

extension GapReport {
    /// The stage-1 preflight of the standard.
    public func stage1(_ facts: PreflightFacts) -> Preflight {
        let lines =
            documents("Scope of the management system", facts.clauses("4.3"), facts)
            + documents("Policy", facts.clauses("5.2"), facts) + plan(facts)
            + documents("Objectives", facts.clauses("6.2"), facts)
            + activity("Internal audit done", facts.clauses("9.2"), by: [.auditReport])
            + activity("Management review done", facts.clauses("9.3"), by: [.minutes, .report])
            + clauses.flatMap { demands(of: $0, facts) }
        return Preflight(standard: standard, day: day, lines: lines.map(taking))
    }

    /// A line of a clause in which a person found a gap does not pass, whatever the files say.
    private func taking(_ line: Preflight.Line) -> Preflight.Line {
        guard let finding = clauses.first(where: { $0.clause.number == line.clause })?.finding else {
            return line
        }
        return Preflight.Line(
            question: line.question, clause: line.clause, evidence: line.evidence,
            reasons: line.reasons + [ClauseReason(finding)])
    }

    /// The document that plans the system, where the standard has one of its own.
    private func plan(_ facts: PreflightFacts) -> [Preflight.Line] {
        if standard.id.hasPrefix("iso20000-1-") {
            return documents("Management plan", ["6.3"], facts)
        }
        return standard.controls == nil
            ? [] : documents("Statement of applicability and risk treatment plan", ["6.1.3"], facts)
    }

    /// One line for a subject that several clauses treat: all that demand a document must have a current, released one;
    /// where none demands one, something current must be there.
    private func documents(_ question: String, _ numbers: [String], _ facts: PreflightFacts) -> [Preflight
        .Line]
    {
        let judged = clauses.filter { numbers.contains($0.clause.number) && $0.settled == nil }
        guard let first = judged.first else { return [] }
        let demanding = judged.filter { $0.clause.demands.contains(.maintain) }
        let lines = demanding.flatMap { demands(of: $0, facts).filter { $0.question.hasPrefix("Document") } }
        let reasons = demanding.isEmpty ? presence(judged) : lines.flatMap(\.reasons).unrepeated
        return [
            Preflight.Line(
                question: question, clause: (demanding.first ?? first).clause.number,
                evidence: current(demanding.isEmpty ? judged : demanding), reasons: reasons)
        ]
    }

    private func presence(_ judged: [ClauseJudgement]) -> [ClauseReason] {
        current(judged).isEmpty ? judged.flatMap(\.reasons) : []
    }

    private func current(_ judged: [ClauseJudgement]) -> [String] {
        var seen: Set<String> = []
        return judged.flatMap(\.evidence).filter { $0.standing == .current && seen.insert($0.id).inserted }
            .map(\.id)
    }

    /// One line for something that must have been done: a current record of one of the kinds.
    private func activity(_ question: String, _ numbers: [String], by kinds: [EvidenceKind]) -> [Preflight
        .Line]
    {
        let judged = clauses.filter { numbers.contains($0.clause.number) && $0.settled == nil }
        guard let last = judged.last else { return [] }
        let records = judged.flatMap(\.evidence).filter { kinds.contains($0.kind) }
        let done = records.filter { $0.standing == .current }.map(\.id)
        return [
            Preflight.Line(
                question: question, clause: last.clause.number, evidence: Array(Set(done)).sorted(),
                reasons: done.isEmpty ? Self.failure(of: records, among: judged, wanting: kinds) : [])
        ]
    }

    /// Why nothing shows that something was done: records lapsed, only other evidence is linked, or none at all.
    private static func failure(
        of records: [EvidenceJudgement], among judged: [ClauseJudgement], wanting kinds: [EvidenceKind]
    ) -> [ClauseReason] {
        let lapsed = records.flatMap { item in item.reasons.map { ClauseReason($0, evidence: item.id) } }
        if !lapsed.isEmpty { return lapsed.unrepeated }
        let isLinked = judged.contains { !$0.evidence.isEmpty }
        return [ClauseReason(isLinked ? .demandUnanswered(.retain) : .noLink(typical: kinds))]
    }

    /// A line for each demand of a clause: provided, in date and, for documents, released.
    private func demands(of judgement: ClauseJudgement, _ facts: PreflightFacts) -> [Preflight.Line] {
        judgement.demands.map { demand in
            let providers = judgement.evidence.filter { $0.answers.contains(demand.demand) }
            let current = providers.filter { $0.standing == .current }
            let released =
                demand.demand == .retain ? current : current.filter { facts.unapproved[$0.id] == nil }
            return Preflight.Line(
                question: demand.demand == .maintain ? "Document to maintain" : "Record to retain",
                clause: judgement.clause.number, evidence: released.map(\.id),
                reasons: released.isEmpty ? Self.failure(demand.demand, providers, current, facts) : [])
        }
    }

    private static func failure(
        _ demand: DocumentedInformation, _ providers: [EvidenceJudgement], _ current: [EvidenceJudgement],
        _ facts: PreflightFacts
    ) -> [ClauseReason] {
        if providers.isEmpty { return [ClauseReason(.demandUnanswered(demand))] }
        if current.isEmpty {
            return providers.flatMap { item in item.reasons.map { ClauseReason($0, evidence: item.id) } }
        }
        return current.compactMap { item in
            facts.unapproved[item.id].map { ClauseReason(.unapproved($0), evidence: item.id) }
        }
    }
}

extension EvidenceRecord {
    /// The document revision in force on a day that nobody released; nil when it is released or there is none.
    public func unapproved(on day: Day) -> Int? {
        guard let number = dates.revisions.current(on: day).last?.number else { return nil }
        return approvals.contains { $0.revision == number && $0.on <= day } ? nil : number
    }
}

extension [ClauseReason] {
    /// Each reason once, where it comes first.
    fileprivate var unrepeated: [ClauseReason] {
        var seen: Set<ClauseReason> = []
        return filter { seen.insert($0).inserted }
    }
}
