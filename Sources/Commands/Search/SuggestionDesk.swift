import Certification
import Foundation
import Store
import Synchronization

/// Where documents are looked at, one after the other, for the clauses that they speak for.
struct SuggestionDesk {
    private let library: SuggestionLibrary
    private let catalogues: [Catalogue]
    private let top: Int
    private let names: RegisterNames

    /// Below this score a suggestion would be a guess.
    private static let least = 0.1

    init(_ library: SuggestionLibrary, _ catalogues: [Catalogue], top: Int, names: RegisterNames) {
        self.library = library
        self.catalogues = catalogues
        self.top = top
        self.names = names
    }

    /// Documents whose texts are held at once.
    private static let batch = 64

    /// What is suggested for items, in their order.
    func items(_ records: [EvidenceRecord], _ index: TextIndex) throws -> [SuggestionPage.Item] {
        var items: [SuggestionPage.Item] = []
        for first in stride(from: 0, to: records.count, by: Self.batch) {
            let batch = records[first..<min(first + Self.batch, records.count)]
            let documents = try batch.map { record in
                let file = record.revisions.last
                return DescribedDocument(
                    fileName: file?.originalName ?? "", title: record.evidence.title,
                    text: try file.flatMap { try index.text(of: $0.fingerprint) } ?? DocumentText())
            }
            items += judged(documents).enumerated().map { position, found in
                let record = batch[batch.startIndex + position]
                return item(found, record.evidence.id, record.evidence.title, record)
            }
        }
        return items
    }

    /// What is suggested for files that are not in the register.
    func files(_ paths: [String], in session: Session) throws -> [SuggestionPage.Item] {
        try paths.map { path in
            let absolute = session.absolute(path)
            guard access(absolute, R_OK) == 0 else { throw Failure(.notFound, "\(path): \(reason(errno))") }
            let name = path.lastComponent
            let (text, silent) = DocumentReading.read(absolute, fileName: name)
            if let silent { session.console.warn("\(path): \(silent); only its name is looked at") }
            let folders = absolute.parentFolder.split(separator: "/").suffix(2).map(String.init)
            let document = DescribedDocument(fileName: name, folders: folders, text: text)
            return item(judge(document), path, text.title ?? FileTitle.title(fileName: name), nil)
        }
    }

    private typealias Found = (document: JudgedDocument, kind: EvidenceKind?)

    private func judge(_ document: DescribedDocument) -> Found {
        (library.clauses.judged(document), library.kinds.suggestion(for: document)?.kind)
    }

    /// On all cores, in the order of the documents.
    private func judged(_ documents: [DescribedDocument]) -> [Found] {
        let results = Mutex([Found?](repeating: nil, count: documents.count))
        DispatchQueue.concurrentPerform(iterations: documents.count) { position in
            let found = judge(documents[position])
            results.withLock { $0[position] = found }
        }
        return results.withLock { $0.compactMap(\.self) }
    }

    private func item(_ found: Found, _ id: String, _ title: String, _ record: EvidenceRecord?)
        -> SuggestionPage.Item
    {
        let suggestions = catalogues.flatMap { catalogue in
            library.clauses(for: found.document, in: catalogue, top: top, least: Self.least)
                .map { suggestion in
                    SuggestionPage.Suggestion(
                        suggestion, title: catalogue.clause(suggestion.clause.number)?.title ?? "",
                        isLinked: record?.links.contains { $0.clause == suggestion.clause } ?? false)
                }
        }
        return SuggestionPage.Item(
            id: id, title: title, kind: record?.evidence.kind, suggestedKind: found.kind,
            isLikelyNoEvidence: found.document.isLikelyNoEvidence, suggestions: suggestions)
    }
}
