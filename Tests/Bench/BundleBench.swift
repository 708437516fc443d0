/// Packing and verifying a bundle beside what others need for the same work, on two corpora: few large files and many
/// small ones.
struct BundleBench {
    let tools: Tools
    let scale: Scale

    func rows() throws -> [Row] {
        try rows("A", Corpus(files: scale.files, octets: scale.octets), pack: 0.18, verify: 0.2)
            + rows("B", Corpus.small(scale.files * 25), pack: 0.4, verify: 0.2)
            + HugeFileBench(tools: tools, scale: scale).rows()
    }

    private func rows(_ name: String, _ corpus: Corpus, pack: Double, verify: Double) throws -> [Row] {
        try prepare(corpus)
        let others = OtherBundlers(tools: tools)
        var (ours, theirs) = (Runs(), Runs())
        for _ in 0..<scale.runs {
            try ours.note("pack", packed("zip"))
            try ours.note("verify", tools.dossier(["verify", tools.path("bundle.zip")]))
            try ours.note("tar.zst", packed("tar.zst"))
            try others.measure(into: &theirs)
        }
        try others.measureOnce(into: &theirs)
        let sizes = try ["bundle.zip", "bundle.tar.zst", "others.zip", "others.tar.zst"].map(mebibytes)
        for each in ["register", "files", "bundle.zip", "bundle.tar.zst"] { try tools.remove(each) }
        try others.clean()
        let what = "\(name): \(corpus.files) files, \(corpus.octets >> 20) MiB"
        return [
            Row(
                what: "\(name) pack / bagit.py, zip -6", measured: ours["pack"].median,
                reference: theirs.sum("bagit", "zip"), target: .ratio(pack),
                remark: "\(what); \(sizes[0]) against \(sizes[2]) MiB"),
            Row(
                what: "\(name) verify / unzip, bagit.py --validate", measured: ours["verify"].median,
                reference: theirs.sum("unzip", "validate"), target: .ratio(verify)),
            Row(
                what: "\(name) pack tar.zst / bsdtar --zstd", measured: ours["tar.zst"].median,
                reference: theirs.sum("bsdtar zstd"), target: .ratio(1.3),
                remark: "\(sizes[1]) against \(sizes[3]) MiB, 2 threads"),
        ] + information(name, ours, theirs)
    }

    /// What else can be had for the work, without a target; others are measured once.
    private func information(_ name: String, _ ours: Runs, _ theirs: Runs) -> [Row] {
        [
            ("pack", "bsdtar zip"), ("pack", "restic"), ("verify", "unzip -t"), ("verify", "sha256sum"),
            ("verify", "openssl"),
        ].compactMap { own, other in
            theirs.sum(other).map {
                Row(what: "\(name) \(own) / \(other)", measured: ours[own].median, reference: $0)
            }
        }
    }

    private func prepare(_ corpus: Corpus) throws {
        try corpus.write(to: tools.path("files"))
        try tools.dossier([
            "init", tools.path("register"), "--organization", "Bench", "--standard", "20000-1",
        ])
        try tools.dossier(["import", tools.path("files/register.csv")], in: tools.path("register"))
        try tools.settle()
    }

    private func packed(_ form: String) throws -> Measurement {
        let path = tools.path("bundle.\(form)")
        return try tools.dossier(["pack", "--overwrite", "-o", path], in: tools.path("register"))
    }

    private func mebibytes(_ name: String) throws -> String {
        let octets = try? tools.shell("stat -c %s \"$1\"", [tools.path(name)]).firstLine
        return octets.flatMap(Double.init).map { Report.decimal($0 / 0x1p20, 1) } ?? "-"
    }
}

/// Measurements by what was run.
struct Runs {
    private var runs: [String: [Measurement]] = [:]

    mutating func note(_ name: String, _ measurement: Measurement) throws {
        runs[name, default: []].append(measurement)
    }

    subscript(name: String) -> [Measurement] { runs[name] ?? [] }

    /// The medians of steps one after the other; nil where one of them was not run.
    func sum(_ names: String...) -> Double? {
        names.contains { self[$0].isEmpty } ? nil : names.reduce(0) { $0 + self[$1].median.seconds }
    }
}
