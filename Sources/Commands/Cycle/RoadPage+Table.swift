import Certification

/// Roads as people read them: a line a step.
extension RoadPage {
    func show(_ console: Console) throws {
        for road in roads {
            try console.say(road.heading, .strong)
            var table = TextTable(
                columns: [
                    .init("step"), .init("first"), .init("last"), .init("days", .right), .init("status"),
                    .init("why"),
                ], indent: 2)
            table.rows = road.steps.map {
                [$0.title, "\($0.first)", "\($0.last)", "\($0.days)", $0.status.rawValue, $0.why]
            }
            try console.table(table)
            for warning in road.warnings { try console.say("  warning: \(warning.text)") }
        }
    }
}

extension RoadPage.Road {
    fileprivate var heading: String {
        let ends = [start.map { " from \($0)" }, decision.map { " to the decision on \($0)" }]
        let done = steps.count { $0.done != nil }
        return
            "Road to \(designation)\(ends.compactMap(\.self).joined()), \(done) of \(steps.count) steps done"
    }
}
