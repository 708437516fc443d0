/// Taking the documents of an office in, reading their texts, searching them and finding their clauses.
struct DocumentBench {
    let tools: Tools
    let scale: Scale

    struct NoScript: Error {}

    func rows() throws -> [Row] {
        try writeFiles()
        let register = tools.path("office-register")
        var (imports, copies, reads, suggestions, searches): ([Measurement], [Double], _, _, [Measurement]) =
            ([], [], [Measurement](), [Measurement](), [])
        for _ in 0..<scale.runs {
            imports.append(try ingest())
            copies.append(try copyAndDigest())
            // The first search reads the texts.
            reads.append(try tools.dossier(["search", "incident"], in: register))
            suggestions.append(try tools.discarding(["suggest", "--unlinked"], in: register))
            searches.append(try tools.dossier(["search", "incident NEAR escalation"], in: register))
        }
        for name in ["office", "office-copy", "office-register"] { try tools.remove(name) }
        return rows(imports, copies, reads, suggestions, searches)
    }

    private func rows(
        _ imports: [Measurement], _ copies: [Double], _ reads: [Measurement], _ suggestions: [Measurement],
        _ searches: [Measurement]
    ) -> [Row] {
        let limit = 128 << 20
        return [
            Row(
                what: "import a folder / cp -r, openssl dgst", measured: imports.median,
                reference: copies.sorted()[copies.count / 2], target: .ratio(3), memoryLimit: limit,
                remark: "\(scale.documents) files, \(scale.documentOctets >> 20) MiB"),
            Row(
                what: "read their texts", measured: reads.median, target: .seconds(60), memoryLimit: limit,
                remark: "the first search"),
            Row(
                what: "suggest --unlinked", measured: suggestions.median, target: .seconds(20),
                memoryLimit: limit),
            Row(what: "search", measured: searches.median, target: .seconds(0.05), memoryLimit: limit),
        ]
    }

    private func writeFiles() throws {
        guard let script = tools.absolute("Tests/Bench/Scripts/office_files.py") else { throw NoScript() }
        try tools.shell(
            "python3 \"$@\"",
            [script, tools.path("office"), "\(scale.documents)", "\(scale.documentOctets)"])
    }

    private func ingest() throws -> Measurement {
        let register = tools.path("office-register")
        try tools.remove("office-register")
        try tools.dossier(["init", register, "--organization", "Bench", "--standard", "20000-1"])
        try tools.settle()
        return try tools.dossier(["import", tools.path("office")], in: register)
    }

    private func copyAndDigest() throws -> Double {
        try tools.remove("office-copy")
        try tools.settle()
        let copy = try tools.shell("cp -r office office-copy")
        let digest = try tools.shell(
            "find office-copy -type f -print0 | xargs -0 openssl dgst -sha256 > /dev/null")
        return copy.seconds + digest.seconds
    }
}
