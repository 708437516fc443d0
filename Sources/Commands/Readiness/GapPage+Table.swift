import Certification

/// The gap as people read it.
extension GapPage {
    func show(_ console: Console) throws {
        try console.say("\(designation) on \(day.judging(stateOf: asOf)): \(counts.sentence)", .strong)
        try showClauses(console)
        try showDemands(console)
        if let backed { try backed.show(clauses, console, standard: standard) }
        try showNext(console)
    }

    /// A verdict has a column of its own, where anybody gave one.
    private func showClauses(_ console: Console) throws {
        let hasVerdicts = clauses.contains { $0.assessment != nil }
        var table = TextTable(
            columns: [.init("clause"), .init("title", shrinks: true), .init("status")]
                + (hasVerdicts ? [.init("verdict")] : []) + [.init("evidence and reasons")],
            titled: hasVerdicts, indent: 2)
        table.rows = clauses.map { line in
            [line.clause, line.title, line.status.rawValue]
                + (hasVerdicts ? [line.assessment?.verdict.rawValue ?? "-"] : []) + [line.detail]
        }
        let lines = table.lines(width: console.width)
        for title in lines.prefix(lines.count - clauses.count) { try console.say(title) }
        for (line, text) in zip(clauses, lines.suffix(clauses.count)) {
            guard line.status.isOpen else { try console.say(text); continue }
            try console.say(text, marking: line.status.rawValue, line.status == .missing ? .bad : .warning)
        }
    }

    private func showDemands(_ console: Console) throws {
        let missing = documentedInformationMissing
        try console.say("Documented information: \(demandSentence)")
        guard isWhole else { return }
        var table = TextTable(
            columns: [.init("clause"), .init("demand"), .init("what")], titled: false, indent: 2)
        for demand in missing {
            if demand.clause == table.rows.last?.first {
                table.rows[table.rows.count - 1][1] += ", \(demand.demand.rawValue)"
            } else {
                table.rows.append([demand.clause, demand.demand.rawValue, demand.what])
            }
        }
        try console.table(table)
    }

    private var demandSentence: String {
        let (all, met) = (documentedInformationDemanded, documentedInformationMet)
        if all == 0 { return "none is demanded." }
        if met == all { return all == 1 ? "the one demand is met." : "all \(all) demands are met." }
        let missing = documentedInformationMissing
        let clauses = Set(missing.map(\.clause)).count
        let parts = [
            "\(met) met",
            all - met == missing.count ? nil : "\(all - met - missing.count) provided by nothing current",
            missing.isEmpty
                ? nil
                : "\(missing.count) in \(counted(clauses, "clause")) with nothing linked that provides it",
        ]
        return "\(counted(all, "demand")), \(parts.compactMap(\.self).joined(separator: ", "))"
    }

    private func showNext(_ console: Console) throws {
        guard open > 0 else {
            let settled = counts.applicable < requirements ? " that applies" : ""
            return try console.say(
                "Every requirement clause\(settled) is \(counts[.credited] > 0 ? "backed" : "covered").")
        }
        try console.say("\(open == 1 ? "1 clause needs" : "\(open) clauses need") work.")
        if let first = clauses.first(where: \.needsWork) {
            let clause = names.clause(ClauseReference(standard: standard, number: first.clause))
            console.tell(
                "Next: `dossier show \(clause)` says what is asked for; `\(names.gap(standard)) --next` orders the work by date."
            )
        }
    }
}

extension GapPage.ClauseLine {
    /// Identifiers and reasons kept short: the first few, then how many more.
    private static let shownItems = 4

    fileprivate var detail: String {
        if evidence.isEmpty { return reasonText(limit: Self.shownItems) }
        let ids = evidence.prefix(Self.shownItems).map(\.id).joined(separator: ", ")
        let more = evidence.count > Self.shownItems ? " and \(evidence.count - Self.shownItems) more" : ""
        let why = reasonText(limit: Self.shownItems)
        if why.isEmpty { return ids + more }
        return status == .covered || status == .partial ? "\(ids)\(more); but \(why)" : why
    }
}
