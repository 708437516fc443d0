import Certification

/// What changed between two bundles, as it is shown.
struct DifferencePage: Listing {
    struct Side: Encodable {
        /// Nil for the register.
        let bundle: Fingerprint?
        let organization: String
        let day: Day
        let journal: JournalHead
        let audit: String?
    }

    struct Item: Encodable {
        let evidence: String
        let title: String
        let change: ItemDifference.Outcome
        let details: [String]
        let linked: [String]
        let unlinked: [String]
    }

    struct Clause: Encodable {
        let clause: String
        let before: ClauseStatus?
        let now: ClauseStatus
        let change: BundleIndex.ClauseChangeEntry.Direction
    }

    let standard: String
    let before: Side
    let after: Side
    let tally: DifferenceTally
    let items: [Item]
    let clauses: [Clause]
    let findings: [BundleIndex.FindingChangeEntry]?
    let remarks: [String]
    private let isEmpty: Bool
    private let listsAll: Bool

    private enum CodingKeys: CodingKey {
        case standard, before, after, tally, items, clauses, findings, remarks
    }

    init(_ difference: BundleDifference, bundle: Fingerprint, later: Fingerprint?, listsAll: Bool) {
        standard = difference.after.designation
        before = Side(difference.before, bundle)
        after = Side(difference.after, later)
        tally = difference.tally
        items = difference.items.filter { listsAll || $0.outcome != .unchanged }.map(Item.init)
        clauses = difference.clauses.map {
            Clause(clause: $0.clause, before: $0.before, now: $0.now, change: $0.direction)
        }
        findings = difference.findings
        remarks = difference.remarks
        isEmpty = difference.isEmpty
        self.listsAll = listsAll
    }

    static let header = ["what", "name", "title", "change", "before", "now", "details"]

    var rows: [[String]] {
        items.map {
            [
                "evidence", $0.evidence, $0.title, $0.change.rawValue, "", "",
                $0.details.joined(separator: "; "),
            ]
        }
            + clauses.map {
                [
                    "clause", $0.clause, "", $0.change.rawValue, $0.before?.rawValue ?? "", $0.now.rawValue,
                    "",
                ]
            }
            + (findings ?? []).map {
                ["finding", $0.finding, "", $0.change.rawValue, "", "", $0.details.joined(separator: "; ")]
            }
    }

    func show(_ console: Console) throws {
        try console.say("\(standard), since \(before.day): \(tally.sentence)", .strong)
        try console.say("  before  \(before.words)")
        try console.say("  now     \(after.words)")
        if isEmpty { try console.say("Nothing is different.") }
        for outcome in ItemDifference.Outcome.allCases { try show(outcome, console) }
        try showClauses(console)
        try showFindings(console)
        if !listsAll, tally.unchanged > 0 {
            console.tell("\(counted(tally.unchanged, "item")) as before; --all lists them.")
        }
    }

    private func show(_ outcome: ItemDifference.Outcome, _ console: Console) throws {
        let chosen = items.filter { $0.change == outcome }
        guard !chosen.isEmpty else { return }
        try console.say()
        try console.say("\(outcome.rawValue)", .strong)
        var table = TextTable(
            columns: [.init(""), .init("", shrinks: true), .init("")], titled: false, indent: 2)
        table.rows = chosen.map { [$0.evidence, $0.title, $0.details.joined(separator: "; ")] }
        try console.table(table)
    }

    private func showClauses(_ console: Console) throws {
        guard !clauses.isEmpty else { return }
        try console.say()
        try console.say("clauses", .strong)
        var table = TextTable(
            columns: [.init(""), .init(""), .init("")], titled: false, indent: 2)
        table.rows = clauses.map {
            [$0.clause, $0.change.rawValue, "\($0.before?.rawValue ?? "unknown") -> \($0.now.rawValue)"]
        }
        try console.table(table)
    }

    private func showFindings(_ console: Console) throws {
        guard let findings, !findings.isEmpty else { return }
        try console.say()
        try console.say("findings", .strong)
        var table = TextTable(
            columns: [.init(""), .init(""), .init(""), .init("")], titled: false, indent: 2)
        table.rows = findings.map {
            [$0.finding, $0.change.rawValue, $0.grade.rawValue, $0.details.joined(separator: "; ")]
        }
        try console.table(table)
    }
}

extension DifferencePage.Side {
    init(_ side: BundleDifference.Side, _ bundle: Fingerprint?) {
        self.bundle = bundle
        organization = side.organization
        day = side.day
        journal = side.journal
        audit = side.audit
    }

    /// `bundle 5f1c 9a02 77be 1d40, judged on 2026-11-22, journal entry 12`
    var words: String {
        let name = bundle.map { "bundle \(BundleName.spoken($0))" } ?? "the register"
        let audit = audit.map { ", for audit \($0)" } ?? ""
        return "\(name), judged on \(day), journal entry \(journal.sequence)\(audit)"
    }
}

extension DifferencePage.Item {
    init(_ item: ItemDifference) {
        evidence = item.evidence
        title = item.title
        change = item.outcome
        details = item.details
        linked = item.linked
        unlinked = item.unlinked
    }
}
