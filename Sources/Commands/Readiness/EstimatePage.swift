import Certification

/// How far a certificate for another standard would carry, by the map alone.
struct EstimatePage: Listing {
    struct Line: Encodable {
        let clause: String
        let title: String
        /// Nil where the map knows nothing that would help.
        let strength: MapStrength?
        let from: [String]
        let why: [String]
    }

    struct Counts: Encodable {
        let equal: Int
        let partial: Int
        let related: Int
        let none: Int
    }

    let standard: String
    let designation: String
    let ifCertified: String
    let ifCertifiedDesignation: String
    /// Said in the payload too, so that no program takes it for a judgement of evidence.
    let estimate = "by the map alone; no evidence was looked at"
    /// The identifiers of the standards by way of which the map relates the two; empty where it does so directly.
    let byWayOf: [String]
    let requirements: Int
    let counts: Counts
    let clauses: [Line]
    private let basis: String

    private enum CodingKeys: CodingKey {
        case standard, designation, ifCertified, ifCertifiedDesignation, estimate, byWayOf, requirements,
            counts
        case clauses
    }

    /// `others` are the standards by way of which the map relates the two; none where it does so directly.
    init(_ estimate: CreditEstimate, byWayOf others: [Standard] = []) {
        byWayOf = others.map(\.id)
        basis =
            others.isEmpty
            ? "alone" : "by way of \(others.map(\.designation).joined(separator: " or ")) alone"
        standard = estimate.standard.id
        designation = estimate.standard.designation
        ifCertified = estimate.held.id
        ifCertifiedDesignation = estimate.held.designation
        requirements = estimate.lines.count
        counts = Counts(
            equal: estimate.count(.equal), partial: estimate.count(.partial),
            related: estimate.count(.related),
            none: estimate.count(nil))
        clauses = estimate.lines.map {
            Line(
                clause: $0.clause.number, title: $0.clause.title, strength: $0.strength, from: $0.from,
                why: $0.relations.map(\.why))
        }
    }

    static let header = ["clause", "title", "strength", "from", "why", "basis"]

    /// Each row says that it is an estimate: rows are copied into other lists.
    var rows: [[String]] { cells.map { $0 + ["estimate by the map"] } }

    private var cells: [[String]] {
        clauses.map {
            [
                $0.clause, $0.title, $0.strength?.rawValue ?? "none", $0.from.joined(separator: " "),
                $0.why.joined(separator: "; "),
            ]
        }
    }

    func show(_ console: Console) throws {
        try console.say("\(designation), if \(ifCertifiedDesignation) is certified: an estimate", .strong)
        try console.say(
            "Drawn from the map of clauses \(basis); no evidence was looked at. Strengths are our own judgement."
        )
        let shares: [(Int, String)] = [
            (counts.equal, "ask for the same: documents can serve both once they name both systems"),
            (counts.partial, "are shared in part: something is to be added"),
            (counts.related, "are related only, which counts for nothing"),
            (counts.none, "have no counterpart"),
        ]
        try console.say("Of \(requirements) requirement clauses")
        for (count, words) in shares {
            try console.say("  \(TerminalText.leftPadded(String(count), to: 3))  \(words)")
        }
        try console.say(
            "So about \(counts.equal) of \(requirements) (\(percent(counts.equal, of: requirements)) %) could be backed, "
                + "and \(counts.partial) more (\(percent(counts.partial, of: requirements)) %) in part."
        )
        var table = TextTable(
            columns: [
                .init("clause"), .init("title", shrinks: true), .init("strength"),
                .init("from", shrinks: true),
                .init("why"),
            ], indent: 2)
        table.rows = cells
        try console.table(table)
        console.tell(
            "Next: catalogue the evidence of \(ifCertified), then `dossier gap \(standard) --credit \(ifCertified)`."
        )
    }
}

extension EstimatePage {
    /// The estimate for one of the catalogues within reach, where there is something to say.
    init(of target: Catalogue, ifCertified held: Catalogue, among all: [Catalogue]) throws {
        try target.refuseCreditToItself([held])
        let (map, ids) = (try StandardLibrary.map(), (target.standard.id, held.standard.id))
        let between = map.standards(between: ids.0, and: ids.1)
        guard map.relatesDirectly(ids.0, ids.1) || !between.isEmpty else {
            throw Failure(
                .unusableData,
                "the map does not relate \(target.standard.designation) and \(held.standard.designation)")
        }
        self.init(
            CreditEstimate(of: target, ifCertified: held, map: map),
            byWayOf: all.map(\.standard).filter { between.contains($0.id) })
    }
}

extension Catalogue {
    func refuseCreditToItself(_ others: [Catalogue]) throws {
        guard others.contains(where: { $0.standard.id == standard.id }) else { return }
        throw Failure(.usage, "\(standard.id) cannot give credit to itself")
    }
}
