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
    func write(_ octets: [UInt8]) throws { try write { sink in try sink(octets) } }

    /// Writes what a body hands over piece by piece; the file gets its name only after the body has ended well.
    func write<Value>(_ body: (_ sink: ([UInt8]) throws -> Void) throws -> Value) throws -> Value {
        defer { unlink(draft) }
        let file = try NewFile(at: draft, shown: name)
        let value = try body { try file.write($0) }
        try file.synchronize()
        try giveName()
        synchronizeFolder()
        return value
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

    private func check(_ result: CInt) throws {
        if result != 0 { throw Failure(.cannotCreate, "cannot write \(name): \(reason(errno))") }
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
