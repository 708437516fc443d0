import Certification

/// The cycles of certificates, as programs read them; `CyclePage+Table` shows them to people.
struct CyclePage: Listing {
    struct Line: Encodable {
        let rule: CycleRule
        /// The stable name of the item: `SV-2.2028`.
        let name: String
        let cycle: Int
        let severity: CheckSeverity
        let status: RuleOutcome.Status
        let title: String
        let due: Day?
        let windowFirst: Day?
        let windowLast: Day?
        let met: Day?
        let margin: Int?
        let inputs: [RuleOutcome.Input]
        let remark: String?
        let source: String
    }

    struct Item: Encodable {
        let certificate: String
        let designation: String
        let body: String
        let state: CertificateState
        let standing: String
        let judgement: CycleJudgement

        var events: [CertificatePage.Happening] { judgement.happenings }
        var outcomes: [Line] { judgement.outcomes.map { Line($0, on: judgement.day) } }
    }

    let day: Day
    let certificates: [Item]
    let judgements: [CycleJudgement]

    private enum CodingKeys: CodingKey {
        case day, certificates
    }

    init(_ judgements: [CycleJudgement], names: [String: String], on day: Day) {
        self.day = day
        self.judgements = judgements
        certificates = judgements.map { judgement in
            let certificate = judgement.facts.certificate
            return Item(
                certificate: certificate.id, designation: names[certificate.standard] ?? certificate.standard,
                body: certificate.body, state: judgement.state, standing: judgement.standing,
                judgement: judgement)
        }
    }

    /// Whether something that must not be late is.
    var isBroken: Bool {
        certificates.contains { item in
            item.judgement.outcomes.contains {
                $0.severity == .error && [.overdue, .late].contains($0.status)
            }
        }
    }

    static let header = [
        "certificate", "rule", "name", "cycle", "severity", "status", "due", "margin", "met", "window_first",
        "window_last", "title", "remark",
    ]

    var rows: [[String]] {
        certificates.flatMap { item in
            item.outcomes.map { line in
                [
                    item.certificate, line.rule.rawValue, line.name, "\(line.cycle)", line.severity.rawValue,
                    line.status.rawValue, line.due?.description ?? "", line.margin.map { "\($0)" } ?? "",
                    line.met?.description ?? "", line.windowFirst?.description ?? "",
                    line.windowLast?.description ?? "", line.title, line.remark ?? "",
                ]
            }
        }
    }
}

extension CyclePage.Line {
    init(_ outcome: RuleOutcome, on day: Day) {
        rule = outcome.rule
        name = outcome.name
        cycle = outcome.cycle
        severity = outcome.severity
        status = outcome.status
        title = outcome.title
        due = outcome.due
        windowFirst = outcome.window?.first
        windowLast = outcome.window?.last
        met = outcome.met
        margin = outcome.margin(on: day)
        inputs = outcome.inputs
        remark = outcome.remark
        source = outcome.rule.source
    }
}

extension CyclePage.Item {
    private enum CodingKeys: CodingKey {
        case certificate, designation, body, state, standing, events, outcomes
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(certificate, forKey: .certificate)
        try container.encode(designation, forKey: .designation)
        try container.encode(body, forKey: .body)
        try container.encode(state, forKey: .state)
        try container.encode(standing, forKey: .standing)
        try container.encode(events, forKey: .events)
        try container.encode(outcomes, forKey: .outcomes)
    }
}
