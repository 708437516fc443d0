import ArgumentParser
import Certification
import Store

/// `dossier cycle integrate CERT CERT...`
struct CycleIntegrate: Command {
    static let configuration = CommandConfiguration(
        "integrate",
        "Say when one audit can serve several certificates, and what aligning their expiry costs.",
        detail: """
            The latest joint day is the earliest of the certificates' own (rule IN-1); an empty window means to go before the
            window of the younger certificate, or to split. Aligned, all end with the earliest one from the next
            recertification on (rule IN-2); the days that the others give up are counted.
            """,
        examples: ["dossier cycle integrate NW-1 NW-2", "dossier cycle integrate NW-1 NW-2 --format json"],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The certificates.")
    var ids: [String]

    @Option(help: ArgumentHelp("The day to judge at; today when left out.", valueName: "day"))
    var on: Day?

    @OptionGroup var format: FormatOption
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if Set(ids.map { $0.lowercased() }).count < 2 {
            throw ValidationError("name at least two certificates")
        }
    }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let day = try on ?? session.today(register)
        let judgements = try register.read { view in
            try ids.map { try view.judgements(of: $0, on: day)[0] }
        }
        try session.console.render(try IntegrationPage(judgements), as: format.format)
        return .done
    }
}

/// Several certificates side by side.
struct IntegrationPage: Listing {
    struct Line: Encodable {
        let certificate: String
        /// The latest day of the next surveillance or recertification audit.
        let latest: Day
        let opens: Day?
        let rule: CycleRule
        let expiry: Day
        let unalignedExpiry: Day
        let daysGivenUp: Int
    }

    let certificates: [Line]
    let jointLatest: Day
    let jointOpens: Day?
    let isEmpty: Bool
    let alignedExpiry: Day

    init(_ judgements: [CycleJudgement]) throws {
        let next = try judgements.map { judgement in
            guard let cycle = judgement.life.cycle, let audit = judgement.nextDuty else {
                throw Failure(
                    .unusableData,
                    "\(judgement.facts.certificate.id) has no audit to come: it is \(judgement.standing)",
                    hint: "dossier cycle show \(judgement.facts.certificate.id)")
            }
            return (judgement.facts.certificate.id, cycle, audit)
        }
        let joint = JointWindow(next.map { (latest: $0.2.due ?? $0.1.expiry, opens: $0.2.window?.first) })
        let aligned = Alignment(expiries: next.map(\.1.expiry))
        jointLatest = joint?.latest ?? next[0].1.expiry
        jointOpens = joint?.opens
        isEmpty = joint?.isEmpty ?? true
        alignedExpiry = aligned?.expiry ?? next[0].1.expiry
        certificates = zip(next, zip(aligned?.unaligned ?? [], aligned?.daysGivenUp ?? [])).map {
            each, days in
            Line(
                certificate: each.0, latest: each.2.due ?? each.1.expiry, opens: each.2.window?.first,
                rule: each.2.rule, expiry: each.1.expiry, unalignedExpiry: days.0, daysGivenUp: days.1)
        }
    }

    static let header = [
        "certificate", "latest", "opens", "rule", "expiry", "unaligned_expiry", "aligned_expiry",
        "days_given_up",
    ]

    var rows: [[String]] {
        certificates.map {
            [
                $0.certificate, $0.latest.description, $0.opens?.description ?? "", $0.rule.rawValue,
                $0.expiry.description, $0.unalignedExpiry.description, alignedExpiry.description,
                "\($0.daysGivenUp)",
            ]
        }
    }

    func show(_ console: Console) throws {
        var table = TextTable(columns: [
            .init("certificate"), .init("window opens"), .init("latest"), .init("rule"), .init("expiry"),
            .init("next expiry alone"), .init("days given up", .right),
        ])
        table.rows = certificates.map {
            [
                $0.certificate, $0.opens?.description ?? "-", $0.latest.description, $0.rule.rawValue,
                $0.expiry.description, $0.unalignedExpiry.description, "\($0.daysGivenUp)",
            ]
        }
        try console.table(table)
        try console.say(
            isEmpty
                ? "No joint window: audit by \(jointLatest), before the last window opens\(jointOpens.map { " on \($0)" } ?? ""), or split (IN-1)."
                : "One audit\(jointOpens.map { " from \($0)" } ?? "") until \(jointLatest) serves all (IN-1)."
        )
        try console.say("Aligned, all end on \(alignedExpiry) after the next recertification (IN-2).")
    }
}

extension CycleJudgement {
    /// The next audit that a rule asks for.
    fileprivate var nextDuty: RuleOutcome? {
        outcomes.filter { [.sv1, .sv2, .sv3, .rc2].contains($0.rule) && $0.isOpen }
            .min { ($0.due ?? .init(ordinal: .max / 2)) < ($1.due ?? .init(ordinal: .max / 2)) }
    }
}
