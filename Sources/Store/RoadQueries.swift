import Certification
import GRDB

/// Questions about the roads to first certificates.
extension RegisterView {
    /// The roads in the order of standards, with what the register shows as taken by a day noted as done.
    public func roads(on day: Day) throws -> [RoadPlan] {
        try roads().map { road in
            road.noting(try stepsTaken(towards: road.standard, since: road.start ?? day, by: day))
        }
    }

    /// The steps towards a standard that recorded audits and decisions show as taken between two days.
    public func stepsTaken(towards standard: String, since first: Day, by last: Day) throws -> [RoadItem] {
        let own = Set(try certificates().filter { $0.standard == standard }.map { $0.id.lowercased() })
        let events = try certificateEvents().filter { own.contains($0.key) }.flatMap(\.value)
        return RoadPlan.taken(
            towards: standard, audits: try audits(),
            decisions: events.filter { $0.kind == .decision }.map(\.on),
            since: first, by: last)
    }
}
