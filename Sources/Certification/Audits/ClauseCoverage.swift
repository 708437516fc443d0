/// Who takes an audit.
public enum AuditParty: String, Codable, Sendable, CaseIterable {
    /// A certification body.
    case external
    /// The organization itself.
    case `internal`
}

extension AuditKind {
    /// Who takes it.
    public var party: AuditParty { isExternal ? .external : .internal }
}

/// Which clauses audits have looked at since the last one that looked at the whole system (rule AP-1).
public struct ClauseCoverage: Sendable {
    /// One clause with the audits that look at it.
    public struct Line: Hashable, Sendable {
        /// The requirement clause.
        public let clause: Clause
        /// In the order of days, planned ones among them.
        public let audits: [Audit]
    }

    /// What it is counted from; nil where nothing has looked at the whole system yet.
    public let start: CoverageStart?
    /// The audits since then, held and planned, in the order of days; stage 2 and recertification, which cover all by
    /// their nature, only where they were held.
    public let audits: [Audit]
    /// Planned audits whose days are over, without a word on whether they were held.
    public let unsettled: [Audit]
    private let system: AuditedSystem
    /// What each audit looks at.
    private let looked: [ClauseSet]

    init(_ facts: CertificateFacts, _ life: CertificateLife, _ system: AuditedSystem, on day: Day) {
        let start = CoverageStart(facts, life, on: day)
        let concerned = facts.audits.filter { facts.concerns($0) && $0.looks(at: system.standard) }
        unsettled = concerned.filter { $0.state == .planned && $0.period.last < day }
        audits = concerned.filter { audit in
            guard audit.kind != .managementReview else { return false }
            switch audit.state {
            case .held: return audit.period.last <= day && start.map { audit.period.last > $0.day } ?? true
            case .planned: return audit.period.last >= day && !audit.kind.coversAll
            case .cancelled: return false
            }
        }
        looked = audits.map(system.looked)
        (self.start, self.system) = (start, system)
    }

    /// The edition whose clauses they are.
    public var standard: String { system.standard }

    /// How many clauses there are to look at.
    public var count: Int { system.count }

    /// Every clause with the audits that look at it.
    public var lines: [Line] {
        system.places().map { position, clause in
            Line(clause: clause, audits: zip(audits, looked).filter { $1.contains(position) }.map(\.0))
        }
    }

    /// The audits that name no clause, so that nobody can tell what they looked at.
    public var silent: [Audit] {
        zip(audits, looked).filter { $0.state == .held && $1.isEmpty }.map(\.0)
    }

    /// The clauses that no audit of a party has looked at since.
    public func unseen(by party: AuditParty) -> [Clause] {
        system.clauses(in: system.all.subtracting(places(.held, party).map { looked[$0] }))
    }

    /// The parties of which no audit that was held is among these.
    public static func partiesMissing(in audits: [Audit]) -> [AuditParty] {
        AuditParty.allCases.filter { party in
            !audits.contains { $0.state == .held && $0.kind.party == party }
        }
    }

    func held(by party: AuditParty) -> [Audit] { places(.held, party).map { audits[$0] } }

    /// The audit with which a party had looked at every clause; nil while it has not.
    func completed(by party: AuditParty) -> Audit? {
        var rest = system.all
        for place in places(.held, party) {
            rest = rest.subtracting([looked[place]])
            if rest.isEmpty { return audits[place] }
        }
        return nil
    }

    /// The planned audit with which a party will have looked at every clause by a day; nil where the plans leave some out.
    func planned(by party: AuditParty, until last: Day) -> Audit? {
        let planned = places(.planned, party).filter { audits[$0].period.last <= last }
        let rest = system.all.subtracting((places(.held, party) + planned).map { looked[$0] })
        return rest.isEmpty ? planned.last.map { audits[$0] } : nil
    }

    private func places(_ state: AuditState, _ party: AuditParty) -> [Int] {
        audits.indices.filter { audits[$0].state == state && audits[$0].kind.party == party }
    }
}
