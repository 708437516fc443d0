import Certification

extension MigrationPage {
    func show(_ console: Console) throws {
        try console.say("\(names.old) to \(names.new): \(summary)", .strong)
        try showWork(console)
        try showNew(console)
        console.tell("Nothing was written. Next: \(next)")
    }

    /// `3 links of 2 items: 1 to link and review, 2 done; 1 requirement clause is new`
    private var summary: String {
        let parts = EditionMigration.Task.allCases.compactMap { task in
            counts[task.rawValue].flatMap { $0 > 0 ? "\($0) \(task.countWords)" : nil }
        }
        let held = "\(counted(links, "link")) of \(counted(items, "item"))"
        let arrivals =
            new.count == 1 ? "1 requirement clause is new" : "\(new.count) requirement clauses are new"
        return "\(held)\(parts.isEmpty ? "" : ": ")\(parts.joined(separator: ", ")); \(arrivals)"
    }

    private var next: String {
        work.lazy.compactMap(\.command).first ?? "dossier gap \(to)"
    }

    /// Each line of work, below it the command to type and why the clauses belong together.
    private func showWork(_ console: Console) throws {
        var table = TextTable(
            columns: [
                .init("evidence"), .init("from"), .init("to"), .init("strength"), .init("what to do"),
            ],
            indent: 2)
        table.rows = work.map {
            [$0.evidence, $0.from, $0.to ?? "-", $0.strength?.rawValue ?? "-", $0.task.words]
        }
        let lines = table.lines(width: console.width)
        for line in lines.prefix(1) { try console.say(line) }
        for (line, work) in zip(lines.dropFirst(), work) {
            try console.say(line)
            if let command = work.command { try console.say("    \(command)\(work.remark)") }
        }
    }

    private func showNew(_ console: Console) throws {
        guard !new.isEmpty else {
            return try console.say("Something carries over to each requirement clause.")
        }
        try console.say("New in \(names.new): nothing carries over")
        var table = TextTable(
            columns: [.init("clause"), .init("title", shrinks: true), .init("demand"), .init("look")],
            titled: false, indent: 2)
        table.rows = new.map { arrival in
            [
                arrival.clause, arrival.title, arrival.demands.map(\.rawValue).joined(separator: ", "),
                arrival.relatedText,
            ]
        }
        try console.table(table)
    }
}

extension MigrationPage.Line {
    /// Why, as a remark behind a command.
    fileprivate var remark: String { why.map { $0.isEmpty ? "" : "  # \($0)" } ?? "" }
}

extension EditionMigration.Task {
    /// What is to be done, behind a number.
    fileprivate var countWords: String {
        switch self {
        case .link: "to link and review"
        case .revise: "to revise first"
        case .look: "to look at"
        case .decide: "without a successor"
        case .done: "done"
        }
    }
}
