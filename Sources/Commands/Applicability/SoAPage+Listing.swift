import Certification

extension SoAPage: Listing {
    static let header = [
        "control", "title", "theme", "applies", "justification", "implementation", "owner", "evidence",
        "assessment", "assessed_by", "assessed_on", "assessment_reason", "judged_on", "version",
    ]

    var rows: [[String]] {
        controls.map { line in
            [
                line.control, line.title, line.theme, line.applies ? "yes" : "no", line.justification,
                line.implementation.words, line.owner ?? "", line.evidence.map(\.id).joined(separator: " "),
                line.assessment?.verdict.rawValue ?? "", line.assessment?.by ?? "",
                line.assessment?.on.description ?? "", line.assessment?.reason ?? "", day.description,
                "\(version.sequence) \(version.hash.short)",
            ]
        }
    }

    func show(_ console: Console) throws {
        try console.say("\(designation), \(sentence)", .strong)
        try console.say(
            "version \(version.sequence) of \(version.time), \(version.hash.short); judged on \(day)")
        guard !controls.isEmpty else { return console.tell("No control has such a status.") }
        try console.table(table)
    }

    private var table: TextTable {
        // Most statements have no assessments: no room is kept for them then.
        let isAssessed = controls.contains { $0.assessment != nil }
        var table = TextTable(
            columns: [
                .init("control"), .init("title", shrinks: true), .init("applies"),
                .init("implementation", shrinks: true),
                .init("owner", shrinks: true), .init("evidence", shrinks: true),
            ] + (isAssessed ? [.init("assessed", shrinks: true)] : []) + [.init("justification")])
        table.rows = controls.map { $0.cells(isAssessed: isAssessed) }
        return table
    }
}

extension SoAPage.Line {
    /// More identifiers than these are only counted.
    private static let shownItems = 4

    fileprivate func cells(isAssessed: Bool) -> [String] {
        [
            control, title, applies ? "yes" : "no", implementation.words, owner ?? "-",
            evidence.isEmpty ? "-" : items,
        ] + (isAssessed ? [assessment.map { "\($0.verdict.rawValue) (\($0.by))" } ?? "-"] : [])
            + [justification]
    }

    private var items: String {
        let shown = evidence.prefix(Self.shownItems).map(\.id).joined(separator: ", ")
        let more = evidence.count - Self.shownItems
        return more > 0 ? "\(shown) and \(more) more" : shown
    }
}
