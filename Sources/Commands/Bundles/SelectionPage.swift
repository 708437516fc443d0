import Certification

/// How the evidence for an audit was chosen: the window, what goes along and who asks for it, and what does not.
struct SelectionPage: Encodable {
    struct Item: Encodable {
        let evidence: String
        let title: String
        let kind: EvidenceKind
        /// The short names of those who ask: subjects, `programme`, `named`.
        let askedBy: [String]
        let clauses: [String]
        /// The revisions in force that the window leaves out.
        let beforeWindow: [Int]
        let why: String
    }

    let bundle: String
    let standard: String
    let designation: String
    let state: AuditState
    let day: Day
    let onlyClauses: [String]?
    let selected: [Item]
    /// What the bundle itself says of the audit: window, subjects, what is left out.
    let audit: BundleIndex.AuditEntry
    private let absences: [String]

    private enum CodingKeys: CodingKey {
        case bundle, standard, designation, state, day, onlyClauses, selected, audit
    }

    /// `besides` are items, in capital letters, that go along as evidence of findings.
    init(_ choice: AuditChoice, bundle: String, besides: Set<String>) {
        let selection = choice.selection
        self.bundle = bundle
        standard = selection.catalogue.standard.id
        designation = selection.catalogue.standard.designation
        state = selection.audit.state
        day = selection.day
        onlyClauses = choice.clauses
        audit = BundleIndex.AuditEntry(choice, besides: besides)
        absences = AbsenceLines(choice.leftOut.filter { !besides.contains($0.evidence.uppercased()) }).lines
        selected = choice.included.map { item in
            var seen: Set<String> = []
            return Item(
                evidence: item.record.evidence.id, title: item.record.evidence.title,
                kind: item.record.evidence.kind, askedBy: item.reasons.map(\.name),
                clauses: item.reasons.flatMap(\.clauses).filter { seen.insert($0).inserted },
                beforeWindow: item.old, why: item.reasons.map(\.sentence).joined(separator: "; "))
        }
    }

    func show(_ console: Console) throws {
        try console.say("  audit      \(audit.kind.words) \(audit.id) on \(audit.days), judged on \(day)")
        try console.say("  window     documents in force; \(audit.window)")
        try console.say("  clauses    \(clauses)")
        try console.say("  selected   \(counted(selected.count, "item"))")
        var table = TextTable(columns: [.init(""), .init(""), .init("")], titled: false, indent: 4)
        table.rows = selected.map { [$0.evidence, $0.kind.rawValue, $0.why + $0.old] }
        try console.table(table)
        if !wanting.isEmpty { try console.say("  nothing    for \(wanting)") }
        try console.say("  left out   \(counted(audit.leftOut.count, "item"))")
        for line in absences { try console.say("    \(line)") }
    }

    private var clauses: String {
        let shown = onlyClauses?.joined(separator: ", ") ?? "all of \(designation)"
        return shown
            + (audit.programme.isEmpty
                ? "; the programme names none"
                : "; the programme names \(audit.programme.joined(separator: ", "))")
    }

    /// What the audit wants to see and nothing shows.
    private var wanting: String {
        audit.subjects.filter(\.evidence.isEmpty).map {
            $0.name.count == 1 ? "\($0.name) \($0.title)" : $0.title
        }.joined(separator: ", ")
    }
}

extension SelectionPage.Item {
    fileprivate var old: String {
        beforeWindow.isEmpty ? "" : "; without \(counted(beforeWindow.count, "revision")) before the window"
    }
}
