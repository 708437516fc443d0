import ArgumentParser
import Certification
import Reporting
import Store

/// `dossier audit coverage [CERT]`
struct AuditCoverage: Command {
    static let configuration = CommandConfiguration(
        "coverage", "Show which clauses audits have looked at in the cycle, and what the next will ask.",
        detail: """
            Clauses by audits since the last stage 2 or recertification audit, which look at all: E an external audit, I
            an internal one, p planned; and what neither has looked at yet (rule AP-1); a heading stands for all below it
            where these are alike. Below, for the next surveillance,
            each subject with the evidence dated after the previous external audit (rule SV-6). An item of evidence is
            found by its clauses and kind, as the report of an internal audit or a review, in the steps of a finding, or
            by a tag: complaints, improvement, changes, marks. Without CERT all certificates are shown. The CSV has
            every clause and not the checklist.
            """,
        examples: [
            "dossier audit coverage NW-1", "dossier audit coverage --on 2027-03-01 --format csv",
            "dossier audit coverage NW-1 --format json",
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The certificate; all when left out.")
    var id: String?

    @Option(help: ArgumentHelp("The day to judge at; today when left out.", valueName: "day"))
    var on: Day?

    @Flag(help: "Show every clause, also where all below a heading are alike.")
    var everyClause = false

    @OptionGroup var format: FormatOption
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let day = try on ?? session.today(register)
        let page = try register.read { view in
            let judgements = try view.judgements(of: id, on: day)
            return CoveragePage(
                judgements, try view.surveillanceReadings(for: judgements, on: day),
                try view.catalogues(), everyClause: everyClause, on: day)
        }
        try session.console.render(page, as: format.format)
        return .done
    }
}

/// The checklist that comes with the program.
enum AuditLibrary {
    static func surveillance() throws -> SurveillanceChecklist {
        try SurveillanceChecklist(parsing: ShippedTemplate.text("audits/surveillance.tsv") ?? "")
    }
}

extension RegisterView {
    /// What shows the items of the checklist, for each standard of certificates that are kept.
    func surveillanceReadings(for judgements: [CycleJudgement], on day: Day) throws
        -> [String: SurveillanceReading]
    {
        let kept = Set(judgements.filter { $0.evidenceAfter != nil }.map(\.facts.certificate.standard))
        guard !kept.isEmpty else { return [:] }
        let (checklist, structure) = (
            try AuditLibrary.surveillance(), try StandardLibrary.harmonizedStructure()
        )
        let (audits, findings) = (try audits(), try findings())
        var readings: [String: SurveillanceReading] = [:]
        for catalogue in try catalogues() where kept.contains(catalogue.standard.id) {
            let standard = catalogue.standard.id
            var reading = SurveillanceReading(
                checklist, by: structure, of: catalogue,
                named: NamedEvidence.all(of: standard, audits: audits, findings: findings, on: day))
            try forEachDatedEvidence(of: standard, tagged: checklist.tags, on: day) { reading.add($0) }
            readings[standard] = reading
        }
        return readings
    }
}
