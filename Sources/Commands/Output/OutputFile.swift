import Foundation
import Glibc
import Synchronization

/// A file that a result is written to: it gets its name when it is whole, and not at all where that fails.
struct OutputFile {
    /// As the user wrote it.
    private let name: String
    private let path: String
    private let draft: String
    private let overwrite: Bool

    /// A file that is not there yet, unless it is to be replaced.
    init(_ name: String, in session: Session, overwrite: Bool) throws {
        self.name = name
        self.overwrite = overwrite
        path = session.absolute(name)
        let mark = String(session.random(), radix: 16)
        draft = path.parentFolder.joined(".\(path.lastComponent).partial-\(mark)")
        try refuseExisting()
    }

    /// Writes all of it.
    func write(_ octets: [UInt8]) throws {
        defer { unlink(draft) }
        try fill(octets)
        try giveName()
        synchronizeFolder()
    }

    private func giveName() throws {
        if overwrite { return try check(rename(draft, path)) }
        if link(draft, path) == 0 { return }
        // Somebody was faster, or this is a file system without hard links, such as FAT.
        try refuseExisting()
        try check(rename(draft, path))
    }

    /// Not every file system can do this; the content itself is on the disk by now.
    private func synchronizeFolder() {
        let folder = open(path.parentFolder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }

    private func refuseExisting() throws {
        var status = stat()
        guard !overwrite, lstat(path, &status) == 0 else { return }
        throw Failure(
            .cannotCreate, "\(name) already exists",
            hint: "choose another name, or replace it with --overwrite"
        )
    }

    private func fill(_ octets: [UInt8]) throws {
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw refused(errno) }
        defer { close(descriptor) }
        var rest = octets[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno != EINTR { throw broken(errno) }
            rest = rest.dropFirst(max(0, count))
        }
        guard fsync(descriptor) == 0 else { throw broken(errno) }
    }

    private func check(_ result: CInt) throws {
        if result != 0 { throw refused(errno) }
    }

    private func refused(_ code: CInt) -> Failure {
        Failure(.cannotCreate, "cannot write \(name): \(reason(code))")
    }

    private func broken(_ code: CInt) -> Failure {
        Failure(
            .inputOutput, "writing \(name) failed: \(reason(code))",
            hint: "make room and try again; nothing was left behind")
    }
}

extension Console {
    /// The octets of a result that goes elsewhere than to standard output: uncoloured, and as wide as it likes.
    func collecting(_ body: (Console) throws -> Void) throws -> [UInt8] {
        let collected = Collected()
        var console = self
        console.out = { octets in collected.octets.withLock { $0 += octets } }
        console.width = nil
        console.coloured = false
        try body(console)
        return collected.octets.withLock { $0 }
    }

    private final class Collected: Sendable {
        let octets = Mutex<[UInt8]>([])
    }
}
