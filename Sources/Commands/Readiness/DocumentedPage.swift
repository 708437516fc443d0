import Certification

/// Each demand for documented information: what is demanded, in our words, and which evidence provides it.
struct DocumentedPage: ReadinessPage {
    struct Line: Encodable {
        let clause: String
        let title: String
        let demand: DocumentedInformation
        /// In our words.
        let what: String
        let providedBy: [String]
        let met: Bool
    }

    let standard: String
    let designation: String
    let day: Day
    /// The past day whose state of the register was judged; nil for the present state.
    let asOf: Day?
    let demands: [Line]
    /// What to type for the first demand that nothing provides.
    private let next: String?

    private enum CodingKeys: CodingKey {
        case standard, designation, day, asOf, demands
    }

    init(_ report: GapReport, _ names: RegisterNames, asOf: Day? = nil) throws {
        standard = report.standard.id
        designation = report.standard.designation
        day = report.day
        self.asOf = asOf
        demands = report.clauses.flatMap(\.demands).map {
            Line(
                clause: $0.clause.number, title: $0.clause.title, demand: $0.demand, what: $0.clause.note,
                providedBy: $0.providedBy, met: $0.isMet)
        }
        let commands = try WorkCommands(report.standard, names)
        next = demands.first(where: \.isOpen).map { $0.next(by: commands) }
    }

    var isReady: Bool { demands.allSatisfy(\.met) }

    static let header = ["clause", "title", "demand", "what", "provided_by", "met"]

    var rows: [[String]] {
        demands.map {
            [
                $0.clause, $0.title, $0.demand.rawValue, $0.what, $0.providedBy.joined(separator: " "),
                $0.met ? "yes" : "no",
            ]
        }
    }

    func show(_ console: Console) throws {
        let (met, nothing) = (demands.count { $0.met }, demands.count(where: \.isOpen))
        try console.say(
            "\(designation) on \(day.judging(stateOf: asOf)): \(counted(demands.count, "demand")) for documented information, "
                + "\(met) met, \(demands.count - met - nothing) provided by nothing current, \(nothing) not provided",
            .strong)
        var table = TextTable(
            columns: [
                .init("clause"), .init("demand"), .init("provided by", shrinks: true),
                .init("what is demanded"),
            ], indent: 2)
        table.rows = demands.map { [$0.clause, $0.demand.rawValue, $0.providers, $0.what] }
        try console.table(table)
        if let next { console.tell("Next: \(next)") }
    }
}

extension DocumentedPage.Line {
    /// Nothing provides it at all.
    fileprivate var isOpen: Bool { providedBy.isEmpty && !met }

    /// A document begins with a skeleton, a record with what was done.
    fileprivate func next(by commands: WorkCommands) -> String {
        let add = commands.add(clause)
        if demand == .retain { return "\(add) with a record, such as minutes or a report" }
        return commands.draft(clause, answering: .maintain).map { "\($0), then \(add)" } ?? add
    }

    fileprivate var providers: String {
        if providedBy.isEmpty { return met ? "credit" : "nothing" }
        return providedBy.joined(separator: ", ") + (met ? "" : " (not current)")
    }
}
