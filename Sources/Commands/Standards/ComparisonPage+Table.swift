import Certification

extension ComparisonPage {
    func show(_ console: Console) throws {
        for standard in standards { try show(standard, console) }
        try console.table(numbers)
        try console.say()
        try console.table(shares)
        try console.say(
            "Shared, partly shared or a standard's own: by relations between clauses, our own judgement. Headings never count."
        )
        for overlap in overlaps { try showClauses(overlap, console) }
        guard let last = standards.last else { return }
        console.tell(
            listsClauses
                ? "Next: dossier standard show \(last.id)"
                : "Next: dossier standard compare \(standards.map(\.id).joined(separator: " ")) --clauses")
    }

    private func show(_ standard: Profile, _ console: Console) throws {
        try console.say("\(standard.designation)  \(standard.title)", .strong)
        let lines: [(String, String?)] = [
            ("edition", "\(standard.edition), \(standard.published); \(standard.status)"),
            ("successor", standard.successor), ("about", standard.focus), ("for", standard.audience),
            ("exclusions", standard.exclusions ?? standard.exclusionText),
        ]
        for (label, text) in lines {
            if let text { try console.say("  \(TerminalText.padded(label, to: 10))  \(text)") }
        }
        try console.say()
    }

    private var numbers: TextTable {
        var table = TextTable(columns: [
            .init("standard"), .init("clauses", .right), .init("controls", .right),
            .init("documents", .right), .init("records", .right), .init("may be left out"),
        ])
        table.rows = standards.map { standard in
            [
                standard.designation, "\(standard.requirements)",
                standard.controls == 0 ? "-" : "\(standard.controls)", "\(standard.maintain)",
                "\(standard.retain)", standard.exclusionText,
            ]
        }
        return table
    }

    private var shares: TextTable {
        var table = TextTable(columns: [
            .init("of"), .init("in"), .init("count", .right), .init("shared", .right),
            .init("partly", .right), .init("own", .right), .init("by way of"),
        ])
        table.rows = overlaps.map { overlap in
            [
                "\(overlap.standardName)\(overlap.part == .controls ? " controls" : "")", overlap.otherName,
                "\(overlap.count)", "\(overlap.shared)", "\(overlap.partly)", "\(overlap.own)",
                byWayOf(overlap) ?? "-",
            ]
        }
        return table
    }

    /// On what the numbers rest; nil where the two standards are related directly.
    private func byWayOf(_ overlap: Overlap) -> String? {
        if !overlap.isKnown { return "no relation known" }
        return overlap.byWayOf.isEmpty ? nil : overlap.byWayOf.map(name).joined(separator: ", ")
    }

    private func showClauses(_ overlap: Overlap, _ console: Console) throws {
        guard let clauses = overlap.clauses else { return }
        let part = overlap.part == .controls ? "Controls" : "Clauses"
        try console.say()
        let way = byWayOf(overlap).map { " (by way of \($0))" } ?? ""
        try console.say("\(part) of \(name(overlap.standard)) in \(name(overlap.other))\(way)", .strong)
        var table = TextTable(
            columns: [
                .init("share"), .init("clause"), .init("title", shrinks: true), .init("there"), .init("why"),
            ],
            indent: 2)
        table.rows = StandardOverlap.Share.allCases.flatMap { share in
            clauses.filter { $0.share == share }.map {
                [share.rawValue, $0.clause, $0.title, $0.withText.isEmpty ? "-" : $0.withText, $0.whyText]
            }
        }
        try console.table(table)
    }
}

extension ComparisonPage.Profile {
    /// What may be left out: `nothing`, `clauses of 8`, `controls`.
    fileprivate var exclusionText: String {
        let clauses = (excludable ?? []).map { "clauses of \($0)" }
        let parts = clauses + (controls > 0 ? ["controls"] : [])
        if parts.isEmpty { return excludable == nil ? "not said" : "nothing" }
        return parts.joined(separator: ", ")
    }
}
