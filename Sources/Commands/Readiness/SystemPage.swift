import Certification
import Store

/// How ready all standards of a register are, beside each other by the clauses that they have in common.
struct SystemPage: ReadinessPage {
    /// One standard.
    struct Column: Encodable {
        let standard: String
        let designation: String
        /// `20000-1`
        let name: String
        let requirements: Int
        let counts: StatusCounts
        /// How many clauses need work, by their evidence or by a person's verdict.
        let open: Int
    }

    /// One clause of the Harmonized Structure.
    struct Row: Encodable {
        let clause: String
        let title: String
        /// In the order of the columns.
        let standards: [SystemCell]
    }

    let day: Day
    /// The past day whose state of the register was judged; nil for the present state.
    let asOf: Day?
    let standards: [Column]
    /// Those in which any of the standards has a clause.
    let clauses: [Row]
    private let commands: RegisterNames

    private enum CodingKeys: CodingKey {
        case day, asOf, standards, clauses
    }

    init(
        _ tallies: [ReadinessTally], by structure: HarmonizedStructure, on day: Day, asOf: Day? = nil,
        _ commands: RegisterNames? = nil
    ) {
        self.day = day
        self.asOf = asOf
        self.commands = commands ?? RegisterNames(tallies.map(\.catalogue))
        let names = StandardNames.short(tallies.map(\.catalogue.standard))
        standards = zip(tallies, names).map { Column($0, name: $1) }
        let cells = tallies.map { SystemCell.cells(of: $0, by: structure) }
        clauses = (structure.rows + [.own]).enumerated().map { index, row in
            Row(clause: row.number, title: row.title, standards: cells.map { $0[index] })
        }.filter { row in row.standards.contains { !$0.clauses.isEmpty } }
    }

    static let header = ["clause", "title"]

    var columns: [String] { Self.header + standards.map(\.standard) }

    var rows: [[String]] {
        clauses.map { row in
            [row.clause, row.title] + row.standards.map { $0.clauses.isEmpty ? "" : $0.text }
        }
    }

    var isReady: Bool { open == 0 }

    /// How many clauses of all standards need work.
    var open: Int { standards.reduce(0) { $0 + $1.open } }

    func show(_ console: Console) throws {
        let (covered, applicable) = standards.reduce((0, 0)) {
            ($0.0 + $1.counts[.covered], $0.1 + $1.counts.applicable)
        }
        try console.say(
            "Integrated system on \(day.judging(stateOf: asOf)): \(counted(standards.count, "standard")), \(covered) of \(counted(applicable, "requirement clause")) covered",
            .strong)
        for table in SystemTables(self).tables(width: console.width) {
            try console.table(table)
            try console.say()
        }
        try console.say(
            "Each cell: the worst status among the clauses there, and how many of them have it; - where nothing is asked for."
        )
        try showNext(console)
    }

    /// Points to the standard in which most is to be done.
    private func showNext(_ console: Console) throws {
        guard open > 0, let most = standards.max(by: { $0.open < $1.open }) else {
            return try console.say("No clause needs work.")
        }
        let worst = ClauseStatus.allCases.filter { $0.isOpen && most.counts[$0] > 0 }.max()
        console.tell("Next: \(commands.gap(most.standard)) --only \(worst?.rawValue ?? "missing")")
    }
}

extension SystemPage.Column {
    fileprivate init(_ tally: ReadinessTally, name: String) {
        let statuses = tally.statuses
        standard = tally.catalogue.standard.id
        designation = tally.catalogue.standard.designation
        self.name = name
        requirements = statuses.count
        counts = StatusCounts { status in statuses.count { $0.status == status } }
        open = tally.open
    }
}

extension SystemPage {
    /// All standards of a register on a day.
    init(_ view: RegisterView, _ day: Day, _ commands: RegisterNames, asOf: Day? = nil) throws {
        let catalogues = try view.catalogues()
        guard !catalogues.isEmpty else { throw ClauseFinder.Failure.noStandards }
        self.init(
            try view.overview(of: catalogues, on: day).1, by: try StandardLibrary.harmonizedStructure(),
            on: day, asOf: asOf, commands)
    }
}
