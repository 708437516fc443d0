import ArgumentParser
import Certification
import Store

/// `dossier cycle plan [STANDARD]`
struct CyclePlan: Command {
    static let configuration = CommandConfiguration(
        "plan", "Lay out the road to a first certificate, and follow it.",
        detail: """
            With --target the steps are laid out backwards from the decision, with --start forwards: gap-analysis,
            procedures, workflows, training, kpi-monitoring, internal-audit, management-review, stage-1, stage-2,
            decision. Usual lengths give about five months; --duration changes one of them, or a pause: first-procedures,
            after which monitoring may begin, or stage-gap. What is done keeps its days, also what is recorded as audits
            and decisions; what it delays is moved. Nothing is written without --save. Without options the saved plan is
            shown.
            """,
        examples: [
            "dossier cycle plan --target 2027-06-30", "dossier cycle plan --start 2027-01-11 --save",
            "dossier cycle plan 27001 --target 2027-09-30 --duration training=60d",
            "dossier cycle plan --done internal-audit=2027-02-03 --save", "dossier cycle plan",
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The standard; needed when the register holds several.")
    var standard: String?

    @OptionGroup var road: RoadOptions
    @OptionGroup var profile: ProfileOptions

    @Flag(help: "Write the plan into the register; it replaces the earlier one.")
    var save = false

    @OptionGroup var format: FormatOption
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if road.isEmpty, save || !profile.isEmpty {
            throw ValidationError("say what is planned: --target DAY, --start DAY or --done STEP=DAY")
        }
    }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let today = try session.today(register)
        guard !road.isEmpty else { return try show(register, today, session.console) }
        let draft =
            try save ? saved(register, today, session) : register.read { try self.draft($0, today, session) }
        let names = try session.registerNames()
        let page = RoadPage(draft, isSaved: save, names, on: today)
        try session.console.render(page, as: format.format)
        session.console.tell(said(of: draft, next: page.next, names))
        return .done
    }

    private func show(_ register: Register, _ today: Day, _ console: Console) throws -> ExitStatus {
        let page = try register.read { view in
            let only = try standard.map { try view.catalogue($0).standard.id }
            return RoadPage(
                try view.roads(on: today).filter { only == nil || $0.standard == only },
                try view.catalogues(), on: today)
        }
        try console.render(page, as: format.format)
        console.tell(
            page.roads.isEmpty
                ? "No road is planned. Next: dossier cycle plan --target DAY" : "Next: \(page.next)")
        return .done
    }

    private func saved(_ register: Register, _ today: Day, _ session: Session) throws -> RoadDraft {
        try session.write(register) { transaction in
            let draft = try self.draft(transaction.view, today, session)
            if draft.isNew { try transaction.record(.cycle(.roadPlanned(draft.proposal.plan))) }
            return draft
        }
    }

    private func draft(_ view: RegisterView, _ today: Day, _ session: Session) throws -> RoadDraft {
        let standard = try view.catalogue(standard).standard
        let held = try view.certificates().first { $0.standard == standard.id }?.profile
        return try RoadDraft(
            road, for: standard, view, on: today,
            profile: try profile.profile(over: held ?? .usual, session))
    }

    private func said(of draft: RoadDraft, next: String, _ names: RegisterNames) -> String {
        if !save {
            let words = [names.road(draft.standard.id)] + road.words + profile.words + ["--save"]
            return "Nothing was written. Next: \(words.joined(separator: " "))"
        }
        return draft.isNew ? "Saved. Next: \(next)" : "The plan is like that already; nothing was changed."
    }
}
