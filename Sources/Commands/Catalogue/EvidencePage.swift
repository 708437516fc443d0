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
    /// The clauses for which somebody must look at the item again.
    let suspect: [ClauseReference]
    let approvals: [Approval]
    let history: [HistoryEntry]

    private enum CodingKeys: CodingKey {
        case evidence, state, retired, standing, reasons, reviewDue, revisions, current, links, suspect
        case approvals, history
    }

    private var titles: [ClauseReference: String] = [:]
    private var severalStandards = false
    /// The document in force where nobody released it; records need no approval.
    private let unapproved: Int?
    private let day: Day

    init(_ record: EvidenceRecord, view: RegisterView, today: Day) throws {
        day = today
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
        approvals = record.approvals
        unapproved = record.evidence.kind.needsApproval ? record.unapproved(on: today) : nil
        history = try Self.history(of: record.evidence.id, view)
        let catalogues = try view.catalogues()
        suspect = record.suspectLinks(in: catalogues, on: today).map(\.clause)
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
                    summary: try view.summary(of: coder.change(entry.change), at: entry.sequence)))
        }
        return history
    }

    func lines(width: Int?) -> [String] {
        ["\(evidence.id)  \(evidence.title)"].map(ShownText.line) + factLines + linkLines(width)
            + revisionLines(width)
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
            ("note", evidence.note), ("original", evidence.location),
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

    private func linkLines(_ width: Int?) -> [String] {
        guard !links.isEmpty else { return ["  links    none; dossier link \(evidence.id) CLAUSE"] }
        var table = TextTable(
            columns: [
                .init("clause"), .init("title", shrinks: true), .init("locator"), .init("note"),
                .init("review"),
            ],
            titled: false,
            indent: 4)
        table.rows = links.map {
            [
                severalStandards ? $0.clause.description : $0.clause.number, titles[$0.clause] ?? "",
                $0.locator ?? "", $0.note ?? "",
                [$0.answerText, review(of: $0)].compactMap(\.self).joined(separator: "; "),
            ]
        }
        return ["  links"] + table.lines(width: width)
    }

    private func review(of link: Link) -> String? {
        if suspect.contains(link.clause) { return "suspect: dossier review \(evidence.id) --by NAME" }
        guard let by = link.reviewedBy, let day = link.reviewedOn else { return nil }
        return "reviewed \(day) by \(by)"
    }

    private func revisionLines(_ width: Int?) -> [String] {
        guard !revisions.isEmpty else { return ["  files    none yet; dossier revise \(evidence.id) FILE"] }
        var table = TextTable(
            columns: [
                .init("no", .right), .init(""), .init("file", shrinks: true), .init("version"),
                .init("effective"),
                .init("period"),
                .init("size", .right), .init("sha-256"),
            ], indent: 4)
        table.rows = revisions.map { revision in
            [
                "\(revision.number)", use(of: revision),
                revision.originalName, revision.label ?? "-", revision.effective?.description ?? "-",
                revision.period?.description ?? "-", FileSize.text(revision.size), revision.fingerprint.short,
            ]
        }
        return ["  files"] + table.lines(width: width) + sourceLines
            + approvals.map { ShownText.line("    revision \($0.revision) approved by \($0.by) on \($0.on)") }
            + (unapproved.map {
                ["    revision \($0) not approved; dossier approve \(evidence.id) --number \($0) --by NAME"]
            } ?? [])
    }

    /// Where the files lie that count today, as far as the register knows.
    private var sourceLines: [String] {
        revisions.compactMap { revision in
            guard current.contains(revision.number), let source = revision.source else { return nil }
            return ShownText.line("    revision \(revision.number) from \(source)")
        }
    }

    private func use(of revision: Revision) -> String {
        if current.contains(revision.number) { return "current" }
        return revision.dates.isInForce(on: day) ? "superseded" : "not yet in force"
    }

    private var historyLines: [String] {
        ["  history"] + history.map { "    \($0.time)  \(ShownText.line("\($0.actor)  \($0.summary)"))" }
    }
}

extension Link {
    /// What the item answers at the clause, where somebody said otherwise than its kind: `answers maintain`
    fileprivate var answerText: String? {
        answers.map {
            $0.isEmpty ? "answers nothing" : "answers " + $0.map(\.rawValue).joined(separator: "+")
        }
    }
}
