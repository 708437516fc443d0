import Certification
import Store

/// What becomes of the files of a folder: a master list, with a row for each file.
struct FolderPlan {
    /// A file that was read.
    struct Document {
        let file: FolderWalk.File
        let content: VaultContent
        let header: DocumentHeader
        let rule: FolderRules.Rule
        let name: VersionedName
        /// The items that hold this content already.
        let held: [String]
    }

    /// A row of the list.
    struct Row {
        let id: String
        let document: Document
        let facts: EvidenceFacts
        let clauses: [String]
        let label: String?
        /// The item holds the content: the row names no file.
        let isHeld: Bool
    }

    private(set) var rows: [Row] = []
    /// Files with the content of another one, which stands for them.
    private(set) var same: [(path: String, first: String)] = []
    private var taken: Set<String> = []

    /// `names` gives the names of the files of an item that is held; nil for an identifier that is free.
    init(_ documents: [Document], names: (String) throws -> [String]?) throws {
        for group in Self.groups(unrepeated(documents)) { try plan(group, names) }
        // Versions whose identifier stands in the documents lie anywhere.
        let order = Dictionary(
            rows.map(\.id).enumerated().map { ($1.uppercased(), $0) }, uniquingKeysWith: min)
        rows = rows.enumerated().sorted {
            (order[$0.element.id.uppercased()] ?? 0, $0.offset) < (
                order[$1.element.id.uppercased()] ?? 0, $1.offset
            )
        }.map(\.element)
    }

    private mutating func unrepeated(_ documents: [Document]) -> [Document] {
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

    /// The versions of each document, oldest first, in the order of their first file.
    private static func groups(_ documents: [Document]) -> [[Document]] {
        var (order, groups): ([String], [String: [Document]]) = ([], [:])
        for document in documents {
            let path = document.file.path
            let ending = path.lastComponent.split(separator: ".").last.map { $0.lowercased() } ?? ""
            let key = "\(path.parentFolder)/\(document.name.base.lowercased()).\(ending)"
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(document)
        }
        return order.map { sorted(groups[$0] ?? []) }
    }

    /// A file without a version in its name is the current one where it was changed last, and else the first.
    private static func sorted(_ group: [Document]) -> [Document] {
        let marked = group.filter(\.name.isMarked).sorted { $0.name.precedes($1.name) }
        let plain = group.filter { !$0.name.isMarked }
        let newest = marked.map(\.file.modified).max() ?? 0
        return plain.filter { $0.file.modified <= newest } + marked
            + plain.filter { $0.file.modified > newest }
    }

    private mutating func plan(_ group: [Document], _ names: (String) throws -> [String]?) throws {
        guard let latest = group.last else { return }
        let named = NamedIdentifier.read(latest.name.base)
        let known = group.reversed().lazy.compactMap { $0.held.first }.first
        let id =
            try known ?? group.reversed().lazy.compactMap(\.header.id).first ?? named?.id
            ?? made(latest, names)
        taken.insert(id.uppercased())
        let isNew = try names(id) == nil
        for document in group {
            rows.append(row(document, id, title: isNew ? named?.title : nil, isNew: isNew))
        }
    }

    /// An identifier that an item has already is only that of a document whose file was called alike.
    private func made(_ document: Document, _ names: (String) throws -> [String]?) rethrows -> String {
        let path = document.file.path.parentFolder.joined(document.name.base)
        let held = try names(NamedIdentifier.made(of: document.name.base, path: path) { _ in false })
        let isOther =
            held.map { !$0.contains { VersionedName(fileName: $0).base == document.name.base } } ?? false
        return NamedIdentifier.made(of: document.name.base, path: path) {
            isOther || taken.contains($0.uppercased())
        }
    }

    private func row(_ document: Document, _ id: String, title: String?, isNew: Bool) -> Row {
        let fileName = document.file.path.lastComponent
        let isHeld = document.held.contains { $0.uppercased() == id.uppercased() }
        // What a person changed in the register since is not taken back by a file that says what it always said.
        var facts = isHeld ? EvidenceFacts() : document.header.facts
        if isNew {
            facts.title =
                facts.title ?? title.flatMap { $0.isEmpty ? nil : $0 }
                ?? FileTitle.title(fileName: document.name.base + ".x")
            facts.kind = facts.kind ?? FileTitle.kind(fileName: fileName)
        }
        facts.kind = document.rule.kind ?? facts.kind
        facts.owner = document.rule.owner ?? facts.owner
        return Row(
            id: id, document: document, facts: facts,
            clauses: document.rule.clauses ?? (isHeld ? [] : document.header.clauses),
            label: document.header.file.label ?? document.name.version ?? document.name.day?.description,
            isHeld: isHeld)
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

    /// The list, with paths from a folder above by `prefix`.
    func table(prefix: String = "") -> [[String]] {
        let columns: [MasterList.Column] = [
            .id, .title, .kind, .owner, .clauses, .revision, .effective, .review, .classification, .path,
        ]
        return [columns.map(\.rawValue)] + rows.map { $0.cells(prefix: prefix) }
    }

    /// The list as it is read again; here no spreadsheet comes between.
    var text: String {
        table().map { row in
            row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
        }.joined()
    }
}

extension FolderPlan.Row {
    fileprivate func cells(prefix: String) -> [String] {
        [
            id, facts.title ?? "", facts.kind?.rawValue ?? "", facts.owner ?? "",
            clauses.joined(separator: ";"),
            isHeld ? "" : label ?? "", isHeld ? "" : document.header.file.effective?.description ?? "",
            facts.reviewOn?.description ?? "", facts.classification?.rawValue ?? "",
            isHeld ? "" : prefix + document.file.path,
        ]
    }
}
