/// The requirement clauses of one standard that audits look at: those that apply. What an audit names stands for all
/// that is below it.
public struct AuditedSystem: Sendable {
    /// The edition: the identifier of a catalogue.
    public let standard: String
    private let targets: ClauseTargets
    let all: ClauseSet
    /// What the internal audits looked at: certificates of one standard share them.
    private let shared: [String: ClauseSet]

    /// The clauses of a catalogue that apply by what people decided. `shared` are audits that many certificates ask
    /// about.
    public init(
        _ catalogue: Catalogue, decisions: ClauseDecisions = ClauseDecisions(), shared audits: [Audit] = []
    ) {
        standard = catalogue.standard.id
        let targets = ClauseTargets(catalogue)
        let all = ClauseSet(
            targets.requirements.enumerated()
                .filter { decisions.settled($0.element.number, in: catalogue) == nil }.map(\.offset))
        shared = Dictionary(
            audits.map { ($0.id, Self.read($0, of: catalogue.standard.id, targets, all)) },
            uniquingKeysWith: { first, _ in first })
        (self.targets, self.all) = (targets, all)
    }

    /// The clauses in the order of the standard.
    public var clauses: [Clause] { clauses(in: all) }

    /// How many there are.
    public var count: Int { all.count }

    func clauses(in set: ClauseSet) -> [Clause] { places(in: set).map(\.clause) }

    /// The clauses with their positions; all of them without a set.
    func places(in set: ClauseSet? = nil) -> [(position: Int, clause: Clause)] {
        targets.requirements.enumerated().filter { (set ?? all).contains($0.offset) }
            .map { (position: $0.offset, clause: $0.element) }
    }

    /// The clauses that an audit looks at, in the order of the standard.
    public func clauses(lookedAtBy audit: Audit) -> [Clause] { clauses(in: looked(at: audit)) }

    /// The clauses that an audit looks at: all for a kind that covers all by its nature, otherwise those that it names.
    func looked(at audit: Audit) -> ClauseSet {
        shared[audit.id] ?? Self.read(audit, of: standard, targets, all)
    }

    /// The clauses that none of these audits looks at.
    func unseen(by audits: [Audit]) -> ClauseSet {
        all.subtracting(audits.map(looked))
    }

    private static func read(_ audit: Audit, of standard: String, _ targets: ClauseTargets, _ all: ClauseSet)
        -> ClauseSet
    {
        guard audit.looks(at: standard) else { return ClauseSet() }
        if audit.kind.coversAll { return all }
        let named = audit.clauses.filter { $0.standard == standard }
        return ClauseSet(named.flatMap { targets[$0.number] }.filter(all.contains))
    }
}

extension [Clause] {
    /// What nobody has looked at, in a few words: `57 of 62 not yet since stage 2 of 2026-04-24: 4.1, 4.2, 5.1 and 54
    /// more`; nil for nothing.
    func briefly(of count: Int, since: String?) -> String? {
        if isEmpty { return nil }
        let since = since.map { " since \($0)" } ?? ""
        if self.count == count { return "none of \(count) yet\(since)" }
        let first = prefix(3).map(\.number).joined(separator: ", ")
        return "\(self.count) of \(count) not yet\(since): \(first)"
            + (self.count > 3 ? " and \(self.count - 3) more" : "")
    }
}
