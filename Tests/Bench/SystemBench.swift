/// An integrated system: as many items and links as a large group has, spread over seven standards.
struct SystemBench {
    static let standards = ["20000-1", "9001", "14001", "27001", "45001", "22301", "50001"]

    let tools: Tools
    let scale: Scale

    func rows() throws -> [Row] {
        let register = tools.path("system")
        try tools.dossier(
            ["init", register, "--organization", "Bench"] + Self.standards.flatMap { ["--standard", $0] })
        try tools.measure(CommandLine.arguments[0], ["--make-register", register, "\(scale.items)"])
        try tools.settle()
        var rows = [
            try row("gap --all, seven standards", ["gap", "--all"], 2),
            try row("check, seven standards", ["check"], 3),
            try row("check --format csv", ["check", "--format", "csv"], nil),
            try row("gap 20000-1 --credit 9001", ["gap", "20000-1", "--credit", "9001"], nil),
        ]
        rows[0].remark = "\(scale.items) items, \(scale.items * 3) links"
        try tools.remove("system")
        return rows
    }

    private func row(_ what: String, _ arguments: [String], _ seconds: Double?) throws -> Row {
        let runs = try (0..<scale.runs).map { _ in
            try tools.dossier(arguments, in: tools.path("system"), mayAnswerNo: true)
        }
        return Row(what: what, measured: runs.median, target: seconds.map { .seconds($0) })
    }
}
