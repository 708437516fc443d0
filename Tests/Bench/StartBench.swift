/// How long it takes until the program does anything, beside an interpreter that does nothing.
struct StartBench {
    let tools: Tools
    let runs: Int

    func rows() throws -> [Row] {
        // The system's own where there is one: that of the search path may be a script that looks for another.
        let python = try tools.shell(
            "if [ -x /usr/bin/python3 ]; then echo /usr/bin/python3; else command -v python3; fi"
        ).firstLine
        var (ours, theirs): ([Measurement], [Measurement]) = ([], [])
        for _ in 0..<runs {
            ours.append(try tools.dossier(["--version"]))
            theirs.append(try tools.measure(python, ["-c", "pass"]))
        }
        let size = try tools.shell("stat -c %s \"$1\"", [tools.program]).firstLine
        return [
            Row(
                what: "dossier --version / python3 -c pass", measured: ours.median,
                reference: theirs.median.seconds,
                target: .ratio(1), remark: "\((Int(size) ?? 0) >> 20) MiB program")
        ]
    }
}
