import Certification
import GRDB

/// The questions behind readiness.
extension RegisterView {
    /// Judges one standard on a day.
    public func gap(of catalogue: Catalogue, on day: Day) throws -> GapReport {
        try gaps(of: [catalogue], on: day)[0]
    }

    /// Judges standards on a day by streaming once through the evidence; in the order of the standards.
    public func gaps(of catalogues: [Catalogue], on day: Day) throws -> [GapReport] {
        var analyses = try catalogues.map {
            GapAnalysis(of: $0, on: day, decisions: try decisions(about: $0.standard.id))
        }
        try forEachWalkedItem { item in
            if item.isRetired || item.links.isEmpty { return }
            let judgement = EvidenceJudgement(id: item.id, kind: item.kind, dates: item.dates, on: day)
            item.forEachLinked(catalogues) { analyses[$0].add(judgement, dates: item.dates, links: $1) }
        }
        return analyses.map { $0.report() }
    }

    /// How ready standards are on a day and how much there is, in one pass.
    public func overview(of catalogues: [Catalogue], on day: Day) throws -> (RegisterCounts, [ReadinessTally])
    {
        var tallies = try catalogues.map {
            ReadinessTally(of: $0, on: day, decisions: try decisions(about: $0.standard.id))
        }
        var (held, requested, retired, unlinked) = (0, 0, 0, 0)
        try forEachWalkedItem { item in
            if item.isRetired { return retired += 1 }
            if item.dates.revisions.isEmpty { requested += 1 } else { held += 1 }
            if item.links.isEmpty { return unlinked += 1 }
            let standing = item.dates.judged(on: day).standing
            item.forEachLinked(catalogues) {
                tallies[$0].add(standing, kind: item.kind, dates: item.dates, links: $1)
            }
        }
        func count(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: "SELECT \(sql)") ?? 0 }
        let counts = RegisterCounts(
            requested: requested, held: held, retired: retired,
            revisions: try count("count(*) FROM revision"),
            links: try count("count(*) FROM link"), octets: try count("coalesce(sum(size), 0) FROM revision"),
            unlinked: unlinked)
        return (counts, tallies)
    }

    private func forEachWalkedItem(_ body: (WalkedItem) -> Void) throws {
        var walk = try EvidenceWalk(database)
        while let item = try walk.next() { body(item) }
    }
}
