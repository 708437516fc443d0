import Certification
import Store

/// What becomes of the files of a folder: a master list, with a row for each file.
struct FolderPlan {
    /// A row of the list.
    struct Row {
        let id: String
        let document: FolderDocument
        let facts: EvidenceFacts
        /// As a rule or the document states them.
        let clauses: [String]
        /// What its words speak for, where nothing states any.
        var suggested: [ClauseReference] = []
        let label: String?
        /// The item holds the content: the row names no file.
        let isHeld: Bool
    }

    private(set) var rows: [Row] = []
    /// Files with the content of another one, which stands for them.
    private(set) var same: [(path: String, first: String)] = []
    /// Files that are older than what their item holds: as a further revision each would be taken for the latest.
    private(set) var older: [(path: String, newer: String, id: String)] = []
    private var taken: Set<String> = []

    /// `held` gives the item of an identifier; nil for one that is free.
    init(_ documents: [FolderDocument], held: (String) throws -> EvidenceRecord?) throws {
        let families = DocumentFamily.families(unrepeated(documents))
        // What is stated goes before what is made.
        taken = Set(families.compactMap { $0.id?.uppercased() })
        for family in families { try plan(family, held) }
    }

    private mutating func unrepeated(_ documents: [FolderDocument]) -> [FolderDocument] {
        var first: [Fingerprint: String] = [:]
        return documents.filter { document in
            guard let other = first[document.content.fingerprint] else {
                first[document.content.fingerprint] = document.file.path
                return true
            }
            same.append((document.file.path, other))
            return false
        }
    }

    private mutating func plan(_ family: DocumentFamily, _ held: (String) throws -> EvidenceRecord?) throws {
        let id = try family.id ?? made(family.latest, held)
        taken.insert(id.uppercased())
        let record = try held(id)
        for (place, document) in family.documents.enumerated() {
            if let newer = family.newer(than: place, in: record, id) {
                older.append((document.file.path, newer, id))
            } else {
                rows.append(Row(document, of: id, in: family, isNew: record == nil))
            }
        }
        // Of a new item no file is older than what is held.
        if record == nil, !family.statesClauses {
            rows[rows.count - 1].suggested = family.latest.suggestion.clauses
        }
    }

    /// An identifier that an item has already is only that of a document whose file was called alike.
    private func made(_ document: FolderDocument, _ held: (String) throws -> EvidenceRecord?) rethrows
        -> String
    {
        let base = document.name.base
        let path = document.file.path.parentFolder.joined(base)
        return try NamedIdentifier.made(of: base, path: path) { id in
            if taken.contains(id.uppercased()) { return true }
            let names = try held(id)?.revisions.map(\.originalName)
            return names.map { !$0.contains { VersionedName(fileName: $0).base == base } } ?? false
        }
    }
}

extension FolderPlan {
    /// Remembers where the files lie whose contents the register holds already.
    func rememberHeld(
        in transaction: inout RegisterTransaction, below root: String, _ places: SourcePlaces
    ) throws {
        for row in rows where row.isHeld {
            let (content, source) = (
                row.document.content, places.remembered(real: root.joined(row.document.file.path))
            )
            let record = try transaction.view.evidence(row.id)
            let held = record.revisions.last { $0.fingerprint == content.fingerprint }
            for change in held.map({ places.news(of: $0, of: record.evidence.id, at: source) }) ?? [] {
                try transaction.record(change)
            }
            try transaction.remember(content, at: source)
        }
    }
}

extension FolderPlan.Row {
    init(_ document: FolderDocument, of id: String, in family: DocumentFamily, isNew: Bool) {
        self.id = id
        self.document = document
        isHeld = document.isHeld(by: id)
        // What a person changed in the register since is not taken back by a file that says what it always said.
        var facts = isHeld ? EvidenceFacts() : document.header.facts
        if isNew {
            facts.title = document.statedTitle ?? family.title
            facts.kind = facts.kind ?? document.suggestion.kind
        }
        facts.kind = document.rule.kind ?? facts.kind
        facts.owner = document.rule.owner ?? facts.owner
        self.facts = facts
        clauses = document.rule.clauses ?? (isHeld ? [] : document.header.clauses)
        label = document.label
    }
}
