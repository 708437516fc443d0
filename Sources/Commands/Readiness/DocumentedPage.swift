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
    let demands: [Line]

    init(_ report: GapReport) {
        standard = report.standard.id
        designation = report.standard.designation
        day = report.day
        demands = report.clauses.flatMap(\.demands).map {
            Line(
                clause: $0.clause.number, title: $0.clause.title, demand: $0.demand, what: $0.clause.note,
                providedBy: $0.providedBy, met: $0.isMet)
        }
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
            "\(designation) on \(day): \(counted(demands.count, "demand")) for documented information, "
                + "\(met) met, \(demands.count - met - nothing) provided by nothing current, \(nothing) not provided",
            .strong)
        var table = TextTable(
            columns: [
                .init("clause"), .init("demand"), .init("provided by", shrinks: true),
                .init("what is demanded"),
            ], indent: 2)
        table.rows = demands.map { [$0.clause, $0.demand.rawValue, $0.providers, $0.what] }
        try console.table(table)
        if let open = demands.first(where: \.isOpen) {
            console.tell(
                open.demand == .maintain
                    ? "Next: dossier draft \(open.clause), then dossier add FILE --clause \(open.clause)"
                    : "Next: dossier add FILE --clause \(open.clause) with a record, such as minutes or a report"
            )
        }
    }
}

extension DocumentedPage.Line {
    /// Nothing provides it at all.
    fileprivate var isOpen: Bool { providedBy.isEmpty && !met }

    fileprivate var providers: String {
        if providedBy.isEmpty { return met ? "credit" : "nothing" }
        return providedBy.joined(separator: ", ") + (met ? "" : " (not current)")
    }
}
