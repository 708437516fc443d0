/// The dates of a large register: every item of it has one.
struct ReminderBench {
    let tools: Tools
    let scale: Scale
    /// The folder of the register.
    let register: String

    /// Octets that the list, the reminders and the calendar may need.
    private static let memoryLimit = 96 << 20

    func rows() throws -> [Row] {
        let first = try tools.dossier(["remind", "--mark-only"], in: register)
        let calendar = ["calendar", "-o", tools.path("dates.ics"), "--overwrite"]
        let new = try tools.dossier(calendar, in: register)
        try tools.settle()
        var rows = [
            try row("due", ["due"], 1), try row("remind, nothing new", ["remind"], 0.5),
            try row("calendar, nothing new", calendar, 2),
            Row(what: "remind, the first time", measured: first),
            Row(what: "calendar, the first time", measured: new, target: .seconds(2)),
            try row("calendar to standard output", ["calendar"], 2),
            try row("due --within 36m, csv", ["due", "--within", "36m", "--format", "csv"], nil),
        ]
        rows[0].remark = "\(scale.items) items with dates"
        for index in rows.indices { rows[index].memoryLimit = Self.memoryLimit }
        try tools.remove("dates.ics")
        return rows
    }

    private func row(_ what: String, _ arguments: [String], _ seconds: Double?) throws -> Row {
        let runs = try (0..<scale.runs).map { _ in try tools.discarding(arguments, in: register) }
        return Row(what: what, measured: runs.median, target: seconds.map { .seconds($0) })
    }
}
