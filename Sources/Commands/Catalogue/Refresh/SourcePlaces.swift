import Certification
import Glibc
import Store

/// How a register remembers where files lie: from its own folder, so that it may be moved together with them, and
/// absolute where they lie elsewhere. Links are resolved once, when a file is taken, and never followed again.
struct SourcePlaces {
    private let folder: String

    init(_ location: RegisterLocation) { folder = RealPath.of(location.folder) ?? location.folder }

    /// The place of a file, as it is remembered; nil where nothing lies there, or its name cannot be written down.
    func remembered(_ path: String) -> String? {
        guard let real = RealPath.of(path), access(real, F_OK) == 0 else { return nil }
        return remembered(real: real)
    }

    /// The same for a path without links and dots.
    func remembered(real: String) -> String {
        guard RealPath.lies(real, below: folder) else { return real }
        return String(Substring(real.utf8.dropFirst(folder == "/" ? 1 : folder.utf8.count + 1)))
    }

    /// Where the file of a source lies, or lay.
    func absolute(_ source: String) -> String {
        source.utf8.first == UInt8(ascii: "/") ? source : folder.joined(source)
    }

    /// Whether an absolute path is the register's folder or lies below it.
    func isOurs(_ path: String) -> Bool { path == folder || RealPath.lies(path, below: folder) }

    /// What is to be remembered when a content that an item holds was met at a place: nothing as long as its file still
    /// lies where it lay.
    func news(of revision: Revision, of id: String, at source: String?) -> [Change] {
        guard let source else { return [] }
        if let known = revision.source, known == source || access(absolute(known), F_OK) == 0 { return [] }
        return [.sourceFound(evidence: id, revision: revision.number, source: source)]
    }
}
