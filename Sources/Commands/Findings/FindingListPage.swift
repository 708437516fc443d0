import Certification

/// The findings as they are listed.
struct FindingListPage: Listing {
    let findings: [FindingLine]
    private let names: RegisterNames

    init(_ judgements: [FindingJudgement], _ names: RegisterNames) {
        findings = judgements.enumerated().sorted { left, right in
            let (first, second) = (left.element.rank, right.element.rank)
            return (first.0, first.1, left.offset) < (second.0, second.1, right.offset)
        }.map { FindingLine($0.element) }
        self.names = names
    }

    /// Whether a major is open past its date.
    var isBroken: Bool { findings.contains { $0.severity == .error } }

    func encode(to encoder: any Encoder) throws { try findings.encode(to: encoder) }

    static let header = [
        "id", "grade", "state", "audit", "certificates", "clause", "statement", "raised", "by", "owner",
        "due", "days_left", "rule", "what", "severity", "consequence", "closed", "next",
    ]

    var rows: [[String]] {
        findings.map { line in
            [
                line.id, line.grade.rawValue, line.state.rawValue, line.audit,
                line.certificates.joined(separator: " "), line.clause?.description ?? "", line.statement,
                line.raised.description, line.by, line.owner ?? "", line.due?.description ?? "",
                line.daysLeft.map { "\($0)" } ?? "", line.rule?.rawValue ?? "", line.what ?? "",
                line.severity?.rawValue ?? "", line.consequence ?? "", line.closed?.description ?? "",
                line.next ?? "",
            ]
        }
    }

    func show(_ console: Console) throws {
        guard !findings.isEmpty else {
            return console.tell(
                "Nothing found. Next: dossier finding raise --audit AUDIT --grade GRADE --statement TEXT --by NAME"
            )
        }
        for (line, finding) in zip(table.lines(width: console.width), [nil] + findings) {
            try console.say(line, finding?.style)
        }
        for finding in findings { if let alarm = finding.alarm { try console.say(alarm, finding.style) } }
        try console.say(tally)
        let next = findings.lazy.compactMap(\.next).first ?? "dossier finding show \(findings[0].id)"
        console.tell("Next: \(next)")
    }

    private var table: TextTable {
        var table = TextTable(columns: [
            .init("finding"), .init("grade"), .init("state"), .init("clause"), .init("due"),
            .init("days", .right), .init("rule"), .init("owner", shrinks: true), .init("statement"),
        ])
        table.rows = findings.map { line in
            [
                line.id, line.grade.words, line.state.rawValue, line.clause.map(names.clause) ?? "-",
                line.due?.description ?? "-", line.daysLeft.map { $0 > 0 ? "+\($0)d" : "\($0)d" } ?? "-",
                line.rule?.rawValue ?? "-", line.owner ?? "-", line.statement,
            ]
        }
        return table
    }

    /// `3 findings, 2 open, 1 overdue`
    private var tally: String {
        let open = findings.count { $0.closed == nil }
        let overdue = findings.count(where: \.isOverdue)
        return "\(counted(findings.count, "finding")), \(open) open, \(overdue) overdue"
    }
}

extension FindingJudgement {
    /// Open findings first, in the order of their dates; what has none comes after them.
    fileprivate var rank: (Int, Int) { (finding.isOpen ? 0 : 1, effective?.day.ordinal ?? .max) }
}

extension FindingLine {
    fileprivate var style: Style? { severity.map { $0 == .error ? .bad : .warning } }

    /// What follows, in a line of its own that is never cut; nil for what is in time.
    fileprivate var alarm: String? {
        guard let consequence else { return nil }
        guard isOverdue, let daysLeft else { return "\(id): \(consequence)" }
        let why = [rule?.rawValue, what].compactMap(\.self).joined(separator: ", ")
        return "\(id): \(counted(-daysLeft, "day")) overdue (\(why)); \(consequence)"
    }
}
