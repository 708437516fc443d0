import Certification
import Store

/// The items among which is searched, by their contents.
struct SearchableItems {
    struct Item {
        let id: String
        let title: String
        let kind: EvidenceKind
        let clauses: [ClauseReference]
        let revision: Int
        let isLatest: Bool
    }

    /// By the fingerprint of a file.
    let byContent: [Fingerprint: [Item]]
    let names: RegisterNames

    init(_ view: RegisterView, _ filter: EvidenceFilter, names: RegisterNames) throws {
        var items: [Fingerprint: [Item]] = [:]
        try view.forEachEvidence(filter) { record in
            guard record.retired == nil else { return }
            for revision in record.revisions {
                items[revision.fingerprint, default: []].append(
                    Item(
                        id: record.evidence.id, title: record.evidence.title, kind: record.evidence.kind,
                        clauses: record.links.map(\.clause), revision: revision.number,
                        isLatest: revision.number == record.revisions.last?.number))
            }
        }
        byContent = items
        self.names = names
    }
}

/// What a question found: each item once, with its best file.
struct SearchPage: Listing {
    struct Hit: Encodable {
        let id: String
        let title: String
        let kind: EvidenceKind
        let clauses: [ClauseReference]
        let revision: Int
        let isLatest: Bool
        let snippet: String
    }

    let hits: [Hit]
    /// Whether there was more than was asked for.
    let isCut: Bool
    private let names: RegisterNames

    init(_ question: SearchQuery, in index: TextIndex, among items: SearchableItems, limit: Int) throws {
        var (hits, seen, isCut): ([Hit], Set<String>, Bool) = ([], [], false)
        try index.forEachHit(question, where: { items.byContent[$0] != nil }) { found in
            for item in items.byContent[found.fingerprint] ?? [] where seen.insert(item.id).inserted {
                if hits.count == limit { isCut = true; return false }
                hits.append(Self.hit(item, found.snippet))
            }
            return true
        }
        self.hits = hits
        self.isCut = isCut
        names = items.names
    }

    private static func hit(_ item: SearchableItems.Item, _ snippet: String) -> Hit {
        Hit(
            id: item.id, title: item.title, kind: item.kind, clauses: item.clauses, revision: item.revision,
            isLatest: item.isLatest,
            snippet: snippet.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    func encode(to encoder: any Encoder) throws { try hits.encode(to: encoder) }

    static let header = ["id", "title", "kind", "clauses", "revision", "is_latest", "snippet"]

    var rows: [[String]] {
        hits.map {
            [
                $0.id, $0.title, $0.kind.rawValue, clauses($0), "\($0.revision)", $0.isLatest ? "yes" : "no",
                $0.snippet,
            ]
        }
    }

    private func clauses(_ hit: Hit) -> String { hit.clauses.map(names.clause).joined(separator: " ") }

    func show(_ console: Console) throws {
        for hit in hits {
            let clauses = clauses(hit)
            let parts = [
                hit.id, hit.kind.rawValue, hit.title, hit.isLatest ? nil : "revision \(hit.revision)",
                clauses.isEmpty ? nil : clauses,
            ]
            try console.say(parts.compactMap(\.self).joined(separator: "  "))
            let width = console.width.map { $0 - 4 } ?? 200
            try console.say("    " + TerminalText.fitted(hit.snippet, to: max(width, 20)))
        }
        if !hits.isEmpty {
            try console.say(counted(hits.count, "document") + (isCut ? "; more with --limit" : ""))
        }
    }
}
