/// How one finding stands on one day: how far it has come, and which dates bind it.
public struct FindingJudgement: Sendable {
    /// The finding with the steps up to the day.
    public let finding: Finding
    /// The day asked about.
    public let day: Day
    /// All dates that bind it, the earliest first.
    public let deadlines: [FindingDeadline]
    /// Whether no stage 2 was held yet under one of the certificates.
    private let isBeforeStage2: Bool

    /// Judges a finding. `certificates` are those of its audit; where the register holds none, the usual days of
    /// bodies count.
    public init(_ finding: Finding, certificates: [CycleJudgement], on day: Day) {
        let finding = finding.upTo(day)
        self.finding = finding
        self.day = day
        let isExternal = finding.audit.kind.isExternal
        let usual = certificates.isEmpty ? FindingTerms(dates: CycleDates(.usual)).deadlines(of: finding) : []
        let ruled = isExternal ? certificates.flatMap { $0.deadlines(of: finding) } + usual : []
        deadlines = (ruled + finding.ownDeadlines).inOrder
        isBeforeStage2 =
            certificates.isEmpty || certificates.contains { $0.life.cycle == nil && $0.life.stage2 == nil }
    }

    /// The date that counts: the earliest (rule NC-4).
    public var effective: FindingDeadline? { deadlines.first }

    /// Days to the date that counts, negative once it is past; for a closed finding those that were left.
    public var daysLeft: Int? { effective.map { $0.day.days(since: finding.closed ?? day) } }

    /// Whether it is open past the date that counts.
    public var isOverdue: Bool { finding.isOpen && (daysLeft ?? 0) < 0 }

    /// How much it weighs as it stands: an error is a major past its date; nil where it is in time.
    public var severity: CheckSeverity? {
        if isOverdue { return finding.grade == .major ? .error : .warning }
        return isConcern ? .warning : nil
    }

    /// What follows of the dates that have passed, or could follow of a concern; nil where it is in time.
    public var consequence: String? {
        if isOverdue { return deadlines.consequence(on: day) }
        return isConcern ? FindingTerms.concernConsequence : nil
    }

    /// An area of concern warns until stage 2 (rule ST-1).
    private var isConcern: Bool { finding.grade == .areaOfConcern && finding.isOpen && isBeforeStage2 }
}
