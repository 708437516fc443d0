/// Which controls of a standard an organization applies, why, and how far they are carried out on a day
/// (ISO/IEC 27001 6.1.3). Every control applies unless somebody said otherwise.
public struct StatementOfApplicability: Hashable, Sendable {
    /// Whose statement it is.
    public let organization: String
    /// The edition that the controls are from.
    public let standard: Standard
    /// The day on which the evidence was judged.
    public let day: Day
    /// The newest entry of the journal: it tells one version of the statement from another.
    public let version: JournalHead
    /// The controls under their headings, in the order of the standard.
    public let themes: [ControlTheme]

    /// The statement that the judgement of a standard and the organization's own words make together.
    public init(
        organization: String, catalogue: Catalogue, report: GapReport, statements: [ControlStatement],
        version: JournalHead
    ) {
        self.organization = organization
        standard = catalogue.standard
        day = report.day
        self.version = version
        let stated = ClauseDecisions(controls: statements).controls
        let controls = report.clauses.filter { catalogue.isControl($0.clause.number) }
            .map { StatedControl($0, stated[$0.clause.number]) }
        themes = catalogue.clauses.compactMap { heading in
            let below = controls.filter { $0.clause.parent == heading.number }
            return below.isEmpty ? nil : ControlTheme(heading: heading, controls: below)
        }
    }

    /// All controls in the order of the standard.
    public var controls: [StatedControl] { themes.flatMap(\.controls) }

    /// How many controls are carried out so far.
    public func count(_ implementation: ControlImplementation) -> Int {
        controls.count { $0.implementation == implementation }
    }

    /// `93 controls: 91 apply, 2 excluded; 40 implemented, 51 no evidence`
    public var sentence: String {
        let controls = controls
        let applying = controls.count(where: \.applies)
        let states = ControlImplementation.allCases.filter { $0 != .notApplied }
            .map { (words: $0.words, number: count($0)) }
            .filter { $0.number > 0 || $0.words == ControlImplementation.implemented.words }
            .map { "\($0.number) \($0.words)" }
        return "\(controls.count) control\(controls.count == 1 ? "" : "s"): "
            + "\(applying) \(applying == 1 ? "applies" : "apply"), "
            + "\(controls.count - applying) excluded; \(states.joined(separator: ", "))"
    }
}

/// The controls under one heading of the standard: organizational, people, physical, technological.
public struct ControlTheme: Hashable, Sendable {
    /// The heading.
    public let heading: Clause
    /// The controls directly below it.
    public let controls: [StatedControl]
}
