import Certification
import Store

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

    init(
        _ question: SearchQuery, in index: TextIndex, of view: RegisterView, _ filter: EvidenceFilter,
        names: RegisterNames, limit: Int
    ) throws {
        var (hits, seen, isCut): ([Hit], Set<String>, Bool) = ([], [], false)
        try index.forEachHit(question) { found in
            for item in try view.evidence(holding: found.fingerprint, filter)
            where seen.insert(item.evidence.id).inserted {
                if hits.count == limit { isCut = true; return false }
                hits.append(try Self.hit(item, found))
            }
            return true
        }
        self.hits = hits
        self.isCut = isCut
        self.names = names
    }

    private static func hit(_ item: EvidenceRecord, _ found: TextHit) throws -> Hit {
        let revision = item.revisions.first { $0.fingerprint == found.fingerprint }?.number ?? 0
        let words = try found.snippet().split(whereSeparator: \.isWhitespace)
        return Hit(
            id: item.evidence.id, title: item.evidence.title, kind: item.evidence.kind,
            clauses: item.links.map(\.clause), revision: revision,
            isLatest: revision == item.revisions.last?.number, snippet: words.joined(separator: " "))
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
