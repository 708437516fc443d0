import Certification
import Store

/// The daily questions to a register larger than any organization's.
struct RegisterBench {
    let tools: Tools
    let scale: Scale

    func rows() throws -> [Row] {
        let register = tools.path("large")
        try tools.dossier(["init", register, "--organization", "Bench", "--standard", "20000-1"])
        let filling = try tools.measure(
            CommandLine.arguments[0], ["--make-register", register, "\(scale.items)"])
        try tools.settle()
        let size = try tools.shell("du -sm \"$1\" | cut -f 1", [register]).firstLine
        let middle = EvidenceIdentifier.generated(scale.items / 2)
        var rows = [
            try row("gap", ["gap"], .seconds(1)),
            try row("status", ["status"], .seconds(0.5)),
            try row("show", ["show", middle], .seconds(0.1)),
            try addRow(),
            try row("show CLAUSE", ["show", "8.6.1"], nil),
            try row("list --clause", ["list", "--clause", "8.6.1"], nil),
            try row("log --evidence", ["log", "--evidence", middle], nil),
            Row(
                what: "list --format csv",
                measured: try tools.dossier(["list", "--format", "csv"], in: register)),
            Row(what: "log --verify", measured: try tools.dossier(["log", "--verify"], in: register)),
        ]
        rows[0].remark =
            "\(scale.items) items, \(scale.items * 3) links, \(size) MiB, made in \(Report.time(filling.seconds))"
        rows += try ReminderBench(tools: tools, scale: scale, register: register).rows()
        try tools.remove("large")
        return rows
    }

    private func row(_ what: String, _ arguments: [String], _ target: Row.Target?) throws -> Row {
        let runs = try (0..<scale.runs).map { _ in try tools.dossier(arguments, in: tools.path("large")) }
        return Row(what: what, measured: runs.median, target: target)
    }

    /// A new file of 100 kB each time.
    private func addRow() throws -> Row {
        let runs = try (0..<scale.runs).map { run in
            try tools.shell("head -c 100000 /dev/urandom > \"$1\"", [tools.path("note-\(run).txt")])
            try tools.settle()
            return try tools.dossier(
                ["add", tools.path("note-\(run).txt"), "--clause", "8.6.1"], in: tools.path("large"))
        }
        return Row(what: "add", measured: runs.median, target: .seconds(0.1))
    }
}
