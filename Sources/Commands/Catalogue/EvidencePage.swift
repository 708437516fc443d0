import Certification
import Reporting
import Store

/// Everything the register knows of one item.
struct EvidencePage: Page, Encodable {
    struct HistoryEntry: Encodable {
        let sequence: Int
        let time: Timestamp
        let actor: String
        let summary: String
    }

    let evidence: Evidence
    let state: EvidenceState
    let retired: String?
    let standing: Standing
    let reasons: [BundleIndex.ReasonEntry]
    let reviewDue: Day?
    let revisions: [Revision]
    /// Numbers of the revisions that count today.
    let current: [Int]
    let links: [Link]
    let history: [HistoryEntry]

    private enum CodingKeys: CodingKey {
        case evidence, state, retired, standing, reasons, reviewDue, revisions, current, links, history
    }

    private var titles: [ClauseReference: String] = [:]
    private var severalStandards = false

    init(_ record: EvidenceRecord, view: RegisterView, today: Day) throws {
        evidence = record.evidence
        state = record.state
        retired = record.retired
        let judgement = record.judged(on: today)
        standing = judgement.standing
        reasons = judgement.reasons.map { .init(evidence: nil, reason: $0) }
        reviewDue = record.reviewDue(on: today)
        revisions = record.revisions
        current = record.currentRevisions(on: today).map(\.number)
        links = record.links
        history = try Self.history(of: record.evidence.id, view)
        let catalogues = try view.catalogues()
        severalStandards = catalogues.count > 1
        for link in links {
            titles[link.clause] =
                catalogues.first { $0.standard.id == link.clause.standard }?.clause(link.clause.number)?.title
        }
    }

    private static func history(of id: String, _ view: RegisterView) throws -> [HistoryEntry] {
        let coder = ChangeCoder()
        var history: [HistoryEntry] = []
        try view.forEachEntry(JournalFilter(evidence: id)) { entry in
            history.append(
                HistoryEntry(
                    sequence: entry.sequence, time: entry.time, actor: entry.actor,
                    summary: try coder.change(entry.change).summary))
        }
        return history
    }

    var lines: [String] {
        ["\(evidence.id)  \(evidence.title)"].map(ShownText.line) + factLines + linkLines + revisionLines
            + historyLines
    }

    private var factLines: [String] {
        let standingText =
            retired.map { "retired: \($0)" }
            ?? ([standing.rawValue] + reasons.map(\.text)).joined(separator: "; ")
        let facts: [(String, String?)] = [
            ("kind", evidence.kind.rawValue), ("state", standingText), ("owner", evidence.owner),
            ("class", evidence.classification?.rawValue), ("review", reviewText),
            ("expires", evidence.expires?.description), ("retain", evidence.retain?.description),
            ("tags", evidence.tags.isEmpty ? nil : evidence.tags.joined(separator: ", ")),
            ("note", evidence.note),
        ]
        return facts.compactMap { name, value in
            value.map { "  \(TerminalText.padded(name, to: 8)) \(ShownText.line($0))" }
        }
    }

    private var reviewText: String? {
        let every = evidence.reviewEvery.map { "every \($0.count) months" }
        let due = reviewDue.map { "due \($0)" }
        let parts = [every, due].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private var linkLines: [String] {
        guard !links.isEmpty else { return ["  links    none; dossier link \(evidence.id) CLAUSE"] }
        var table = TextTable(
            columns: [.init("clause"), .init("title"), .init("locator"), .init("note")], titled: false,
            indent: 4)
        table.rows = links.map {
            [
                severalStandards ? $0.clause.description : $0.clause.number, titles[$0.clause] ?? "",
                $0.locator ?? "", $0.note ?? "",
            ]
        }
        return ["  links"] + table.lines(width: nil)
    }

    private var revisionLines: [String] {
        guard !revisions.isEmpty else { return ["  files    none yet; dossier revise \(evidence.id) FILE"] }
        var table = TextTable(
            columns: [
                .init("no", .right), .init(""), .init("file"), .init("version"), .init("effective"),
                .init("period"),
                .init("size", .right), .init("sha-256"),
            ], indent: 4)
        table.rows = revisions.map { revision in
            [
                "\(revision.number)", current.contains(revision.number) ? "current" : "superseded",
                revision.originalName, revision.label ?? "-", revision.effective?.description ?? "-",
                revision.period?.description ?? "-", FileSize.text(revision.size), revision.fingerprint.short,
            ]
        }
        return ["  files"] + table.lines(width: nil)
    }

    private var historyLines: [String] {
        ["  history"] + history.map { "    \($0.time)  \(ShownText.line("\($0.actor)  \($0.summary)"))" }
    }
}
