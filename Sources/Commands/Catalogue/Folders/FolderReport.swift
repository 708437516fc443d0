/// What became of the files of a folder, for people.
struct FolderReport {
    /// As the user wrote it.
    let folder: String
    let plan: FolderPlan
    let walk: FolderWalk
    let reading: FolderReading

    func show(_ tally: ImportTally, _ rejected: [(path: String, why: String)], _ session: Session) throws {
        let console = session.console
        try console.say("\(counted(walk.files.count, "file")) found in \(folder)")
        try showPassedOver(console)
        try console.say(
            "  \(tally.added) new, \(tally.revised) revised, \(tally.changed) changed, \(tally.unchanged) unchanged, \(plan.same.count) the same as others, \(plan.older.count) older, \(rejected.count) rejected"
        )
        try showSuggested(console)
        for (path, first) in plan.same { try console.say("  \(path) has the same content as \(first)") }
        for (path, newer, id) in plan.older {
            try console.say("  \(path) is older than \(newer), which \(id) holds; it is left out")
        }
        for (path, why) in rejected { try console.say("  \(path): \(why)") }
        for remark in reading.remarks { console.warn(remark) }
        session.tell(missing: reading.missing)
    }

    private func showPassedOver(_ console: Console) throws {
        let passed = walk.skipped.sorted { $0.key < $1.key }.map { counted($0.value, $0.key) }
        let all = passed + (reading.skipped > 0 ? ["\(reading.skipped) by the rules"] : [])
        if !all.isEmpty { try console.say("  passed over: \(all.joined(separator: ", "))") }
    }

    private func showSuggested(_ console: Console) throws {
        let suggested = plan.rows.map(\.suggested.count).filter { $0 > 0 }
        if suggested.isEmpty { return }
        let clauses = counted(suggested.reduce(0, +), "clause")
        try console.say("  \(clauses) suggested for \(counted(suggested.count, "item")), to review")
    }
}
