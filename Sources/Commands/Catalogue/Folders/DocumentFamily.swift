import Certification

/// The versions of one document in a folder, oldest first.
struct DocumentFamily {
    /// The identifier that they state or that an item has which holds one of them; nil where it must be made.
    let id: String?
    /// At least one.
    private(set) var documents: [FolderDocument]
    let latest: FolderDocument

    /// Families in the order of their first file. Versions are called alike in one folder, or state one identifier anywhere.
    static func families(_ documents: [FolderDocument]) -> [DocumentFamily] {
        var families: [DocumentFamily] = []
        var places: [String: Int] = [:]
        for versions in namesakes(documents) {
            let id = statedID(versions)?.uppercased()
            if let id, let place = places[id] {
                families[place] = families[place].joined(versions)
            } else if let family = DocumentFamily(versions) {
                if let id { places[id] = families.count }
                families.append(family)
            }
        }
        return families
    }

    private init?(_ documents: [FolderDocument]) {
        guard let latest = documents.last else { return nil }
        id = Self.statedID(documents)
        self.documents = documents
        self.latest = latest
    }

    private func joined(_ more: [FolderDocument]) -> DocumentFamily {
        var all = documents
        for document in more {
            let later = all.firstIndex { document.version.isOlder(than: $0.version) }
            all.insert(document, at: later ?? all.endIndex)
        }
        return DocumentFamily(all) ?? self
    }

    private static func statedID(_ documents: [FolderDocument]) -> String? {
        let fromLatest = documents.reversed().lazy
        return fromLatest.compactMap { $0.held.first }.first ?? fromLatest.compactMap(\.header.id).first
            ?? documents.last.flatMap { NamedIdentifier.read($0.name.base)?.id }
    }

    /// Files of one folder, of one ending and called alike but for the version, oldest first.
    private static func namesakes(_ documents: [FolderDocument]) -> [[FolderDocument]] {
        var (order, groups): ([String], [String: [FolderDocument]]) = ([], [:])
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
    private static func sorted(_ group: [FolderDocument]) -> [FolderDocument] {
        let marked = group.filter(\.name.isMarked).sorted { $0.name.precedes($1.name) }
        let plain = group.filter { !$0.name.isMarked }
        let newest = marked.map(\.file.modified).max() ?? 0
        return plain.filter { $0.file.modified <= newest } + marked
            + plain.filter { $0.file.modified > newest }
    }
}

extension DocumentFamily {
    /// A title made of the latest name.
    var title: String {
        let title = NamedIdentifier.read(latest.name.base)?.title ?? ""
        return title.isEmpty ? FileTitle.title(fileName: latest.name.base + ".x") : title
    }

    /// Whether a rule or one of the documents says for which clauses they are evidence.
    var statesClauses: Bool { documents.contains { $0.rule.clauses != nil || !$0.header.clauses.isEmpty } }

    /// The name of a newer file that the item holds already; nil where the file at a place holds it, or may follow.
    func newer(than place: Int, in record: EvidenceRecord?, _ id: String) -> String? {
        let document = documents[place]
        guard let record, !document.isHeld(by: id) else { return nil }
        let beside = documents[(place + 1)...].last { $0.isHeld(by: id) }
        if let beside, beside.header.file.period == document.header.file.period {
            return beside.file.path.lastComponent
        }
        return record.revisions.last { document.version.isOlder(than: DocumentVersion($0)) }?.originalName
    }
}
