/// What others do with the folder `files`: every one that is installed.
struct OtherBundlers {
    let tools: Tools

    /// bagit.py of the project's own folder, or of the system.
    private static let bagit = ".build-ci/python/bin/python"

    func measure(into runs: inout Runs) throws {
        if let python = tools.location("python3").map({ tools.absolute(Self.bagit) ?? $0 }),
            tools.location("zip") != nil, tools.location("unzip") != nil,
            (try? tools.shell("\"$1\" -c 'import bagit'", [python])) != nil
        {
            try bag(python, into: &runs)
        }
        if tools.location("bsdtar") != nil {
            try runs.note(
                "bsdtar zstd", tools.shell("bsdtar --zstd --options zstd:threads=2 -cf others.tar.zst files"))
        }
    }

    /// What is shown for information.
    func measureOnce(into runs: inout Runs) throws {
        try archive(into: &runs)
        try digest(into: &runs)
    }

    private func bag(_ python: String, into runs: inout Runs) throws {
        for name in ["bag", "unzipped", "others.zip"] { try tools.remove(name) }
        try tools.shell("cp -r files bag")
        try runs.note(
            "bagit", tools.measure(python, ["-m", "bagit", "--quiet", "--sha256", tools.path("bag")]))
        try runs.note("zip", tools.shell("zip -q -6 -r others.zip bag"))
        try runs.note("unzip", tools.shell("unzip -q others.zip -d unzipped"))
        try runs.note(
            "validate",
            tools.measure(
                python,
                ["-m", "bagit", "--quiet", "--validate", "--processes", "2", tools.path("unzipped/bag")]))
        for name in ["bag", "unzipped"] { try tools.remove(name) }
    }

    private func archive(into runs: inout Runs) throws {
        if tools.location("bsdtar") != nil {
            try runs.note("bsdtar zip", tools.shell("bsdtar -a -cf bsdtar.zip files"))
        }
        if tools.location("restic") != nil {
            try tools.remove("restic")
            let restic = "RESTIC_PASSWORD=bench restic --quiet --no-cache --repo restic"
            try tools.shell(restic + " init")
            try runs.note("restic", tools.shell(restic + " backup files"))
        }
    }

    /// Of what `measure` left behind.
    private func digest(into runs: inout Runs) throws {
        if tools.location("unzip") != nil, tools.location("zip") != nil {
            try runs.note("unzip -t", tools.shell("unzip -tq others.zip > /dev/null"))
        }
        try runs.note("sha256sum", tools.shell("find files -type f -exec sha256sum {} + > /dev/null"))
        if tools.location("openssl") != nil {
            try runs.note(
                "openssl", tools.shell("find files -type f -exec openssl dgst -sha256 {} + > /dev/null"))
        }
    }

    func clean() throws {
        for name in ["bsdtar.zip", "others.zip", "others.tar.zst", "restic"] { try tools.remove(name) }
    }
}
