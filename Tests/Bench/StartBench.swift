/// How long it takes until the program does anything, beside an interpreter that does nothing.
struct StartBench {
    let tools: Tools
    let runs: Int

    func rows() throws -> [Row] {
        // Not the python3 of the search path: that may be a script that looks for the real one.
        let python = try tools.shell("python3 -c 'import sys; print(sys.executable)'").firstLine
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
