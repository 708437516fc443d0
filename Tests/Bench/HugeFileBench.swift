/// One file larger than the memory that is allowed: everything must stream.
struct HugeFileBench {
    let tools: Tools
    let scale: Scale

    func rows() throws -> [Row] {
        let gibibytes = scale.hugeFile >> 30
        try Corpus(files: 1, octets: scale.hugeFile).write(to: tools.path("files"))
        try tools.dossier([
            "init", tools.path("register"), "--organization", "Bench", "--standard", "20000-1",
        ])
        let take = try tools.dossier(
            ["import", tools.path("files/register.csv")], in: tools.path("register"))
        try tools.remove("files")
        let path = tools.path("bundle.zip")
        let pack = try tools.dossier(["pack", "-o", path], in: tools.path("register"))
        let verify = try tools.dossier(["verify", path])
        for name in ["register", "bundle.zip"] { try tools.remove(name) }
        return [("import", take), ("pack", pack), ("verify", verify)].map { name, measured in
            Row(
                what: "\(name) one file of \(gibibytes) GiB", measured: measured,
                remark: "one run, for its memory")
        }
    }
}
