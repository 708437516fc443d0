import Certification

/// The coverage as people read it: what was looked at, what was not, and what the next audit will ask.
extension CoveragePage {
    func show(_ console: Console) throws {
        guard let first = judgements.first else {
            return console.tell(
                "No certificates. Next: dossier certificate add --standard 20000-1 --body NAME --scope TEXT")
        }
        for (judgement, item) in zip(judgements, certificates) { try show(judgement, item, console) }
        let standard = RegisterNames(catalogues).standard(first.facts.certificate.standard)
        console.tell(
            "Next: dossier audit plan --kind internal --standard \(standard) --on FIRST..LAST --clause CLAUSE"
        )
    }

    private func show(_ judgement: CycleJudgement, _ item: Item, _ console: Console) throws {
        let sentence = CertificateSentence(judgement, designation: item.designation)
        try console.say("\(sentence.text) (on \(day))", .strong)
        if let coverage = judgement.coverage { try show(coverage, console) }
        try showRemarks(item, console)
        let said = judgement.outcomes.filter { [.ap1, .ia1, .st4].contains($0.rule) }
        if !said.isEmpty { try OutcomeTable(said, on: day).show(console) }
        try showChecklist(item, console)
    }

    private func show(_ coverage: ClauseCoverage, _ console: Console) throws {
        let since = coverage.start.map { "since \($0.words)" } ?? "so far"
        guard !coverage.audits.isEmpty else {
            return try console.say("  no audit \(since) looked at any of \(coverage.count) clauses")
        }
        try console.say("  looked at \(since): E by an external audit, I by an internal one, p planned")
        let matrix = CoverageMatrix(coverage)
        let catalogue = catalogues.first { $0.standard.id == coverage.standard }
        try console.table(matrix.legend)
        try console.table(matrix.table(foldedBy: everyClause ? nil : catalogue))
    }

    private func showRemarks(_ item: Item, _ console: Console) throws {
        for id in item.namingNoClause {
            try console.say("  \(id) names no clause: dossier audit edit \(id) --clause CLAUSE")
        }
        for id in item.unsettled {
            try console.say("  \(id) was planned for days that are past: dossier audit record \(id)")
        }
        let unseen = item.sites.filter(\.audits.isEmpty).map(\.site)
        if let sample = item.siteSample, !unseen.isEmpty {
            try console.say(
                "  sites that no external audit has looked at since: \(unseen.joined(separator: ", ")) (of \(item.sites.count); MS-1 asks for \(sample.surveillance) in surveillance)"
            )
        }
    }

    private func showChecklist(_ item: Item, _ console: Console) throws {
        guard let after = item.evidenceAfter, !item.checklist.isEmpty else { return }
        let audit = item.nextAudit.map { "the audit of \($0)" } ?? "the next audit"
        try console.say("  asked at \(audit), with evidence after \(after) (SV-6)")
        var table = TextTable(
            columns: [
                .init("status"), .init("item"), .init("what", shrinks: true), .init("date"),
                .init("evidence"),
            ], titled: false, indent: 4)
        table.rows = item.checklist.map { subject in
            [
                subject.outcome.status.rawValue, subject.item, subject.outcome.title,
                subject.outcome.met?.description ?? "-",
                subject.outcome.remark ?? subject.newest(after: after).joined(separator: ", "),
            ]
        }
        try console.table(table)
    }
}

extension CoveragePage.Subject {
    /// The newest evidence of each part, and how many more there are: `AUD-002, MIN-003 and 2 more`.
    fileprivate func newest(after day: Day) -> [String] {
        asked.map { part in
            let fresh = part.evidence.filter { $0.day > day }
            let first = fresh.first?.evidence ?? "-"
            return fresh.count > 1 ? "\(first) and \(fresh.count - 1) more" : first
        }
    }
}
