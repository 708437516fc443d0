import Bundling
import Glibc

/// A folder of this user alone, for programs that read and write files; gone with its owner, and when a signal ends the
/// program.
final class ScratchFolder {
    private let path: String

    init(in session: Session) throws {
        let parent = session.environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
        path = parent.joined("dossier-" + String(session.random(), radix: 16))
        guard mkdir(path, 0o700) == 0 else {
            throw Failure(.cannotCreate, "cannot make the folder \(path): \(reason(errno))")
        }
        UnfinishedWork.begin(path)
    }

    deinit { UnfinishedWork.remove(path) }

    /// Where a file of this name lies in it.
    func file(_ name: String) -> String { path.joined(name) }

    /// Writes a new file and answers where it lies.
    func write(_ octets: [UInt8], to name: String) throws -> String {
        let place = file(name)
        try NewFile(at: place, shown: place).write(octets)
        return place
    }
}
