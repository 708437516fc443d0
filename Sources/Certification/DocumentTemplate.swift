/// A document that can be started from a skeleton: what it is called, and for which clauses it is a sensible start.
public struct DocumentTemplate: Hashable, Sendable {
    /// The word by which it is chosen, and the name of its file: `incident-procedure`.
    public let name: String
    /// What people call the document.
    public let title: String
    /// What sort of document or record it becomes.
    public let kind: EvidenceKind
    /// The identifier that the document gets while it is free: `PRO-003`.
    public let id: String
    /// The role that typically answers for it.
    public let owner: String
    /// How often it is reviewed or, for records, renewed; nil for a record of something that happens once.
    public let reviewEvery: Months?
    /// The requirement clauses for which it is a start, across standards.
    public let clauses: [ClauseReference]

    /// A skeleton as a row of the index states it.
    public init(
        name: String, title: String, kind: EvidenceKind, id: String, owner: String, reviewEvery: Months?,
        clauses: [ClauseReference]
    ) {
        self.name = name
        self.title = title
        self.kind = kind
        self.id = id
        self.owner = owner
        self.reviewEvery = reviewEvery
        self.clauses = clauses
    }

    /// It speaks of what was done, not of what shall be done.
    public var isRecord: Bool { KindAnswers.usual.demands(answeredBy: kind) == .retain }

    /// Its clauses in one of these standards, in the order of the row.
    public func clauses(in standards: [String]) -> [ClauseReference] {
        clauses.filter { standards.contains($0.standard) }
    }
}

/// The skeletons that there are, in the order of their index.
public struct DocumentTemplates: Sendable {
    /// In the order of the index.
    public let templates: [DocumentTemplate]

    /// An index of these skeletons.
    public init(_ templates: [DocumentTemplate]) { self.templates = templates }

    /// The skeleton with exactly this name; nil where there is none.
    public func template(_ name: String) -> DocumentTemplate? { templates.first { $0.name == name } }

    /// The skeletons for a clause.
    public struct Choice: Hashable, Sendable {
        /// Made for the clause itself.
        public let exact: [DocumentTemplate]
        /// Made for a clause above or below it.
        public let near: [DocumentTemplate]

        /// The exact ones or, where there are none, the near ones.
        public var best: [DocumentTemplate] { exact.isEmpty ? near : exact }
    }

    /// The skeletons for a clause: those that name it, and those that name one above or below it.
    public func choice(for clause: ClauseReference) -> Choice {
        let exact = templates.filter { $0.clauses.contains(clause) }
        let near = templates.filter { template in
            !exact.contains(template)
                && template.clauses.contains { $0.isAbove(clause) || clause.isAbove($0) }
        }
        return Choice(exact: exact, near: near)
    }

    /// The skeletons of these kinds, the first kind first: what may serve where none is made for a clause.
    public func templates(of kinds: [EvidenceKind]) -> [DocumentTemplate] {
        kinds.flatMap { kind in templates.filter { $0.kind == kind } }
    }

    /// The skeleton that a mistyped or shortened name means; nil where none is near.
    public func nearest(to name: String) -> DocumentTemplate? {
        if let longer = templates.first(where: { $0.name.contains(name) }) { return longer }
        let near = templates.min {
            EditDistance.between($0.name, name) < EditDistance.between($1.name, name)
        }
        return near.flatMap { EditDistance.between($0.name, name) <= 3 ? $0 : nil }
    }
}

extension ClauseReference {
    /// A heading, or any other clause, under whose number the other stands.
    fileprivate func isAbove(_ other: ClauseReference) -> Bool {
        standard == other.standard && other.number.hasPrefix(number + ".")
    }
}
