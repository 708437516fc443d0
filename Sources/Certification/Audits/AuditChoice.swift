/// What goes along to an audit and what does not, item by item.
public struct AuditChoice: Sendable {
    /// What the audit asks for.
    public let selection: AuditSelection
    /// What goes along, ordered as it was considered.
    public private(set) var included: [Included] = []
    /// What does not.
    public private(set) var leftOut: [LeftOut] = []

    /// An item that goes along.
    public struct Included: Sendable {
        /// The item.
        public let record: EvidenceRecord
        /// Who asks for it.
        public let reasons: [AuditReason]
        /// The revisions in force that the window leaves out.
        public let old: [Int]
    }

    /// An item that does not.
    public struct LeftOut: Hashable, Sendable {
        /// Its identifier.
        public let evidence: String
        /// Why.
        public let reason: AuditAbsence
    }

    /// A choice by a selection, before any item was considered.
    public init(_ selection: AuditSelection) { self.selection = selection }

    /// Considers an item. One that neither is linked to the standard nor named does not concern the audit.
    public mutating func consider(_ record: EvidenceRecord) {
        let isLinked = record.links.contains { $0.clause.standard == selection.catalogue.standard.id }
        switch selection.verdict(on: record) {
        case .included(let reasons, let old):
            included.append(Included(record: record, reasons: reasons, old: old))
        case .leftOut(.notAsked) where !isLinked: break
        case .leftOut(let reason): leftOut.append(LeftOut(evidence: record.evidence.id, reason: reason))
        }
    }

    /// The revisions in force that the window leaves out, by item.
    public var beforeWindow: [String: [Int]] {
        Dictionary(included.map { ($0.record.evidence.id, $0.old) }, uniquingKeysWith: { first, _ in first })
            .filter { !$0.value.isEmpty }
    }

    /// The clauses that the bundle shows, headings for all below them; nil for the whole standard.
    public var clauses: [String]? {
        let catalogue = selection.catalogue
        if selection.subjects.contains(where: \.showsEverything) { return nil }
        let shown = Set(
            selection.subjects.flatMap { subject in
                subject.clauses == .all
                    ? [] : selection.clauses(of: subject) ?? catalogue.requirements.map(\.number)
            } + selection.programme.flatMap { catalogue.subtree(of: $0) }.map(\.number)
                + included.flatMap { $0.shown(in: catalogue) })
        return catalogue.roots(of: shown)
    }
}

extension AuditSubject {
    /// Whether it lies in every clause by its nature, and not only by what happens to be linked there.
    fileprivate var showsEverything: Bool {
        guard clauses == .all else { return false }
        if case .only = kinds { return false }
        return true
    }
}

extension AuditChoice.Included {
    /// The clauses by which it is asked for or, where it is named itself, all of the standard that it is linked to.
    fileprivate func shown(in catalogue: Catalogue) -> [String] {
        let asked = reasons.flatMap(\.clauses)
        if !asked.isEmpty { return asked }
        let own = record.links.filter { $0.clause.standard == catalogue.standard.id }
        return own.flatMap { catalogue.requirements(under: $0.clause.number) }.map(\.number)
    }
}

extension Catalogue {
    /// The fewest numbers that stand for these requirement clauses, each for all below it.
    fileprivate func roots(of numbers: Set<String>) -> [String] {
        var roots: [String] = []
        for clause in clauses where !(roots.last.map { clause.number.hasPrefix($0 + ".") } ?? false) {
            let below = subtree(of: clause.number).filter(\.isRequirement)
            if !below.isEmpty, below.allSatisfy({ numbers.contains($0.number) }) {
                roots.append(clause.number)
            }
        }
        return roots
    }
}
