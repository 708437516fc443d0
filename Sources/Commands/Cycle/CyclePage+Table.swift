import Certification

/// The timeline as people read it: what happened, then what the rules say of it and of the time to come.
extension CyclePage {
    func show(_ console: Console) throws {
        guard !judgements.isEmpty else {
            return console.tell(
                "No certificates. Next: dossier certificate add --standard 20000-1 --body NAME --scope TEXT")
        }
        for (judgement, item) in zip(judgements, certificates) { try show(judgement, item, console) }
        let first = judgements.lazy.flatMap(\.outcomes).first { $0.isOpen }
        console.tell("Next: dossier cycle explain \(first?.rule.rawValue ?? "SV-1")")
    }

    private func show(_ judgement: CycleJudgement, _ item: Item, _ console: Console) throws {
        let sentence = CertificateSentence(judgement, designation: item.designation)
        try console.say("\(sentence.text) (on \(day))", .strong)
        try showPast(item, console)
        let (past, rest) = judgement.parted
        if !past.isEmpty {
            try console.say("  kept and missed")
            try OutcomeTable(past, on: day, indent: 4).show(console)
        }
        if !rest.isEmpty {
            try console.say("  to come")
            try OutcomeTable(rest, on: day, indent: 4).show(console)
        }
        let notes = judgement.outcomes.filter { $0.status == .noted }
        if !notes.isEmpty {
            try console.say("  to know")
            try OutcomeTable(notes, on: day, indent: 4).show(console)
        }
    }

    private func showPast(_ item: Item, _ console: Console) throws {
        let events = item.events
        guard !events.isEmpty else { return }
        try console.say("  happened")
        var table = TextTable(columns: [.init(""), .init(""), .init("")], titled: false, indent: 4)
        table.rows = events.map {
            [$0.first == $0.last ? "\($0.first)" : "\($0.first)..\($0.last)", $0.reference, $0.summary]
        }
        try console.table(table)
    }
}

extension CycleJudgement {
    /// Dates that were kept or missed, and those that are still open.
    fileprivate var parted: (past: [RuleOutcome], rest: [RuleOutcome]) {
        let dated = outcomes.filter { $0.status != .noted }
        return (
            dated.filter { [.ok, .late, .overdue].contains($0.status) },
            dated.filter { ![.ok, .late, .overdue].contains($0.status) }
        )
    }
}
