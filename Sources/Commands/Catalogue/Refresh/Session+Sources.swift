import Certification
import Glibc
import Store

extension Session {
    /// Looks at the files of these items, or all, and searches for those that are gone.
    func survey(
        _ view: RegisterView, of ids: [String]?, rehash: Bool, beside folders: [String],
        _ places: SourcePlaces
    ) throws -> SourceSurvey {
        let progress = ProgressLine("reading", total: 0, console: console)
        defer { progress.finish() }
        var survey = try SourceSurvey(
            view, of: ids, rehash: rehash, places, progress: { progress.advance($0) })
        let gone = survey.findings.filter(\.isGone).map(\.source)
        guard !gone.isEmpty else { return survey }
        let search = SourceSearch(
            for: gone, below: try Self.searched(view, places).union(folders),
            progress: { progress.advance($0) })
        try survey.place(search) { source, path in
            try view.owner(of: path, holding: source.fingerprint, except: source.evidence)
        }
        for folder in search.unread {
            console.warn("\(folder) may not be read: nothing was looked for there")
        }
        if search.isCut {
            console.warn("the search ended early, at too many files or folders; say where with --in FOLDER")
        }
        return survey
    }

    /// The folders below which a file that is gone may lie now: those of the sources of all items and, in place of one that
    /// is gone itself, what is left above it within the register's folder.
    private static func searched(_ view: RegisterView, _ places: SourcePlaces) throws -> Set<String> {
        var folders: Set<String> = []
        try view.forEachSource { sources in
            for path in sources.compactMap(\.path) { folders.insert(places.absolute(path).parentFolder) }
        }
        return Set(
            folders.compactMap { folder in
                if access(folder, F_OK) == 0 { return folder == "/" ? nil : folder }
                var above = folder
                while access(above, F_OK) != 0, above.utf8.count > 1 { above = above.parentFolder }
                return places.isOurs(above) ? above : nil
            })
    }

    /// Takes changed files into the vault: the results by path.
    func take(_ sources: [String], _ places: SourcePlaces, into register: Register) throws
        -> [String: Result<VaultContent, IntakeError>]
    {
        guard !sources.isEmpty else { return [:] }
        let results = try intake(
            sources.map { IntakeSource(path: places.absolute($0), followLink: false) }, into: register)
        return Dictionary(zip(sources, results), uniquingKeysWith: { first, _ in first })
    }
}
