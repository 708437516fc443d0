/// Taking files in, beside the tools that everybody has.
struct IngestBench {
    let tools: Tools
    let scale: Scale

    func rows() throws -> [Row] {
        try Corpus(files: scale.files, octets: scale.octets).write(to: tools.path("files"))
        let names = (0..<scale.files).map { "files/" + Corpus.name($0) }
        let register = tools.path("register")
        let add = ["add", "--clause", "8.6.1"] + names.map(tools.path)
        var (imports, adds): ([Measurement], [Measurement]) = ([], [])
        var copies: [Copy] = []
        for _ in 0..<scale.runs {
            imports.append(
                try ingest { try tools.dossier(["import", tools.path("files/register.csv")], in: register) })
            copies.append(try copyAndDigest(names))
            adds.append(try ingest { try tools.dossier(add, in: register) })
        }
        for name in ["copy", "register", "files"] { try tools.remove(name) }
        let plain = middle(copies.map { $0.copy + $0.digest })
        let durable = middle(copies.map { $0.copy + $0.sync + $0.digest })
        return [
            Row(
                what: "import / cp -r, openssl dgst", measured: imports.median, reference: plain,
                target: .ratio(1.5),
                remark: "\(scale.files) files, \(scale.octets >> 20) MiB; the copy is not on disk yet"),
            Row(
                what: "add / cp -r, openssl dgst", measured: adds.median, reference: plain,
                target: .ratio(1.5)),
            Row(
                what: "import / cp -r, sync, openssl dgst", measured: imports.median, reference: durable,
                remark: "both on disk; the sync took \(Report.time(middle(copies.map(\.sync))))"),
            Row(what: "add / cp -r, sync, openssl dgst", measured: adds.median, reference: durable),
        ]
    }

    /// Seconds of the others' steps.
    private struct Copy {
        let copy: Double
        let sync: Double
        let digest: Double
    }

    /// Both sides read files that lie in the page cache. Ours ends with the octets on disk.
    private func ingest(_ body: () throws -> Measurement) throws -> Measurement {
        try tools.remove("register")
        try tools.dossier([
            "init", tools.path("register"), "--organization", "Bench", "--standard", "20000-1",
        ])
        try tools.settle()
        return try body()
    }

    private func copyAndDigest(_ names: [String]) throws -> Copy {
        try tools.remove("copy")
        try tools.settle()
        let copy = try tools.shell("cp -r files copy")
        let sync = try tools.shell("sync -f copy")
        let digest = try tools.shell("openssl dgst -sha256 \"$@\" > /dev/null", names)
        return Copy(copy: copy.seconds, sync: sync.seconds, digest: digest.seconds)
    }

    private func middle(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
