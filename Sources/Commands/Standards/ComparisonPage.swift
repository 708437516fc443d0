import Certification

/// Standards side by side, as programs and people read it.
struct ComparisonPage: Listing {
    /// One standard.
    struct Profile: Encodable {
        let id: String
        let designation: String
        let title: String
        let edition: String
        let published: String
        let status: String
        let successor: String?
        let focus: String?
        let audience: String?
        let excludable: [String]?
        let exclusions: String?
        let requirements: Int
        let controls: Int
        let maintain: Int
        let retain: Int
    }

    /// The clauses, or the controls, of one standard as seen from another.
    struct Overlap: Encodable {
        let standard: String
        let other: String
        let part: StandardOverlap.Part
        let count: Int
        let shared: Int
        let partly: Int
        let own: Int
        let byWayOf: [String]
        /// Whether the map relates the two standards at all, directly or by way of others.
        let isKnown: Bool
        /// Nil where they were not asked for.
        let clauses: [Line]?
        /// `27001`
        fileprivate(set) var standardName = ""
        fileprivate(set) var otherName = ""

        private enum CodingKeys: CodingKey {
            case standard, other, part, count, shared, partly, own, byWayOf, isKnown, clauses
        }
    }

    /// One clause and where it falls.
    struct Line: Encodable {
        let clause: String
        let title: String
        let share: StandardOverlap.Share
        let with: [Relation]
    }

    /// A clause of the other standard that put it there.
    struct Relation: Encodable {
        let clause: String
        let strength: MapStrength
        let why: String
    }

    let standards: [Profile]
    let overlaps: [Overlap]
    /// The designations of the standards by their identifiers.
    private let names: [String: String]

    private enum CodingKeys: CodingKey {
        case standards, overlaps
    }

    init(_ comparison: StandardComparison, names: [String: String], listsClauses: Bool) {
        self.names = names
        standards = comparison.profiles.map(Profile.init)
        let short = Dictionary(
            zip(
                comparison.profiles.map(\.standard.id),
                StandardNames.short(comparison.profiles.map(\.standard))),
            uniquingKeysWith: { first, _ in first })
        overlaps = comparison.overlaps.flatMap { overlap in
            overlap.parts.map { part in
                var seen = Overlap(overlap, part, listsClauses: listsClauses)
                seen.standardName = short[overlap.standard.id] ?? ""
                seen.otherName = short[overlap.other.id] ?? ""
                return seen
            }
        }
    }

    static let header = ["standard", "other", "part", "count", "shared", "partly", "own", "by_way_of"]
    private static let clauseHeader = [
        "standard", "other", "part", "clause", "title", "share", "with", "why",
    ]

    /// Whether the clauses were asked for too.
    var listsClauses: Bool { overlaps.contains { $0.clauses != nil } }

    var columns: [String] { listsClauses ? Self.clauseHeader : Self.header }

    var rows: [[String]] { listsClauses ? overlaps.flatMap(\.clauseRows) : overlaps.map(\.row) }

    func name(_ id: String) -> String { names[id] ?? id }
}

extension ComparisonPage.Profile {
    init(_ profile: StandardProfile) {
        let standard = profile.standard
        self.init(
            id: standard.id, designation: standard.designation, title: standard.title,
            edition: standard.edition, published: standard.published, status: standard.status,
            successor: standard.successor, focus: standard.focus, audience: standard.audience,
            excludable: standard.excludable, exclusions: standard.exclusions,
            requirements: profile.requirements, controls: profile.controls, maintain: profile.maintain,
            retain: profile.retain)
    }
}

extension ComparisonPage.Overlap {
    init(_ overlap: StandardOverlap, _ part: StandardOverlap.Part, listsClauses: Bool) {
        self.init(
            standard: overlap.standard.id, other: overlap.other.id, part: part,
            count: overlap.count(of: part),
            shared: overlap.count(.shared, of: part), partly: overlap.count(.partly, of: part),
            own: overlap.count(.own, of: part), byWayOf: overlap.byWayOf,
            isKnown: overlap.isKnown,
            clauses: listsClauses
                ? overlap.lines.filter { $0.part == part }.map { ComparisonPage.Line($0, in: overlap) } : nil)
    }

    fileprivate var row: [String] {
        [
            standard, other, part.rawValue, "\(count)", "\(shared)", "\(partly)", "\(own)",
            byWayOf.joined(separator: " "),
        ]
    }

    fileprivate var clauseRows: [[String]] {
        (clauses ?? []).map { line in
            [
                standard, other, part.rawValue, line.clause, line.title, line.share.rawValue, line.withText,
                line.whyText,
            ]
        }
    }
}

extension ComparisonPage.Line {
    fileprivate init(_ line: StandardOverlap.Line, in overlap: StandardOverlap) {
        self.init(
            clause: line.clause.number, title: line.clause.title, share: line.share,
            with: line.relations.map { relation in
                let other = relation.from.standard == overlap.other.id ? relation.from : relation.to
                return .init(clause: other.number, strength: relation.strength, why: relation.why)
            })
    }

    /// `6.1.1 6.1.2`, in parentheses where they are only worth a look.
    var withText: String {
        let numbers = with.map(\.clause).joined(separator: " ")
        return share == .own && !numbers.isEmpty ? "(\(numbers))" : numbers
    }

    /// The reasons, each once.
    var whyText: String {
        var seen: Set<String> = []
        return with.map(\.why).filter { seen.insert($0).inserted }.joined(separator: "; ")
    }
}
