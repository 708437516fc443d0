import ArgumentParser
import Certification

/// The facts of an evidence item that can be said on the command line.
struct EvidenceOptions: ParsableArguments {
    @Option(help: "The title.")
    var title: String?

    @Option(help: "What sort of evidence it is; dossier help kinds.")
    var kind: EvidenceKind?

    @Option(help: "The role or person who answers for it.")
    var owner: String?

    @Option(help: "Who may see it: public, internal, confidential or restricted.")
    var classification: Classification?

    @Option(
        help: ArgumentHelp("How often it is reviewed or, for records, renewed: 12m, 1y.", valueName: "months")
    )
    var reviewEvery: Months?

    @Option(help: ArgumentHelp("The next review.", valueName: "day"))
    var review: Day?

    @Option(help: ArgumentHelp("The last day on which it holds.", valueName: "day"))
    var expires: Day?

    @Option(help: ArgumentHelp("How long it must be kept: 36m, 10y.", valueName: "months"))
    var retain: Months?

    @Option(
        name: .customLong("tag"),
        help: ArgumentHelp("A word to find it by; may be repeated.", valueName: "tag"))
    var tags: [String] = []

    @Option(help: "A remark.")
    var note: String?

    @Option(help: ArgumentHelp("Where the original lies, such as its address.", valueName: "address"))
    var location: String?

    func validate() throws {
        if title?.trimmed.isEmpty == true { throw ValidationError("--title must not be empty") }
        if review != nil, reviewEvery != nil {
            throw ValidationError("say either --review or --review-every")
        }
    }

    /// What was said.
    var said: EvidenceFacts {
        var facts = EvidenceFacts()
        facts.title = title?.trimmed
        facts.kind = kind
        facts.owner = owner?.trimmed
        facts.classification = classification
        facts.reviewEvery = reviewEvery
        facts.reviewOn = review
        facts.expires = expires
        facts.retain = retain
        facts.tags = tags.isEmpty ? nil : tags.map(\.trimmed).filter { !$0.isEmpty }
        facts.note = note?.trimmed
        facts.location = location?.trimmed
        return facts
    }
}

/// The facts of a revision that can be said on the command line.
struct RevisionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The document's own version: 3.0.", valueName: "label"))
    var revision: String?

    @Option(help: ArgumentHelp("The first day on which it is in force.", valueName: "day"))
    var effective: Day?

    @Option(
        help: ArgumentHelp(
            "The time that a record covers: 2026-06-01..2026-06-30, 2026-06 or 2026.", valueName: "period"))
    var period: Period?

    @Option(help: ArgumentHelp("Who released it for use.", valueName: "name"))
    var approvedBy: String?

    @Option(help: ArgumentHelp("When it was released; today when left out.", valueName: "day"))
    var approvedOn: Day?

    @Flag(help: "Take a file of 0 bytes too.")
    var allowEmpty = false

    func validate() throws {
        if approvedOn != nil, approvedBy == nil {
            throw ValidationError("--approved-on goes with --approved-by")
        }
        try refuseEmpty(approvedBy, "--approved-by")
    }

    /// What was said.
    var said: RevisionFacts {
        RevisionFacts(
            label: revision, effective: effective, period: period, approvedBy: approvedBy?.trimmed,
            approvedOn: approvedOn)
    }
}

/// Clauses to link to.
struct LinkOptions: ParsableArguments {
    @Option(
        name: .customLong("clause"),
        help: ArgumentHelp("A clause that it is evidence for; may be repeated.", valueName: "clause"))
    var clauses: [String] = []

    @Option(help: "Where in the document: \"section 4.2\".")
    var locator: String?

    func matches(in catalogues: [Catalogue]) throws -> [ClauseFinder.Match] {
        let finder = ClauseFinder(catalogues)
        return try clauses.map { try finder.clause($0) }
    }
}
