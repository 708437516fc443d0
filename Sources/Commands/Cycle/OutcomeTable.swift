import Certification

/// What rules say, a line each: how it stands, when, by how much, which rule, what.
struct OutcomeTable {
    private let table: TextTable
    private let outcomes: [RuleOutcome]

    init(_ outcomes: [RuleOutcome], on day: Day, indent: Int = 2) {
        self.outcomes = outcomes
        var table = TextTable(
            columns: [
                .init("status"), .init("date"), .init("days", .right), .init("rule"),
                .init("what", shrinks: true),
                .init("window, remark"),
            ], titled: false, indent: indent)
        table.rows = outcomes.map { $0.cells(on: day) }
        self.table = table
    }

    func lines(_ width: Int?) -> [String] { table.lines(width: width) }

    /// With a colour for what is late.
    func show(_ console: Console) throws {
        guard console.coloured else { return try console.table(table) }
        for (outcome, line) in zip(outcomes, lines(console.width)) {
            guard let style = outcome.style else { try console.say(line); continue }
            try console.say(line, marking: outcome.status.rawValue, style)
        }
    }
}

extension RuleOutcome {
    fileprivate func cells(on day: Day) -> [String] {
        [
            status.rawValue, (due ?? met).map(\.description) ?? "", margin(on: day).map(Self.signed) ?? "",
            rule.rawValue,
            title,
            [window.map { "window \($0.first)..\($0.last)" }, doneText, remark].compactMap(\.self).joined(
                separator: "; "),
        ]
    }

    private var doneText: String? {
        guard let met, due != nil else { return nil }
        return "done \(met)"
    }

    private static func signed(_ days: Int) -> String { days > 0 ? "+\(days)d" : "\(days)d" }

    fileprivate var style: Style? {
        switch status {
        case .overdue: severity == .error ? .bad : .warning
        case .late, .due: .warning
        case .noted: severity == .error ? .bad : severity == .warning ? .warning : nil
        default: nil
        }
    }
}
