import Certification

/// How a list was understood, for people.
struct ImportReport {
    let list: String
    let file: ListFile
    let read: MasterList

    /// Nothing is said of a list in dossier's own words.
    func showReading(_ console: Console) throws {
        if !read.mapping.isPlain || file.form != nil || !read.remarks.readings.isEmpty {
            try console.say("columns of \(list)\(file.form.map { " (\($0))" } ?? "")")
            try console.table(columns)
        }
        try console.table(readings)
    }

    private var columns: TextTable {
        var table = TextTable(
            columns: [.init("column"), .init("field"), .init("")], titled: false, indent: 2)
        table.rows = read.mapping.entries.map { entry in
            let remark = entry.column == nil ? entry.remark : entry.standard.map { "of \($0)" }
            return [entry.heading, entry.column?.rawValue ?? "left out", remark ?? ""]
        }
        return table
    }

    private var readings: TextTable {
        var table = TextTable(
            columns: [.init("column"), .init("written"), .init("read as"), .init("rows")], indent: 2)
        let words = read.remarks.readings.sorted {
            ($0.key.column, $0.key.written) < ($1.key.column, $1.key.written)
        }
        table.rows = words.map { [$0.key.column, $0.key.written, $0.key.read, "\($0.value)"] }
        table.rows += read.remarks.orders.map {
            [$0.column, "dates", $0.order.words, "line \($0.line) proves it"]
        }
        return table
    }
}

extension DayOrder {
    fileprivate var words: String { self == .dmy ? "day, month, year" : "month, day, year" }
}

extension ListRemarks {
    /// The rows that are not what they seem.
    func show(countedIn unit: String, _ console: Console) throws {
        try show(
            obsolete, "passed over: no longer in force (dossier retire ID, where the register has it)", unit,
            console)
        try show(drafts, "without a file: not released yet", unit, console)
        if unnumbered > 0 {
            console.tell("Give the rows without an id one in the list: dossier invents none for them.")
        }
    }

    private func show(_ rows: [Passed], _ title: String, _ unit: String, _ console: Console) throws {
        guard !rows.isEmpty else { return }
        try console.say("  \(title)")
        var table = TextTable(
            columns: [.init("line"), .init("id"), .init("status")], titled: false, indent: 4)
        table.rows = rows.map { ["\(unit) \($0.line)", $0.id.isEmpty ? "-" : $0.id, $0.status] }
        try console.table(table)
    }
}
