import Certification

/// How the clauses of one standard stand that belong to one clause of the Harmonized Structure.
struct SystemCell: Encodable {
    let standard: String
    /// The worst among the clauses that apply; nil where the standard has none here.
    let status: ClauseStatus?
    let counts: StatusCounts
    /// The numbers of the clauses in the standard.
    let clauses: [String]

    init(standard: String, _ statuses: [(clause: Clause, status: ClauseStatus)]) {
        self.standard = standard
        let applying = statuses.map(\.status).filter(\.applies)
        status = applying.max() ?? statuses.map(\.status).max()
        counts = StatusCounts { status in statuses.count { $0.status == status } }
        clauses = statuses.map(\.clause.number)
    }

    /// One cell for each row of the structure and, at the end, one for what is the standard's own.
    static func cells(of tally: ReadinessTally, by structure: HarmonizedStructure) -> [SystemCell] {
        let statuses = Dictionary(
            tally.statuses.map { ($0.clause.number, $0) }, uniquingKeysWith: { first, _ in first })
        return structure.assignment(of: tally.catalogue).map { row in
            SystemCell(
                standard: tally.catalogue.standard.id, row.clauses.compactMap { statuses[$0.number] })
        }
    }

    /// `covered` where all clauses are, `missing 2/5`, `excluded`; `-` where there is none.
    var text: String {
        guard let status else { return "-" }
        if counts.applicable < 2 || counts[status] == counts.applicable && status == .covered {
            return status.rawValue
        }
        return "\(status.rawValue) \(counts[status])/\(counts.applicable)"
    }
}
