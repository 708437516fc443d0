import ArgumentParser
import Certification
import Store

/// Who took a step on a finding, when, and what shows it.
struct StepOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Who did it, or looked.", valueName: "name"))
    var by: String

    @Option(help: ArgumentHelp("When; today when left out.", valueName: "day"))
    var on: Day?

    @Option(
        name: .customLong("evidence"), parsing: .upToNextOption,
        help: ArgumentHelp("What shows it: items that the register holds.", valueName: "id"))
    var evidence: [String] = []

    func validate() throws { try refuseEmpty(by, "--by") }

    func draft(_ kind: FindingStep.Kind, _ text: String) -> StepDraft {
        StepDraft(kind: kind, text: text, by: by, on: on, evidence: evidence)
    }
}

/// A step as it was said on the command line.
struct StepDraft {
    let kind: FindingStep.Kind
    let text: String
    let by: String
    var on: Day?
    var due: Day?
    var owner: String?
    var evidence: [String] = []
    var isEffective: Bool?

    /// The next step of a finding; the evidence must be held.
    func step(on finding: Finding, _ today: Day, _ view: RegisterView) throws -> FindingStep {
        FindingStep(
            number: finding.nextStepNumber, kind: kind, text: text.trimmed, by: by.trimmed, on: on ?? today,
            due: due, owner: owner?.trimmed, evidence: try proof(view), isEffective: isEffective)
    }

    private func proof(_ view: RegisterView) throws -> [String] {
        var proof: [String] = []
        for id in evidence {
            let record = try view.evidence(id)
            if let refusal = record.refusalAsProof { throw Failure(refusal) }
            if !proof.contains(record.evidence.id) { proof.append(record.evidence.id) }
        }
        return proof
    }
}

extension Session {
    /// Takes steps on a finding in one transaction, and says how it stands then.
    func advance(_ id: String, _ drafts: [StepDraft]) throws -> ExitStatus {
        let register = try register()
        let today = try today(register)
        for draft in drafts { try refuseFuture(draft.on, today) }
        let changes = try write(register) { transaction in
            let changes = try steps(drafts, on: transaction.view.finding(id), transaction.view, today)
            for change in changes { try transaction.record(.cycle(change)) }
            return changes
        }
        for change in changes { console.tell(change.summary) }
        try tellStanding(of: id, register, today)
        return .done
    }

    private func steps(_ drafts: [StepDraft], on finding: Finding, _ view: RegisterView, _ today: Day) throws
        -> [CycleChange]
    {
        var finding = finding
        return try drafts.map { draft in
            let step = try draft.step(on: finding, today, view)
            if let refusal = finding.refusal(of: step) { throw Failure(refusal) }
            finding = finding.taking(step)
            return .findingAdvanced(finding: finding.id, step)
        }
    }

    /// How a finding stands, and the command to type next.
    func tellStanding(of id: String, _ register: Register, _ today: Day) throws {
        let judgement = try register.read { try $0.findingJudgement(id, on: today) }
        console.tell("\(judgement.finding.id), \(judgement.finding.grade.words): \(judgement.standing).")
        console.tell("Next: \(judgement.command ?? "dossier finding list --open")")
    }
}
