import ArgumentParser
import Certification
import Reporting
import Store

/// `dossier status`
struct StatusCommand: Command {
    static let configuration = CommandConfiguration(
        "status", "Show the register on one screen.",
        examples: ["dossier status", "dossier status --format json"],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @OptionGroup var format: PageFormatOption
    @OptionGroup var global: GlobalOptions

    private struct Readiness: Encodable {
        let standard: String
        let designation: String
        let requirements: Int
        let counts: StatusCounts
        /// How many clauses need work, by their evidence or by a person's verdict.
        let open: Int
    }

    private struct Payload: Encodable {
        let organization: String
        let folder: String
        let day: Day
        let evidence: RegisterCounts
        let journal: JournalHead
        let readiness: [Readiness]
        let certificates: [Standing]
    }

    private struct Standing: Encodable {
        let certificate: String
        let state: CertificateState
        /// In words: `certified until 2029-05-13`.
        let standing: String
        let nextDue: Day?
        let nextRule: CycleRule?
        let next: String?
    }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let today = try session.today(register)
        let (payload, names) = try register.read { view in
            let catalogues = try view.catalogues()
            let (counts, tallies) = try view.overview(of: catalogues, on: today)
            let payload = Payload(
                organization: try view.organization(), folder: register.location.folder, day: today,
                evidence: counts, journal: try view.journalHead(), readiness: tallies.map(readiness),
                certificates: try view.judgements(on: today).map(standing))
            return (payload, RegisterNames(catalogues))
        }
        if format.format == .json {
            try session.console.json(payload)
        } else {
            try show(payload, session.console)
            session.console.tell("Next: \(next(payload, names))")
        }
        return .done
    }

    private func standing(_ judgement: CycleJudgement) -> Standing {
        let next = judgement.outcomes.first { $0.isOpen && $0.due != nil }
        return Standing(
            certificate: judgement.facts.certificate.id, state: judgement.state, standing: judgement.standing,
            nextDue: next?.due, nextRule: next?.rule, next: next?.title)
    }

    private func readiness(_ tally: ReadinessTally) -> Readiness {
        Readiness(
            standard: tally.catalogue.standard.id, designation: tally.catalogue.standard.designation,
            requirements: tally.requirements,
            counts: StatusCounts { status in tally.statuses.count { $0.status == status } }, open: tally.open)
    }

    private func show(_ payload: Payload, _ console: Console) throws {
        let counts = payload.evidence
        try console.say("\(payload.organization)  \(payload.day)", .strong)
        try console.say("  register   \(payload.folder)")
        try console.say(
            "  evidence   \(counted(counts.evidence, "item")): \(counts.held) held, \(counts.requested) requested, \(counts.retired) retired; \(counts.unlinked) without a clause"
        )
        try console.say(
            "  files      \(counted(counts.revisions, "revision")), \(FileSize.text(counts.octets))")
        for line in payload.readiness {
            try console.say(
                "  \(line.designation): \(line.counts.sentence)"
            )
        }
        if payload.readiness.isEmpty { try console.say("  standards  none") }
        for line in payload.certificates {
            let next =
                line.nextDue.map { "; next \($0) \(line.nextRule?.rawValue ?? "") \(line.next ?? "")" } ?? ""
            try console.say("  certificate \(line.certificate): \(line.standing)\(next)")
        }
        let journal = payload.journal
        try console.say(
            "  journal    \(counted(journal.sequence, "entry", plural: "entries")), last \(journal.time), \(journal.hash.short)"
        )
    }

    private func next(_ payload: Payload, _ names: RegisterNames) -> String {
        guard let clause = names.example else { return "dossier standard list" }
        if payload.evidence.evidence == 0 {
            return "dossier add FILE --clause \(clause), or dossier import LIST.csv"
        }
        if payload.evidence.unlinked > 0 { return "dossier list, then dossier link ID CLAUSE" }
        return payload.readiness.contains { $0.open > 0 } ? names.overview : names.pack
    }
}
