import Certification
import Store

/// A register with many items, made through the same door as every other.
enum LargeRegister {
    private static let batch = 5_000

    static func fill(_ folder: String, items: Int) throws {
        let register = try Register.open(at: RegisterLocation(folder: folder), lockWait: 5)
        let clauses = try register.read { view in
            try view.catalogues().flatMap { catalogue in
                catalogue.requirements.map {
                    ClauseReference(standard: catalogue.standard.id, number: $0.number)
                }
            }
        }
        for first in stride(from: 1, through: items, by: batch) {
            try register.write(actor: "bench", time: Timestamp(seconds: 1_790_000_000 + first)) {
                transaction in
                for number in first..<min(first + batch, items + 1) {
                    for change in changes(number, clauses) { try transaction.record(change) }
                }
            }
        }
    }

    /// An item with one file and three links.
    private static func changes(_ number: Int, _ clauses: [ClauseReference]) -> [Change] {
        let id = EvidenceIdentifier.generated(number)
        let kinds = EvidenceKind.allCases
        let effective = Day(ordinal: 20_000 + number % 700)
        let revision = Revision(
            number: 1, fingerprint: Fingerprint(of: Array(id.utf8)), size: 10_000 + number,
            mediaType: "application/pdf", originalName: "document-\(number).pdf", label: "1.0",
            effective: effective,
            received: effective)
        let links = [0, 17, 41].map { offset in
            Change.linked(
                Link(
                    evidence: id, clause: clauses[(number + offset) % clauses.count],
                    locator: "section \(offset)",
                    reviewed: revision.fingerprint))
        }
        return [
            .evidenceAdded(
                Evidence(
                    id: id, title: "Document number \(number) of a large organization",
                    kind: kinds[number % kinds.count], owner: "Role \(number % 50)", reviewEvery: Months(24),
                    tags: ["site-\(number % 20)"])),
            .revisionAdded(evidence: id, revision),
        ] + links
    }
}
