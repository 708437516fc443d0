/// What an audit asks for, worked out for one standard: decides for each item of evidence whether it goes along.
public struct AuditSelection: Sendable {
    /// The audit.
    public let audit: Audit
    /// The standard that it is packed for.
    public let catalogue: Catalogue
    /// What the audit wants to see.
    public let subjects: [AuditSubject]
    /// The time whose records it looks at.
    public let window: EvidenceWindow
    /// The day on which everything is judged.
    public let day: Day
    /// The clauses of the standard that the programme names for it.
    public let programme: [String]
    /// Items that belong to it by name, in capital letters, each with what it is: `closure of NC-1`.
    let named: [String: String]
    /// The requirement clauses of each subject, by its name; nil for all of them.
    private let clauses: [String: Set<String>]
    private let programmed: Set<String>

    /// The selection of an audit by the table of subjects and the clauses that standards have in common.
    public init(
        _ audit: Audit, of catalogue: Catalogue, subjects: AuditSubjects, structure: HarmonizedStructure,
        window: EvidenceWindow, named: [String: String] = [:], on day: Day
    ) {
        self.audit = audit
        self.catalogue = catalogue
        self.subjects = subjects[audit.kind]
        self.window = window
        self.day = day
        self.named = named
        programme = audit.clauses.filter { $0.standard == catalogue.standard.id }.map(\.number)
        programmed = Set(programme.flatMap { catalogue.subtree(of: $0) }.map(\.number))
        clauses = Dictionary(
            self.subjects.compactMap { subject in
                structure.requirements(of: subject, in: catalogue).map { (subject.name, $0) }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// What becomes of an item.
    public func verdict(on record: EvidenceRecord) -> AuditVerdict {
        let linked = linked(record)
        let name = named[record.evidence.id.uppercased()]
        guard !linked.isEmpty else { return .leftOut(name == nil ? .notAsked : .noClause) }
        let asked = asking(for: record.evidence, linked)
        if let name { return .included(asked + [.named(name)], old: []) }
        if asked.isEmpty { return .leftOut(.notAsked) }
        return isDocument(record.evidence.kind) ? .included(asked, old: []) : dated(record, asked)
    }

    /// Records of which at least one lies in the window go along; what is only requested shows what is missing.
    private func dated(_ record: EvidenceRecord, _ asked: [AuditReason]) -> AuditVerdict {
        guard let since = window.since else { return .included(asked, old: []) }
        let current = record.currentRevisions(on: day)
        let old = current.filter { $0.speaksUntil < since }
        if let last = old.map(\.speaksUntil).max(), old.count == current.count {
            return .leftOut(.beforeWindow(last: last))
        }
        return .included(asked, old: old.map(\.number))
    }

    /// The requirement clauses that an item stands for, by its links.
    private func linked(_ record: EvidenceRecord) -> [String] {
        let own = record.links.filter { $0.clause.standard == catalogue.standard.id }
        let numbers = Set(own.flatMap { catalogue.requirements(under: $0.clause.number) }.map(\.number))
        return catalogue.requirements.map(\.number).filter(numbers.contains)
    }

    private func isDocument(_ kind: EvidenceKind) -> Bool {
        catalogue.kindAnswers.demands(answeredBy: kind).contains(.maintain)
    }

    /// Who asks for an item; a subject that asks for everything counts only where no other does.
    private func asking(for item: Evidence, _ linked: [String]) -> [AuditReason] {
        let asking = subjects.compactMap { subject in
            clauses(by: subject, for: item, linked).map { (subject: subject, clauses: $0) }
        }
        let telling = asking.filter { !$0.subject.isCatchAll }
        let programmed = linked.filter(self.programmed.contains)
        return (telling.isEmpty && programmed.isEmpty ? asking : telling).map(AuditReason.subject)
            + (programmed.isEmpty ? [] : [.programme(clauses: programmed)])
    }

    /// The clauses by which a subject asks for an item; nil where it does not.
    private func clauses(by subject: AuditSubject, for item: Evidence, _ linked: [String]) -> [String]? {
        if item.tags.contains(where: { subject.tags.contains($0.lowercased()) }) { return linked }
        let own = clauses[subject.name].map { own in linked.filter(own.contains) } ?? linked
        return own.isEmpty || !asks(subject, for: item.kind) ? nil : own
    }

    private func asks(_ subject: AuditSubject, for kind: EvidenceKind) -> Bool {
        switch subject.kinds {
        case .any: true
        case .documents: isDocument(kind)
        case .only(let kinds): kinds.contains(kind) || subject.clauses != .all && isDocument(kind)
        }
    }

    /// The clauses of a subject in the standard's order; nil for all of them.
    public func clauses(of subject: AuditSubject) -> [String]? {
        clauses[subject.name].map { own in catalogue.requirements.map(\.number).filter(own.contains) }
    }
}

extension HarmonizedStructure {
    /// The requirement clauses of a subject; nil for all of them, also for a standard that the structure does not
    /// know: rather too much than too little.
    fileprivate func requirements(of subject: AuditSubject, in catalogue: Catalogue) -> Set<String>? {
        let assignment = assignment(of: catalogue)
        guard case .rows(let rows) = subject.clauses,
            assignment.contains(where: { $0.row != .own && !$0.clauses.isEmpty })
        else { return nil }
        let own = assignment.filter { rows.contains($0.row.number) }.flatMap(\.clauses)
        return Set(own.map(\.number))
    }
}

extension Revision {
    /// The last day that it speaks of: of its period, or else the day on which it took effect or was received.
    var speaksUntil: Day { period?.last ?? effective ?? received }
}
