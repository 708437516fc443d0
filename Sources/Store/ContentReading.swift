import Certification
import Crypto
import Glibc

/// Reads a file once, hashing as it goes.
enum ContentReading {
    /// Octets that are read at a time.
    private static let chunk = 1 << 18

    /// Reads a regular file to its end and hands every chunk on.
    ///
    /// Refuses folders, FIFOs and devices, and a file that changes while it is read.
    static func read(
        _ source: IntakeSource, _ take: (UnsafeRawBufferPointer) throws(IntakeError) -> Void
    ) throws(IntakeError) -> VaultContent {
        // O_NONBLOCK: opening a FIFO must not wait for a writer.
        let input = try OpenFile(
            source.path, flags: O_RDONLY | O_NONBLOCK | (source.followLink ? 0 : O_NOFOLLOW))
        let before = try input.status()
        try checkType(before, source.path)
        posix_fadvise(input.descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
        let content = try hash(input, announced: Int(before.st_size), take)
        guard isUnchanged(before, try input.status(), read: content.size) else {
            throw IntakeError.changedWhileRead(path: source.path)
        }
        return VaultContent(
            fingerprint: content.fingerprint, size: content.size, modified: before.modified)
    }

    private static func hash(
        _ input: borrowing OpenFile, announced: Int,
        _ take: (UnsafeRawBufferPointer) throws(IntakeError) -> Void
    ) throws(IntakeError) -> VaultContent {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: chunk, alignment: 4096)
        defer { buffer.deallocate() }
        var hasher = SHA256()
        var size = 0
        while true {
            let count = try input.read(into: buffer)
            if count == 0 { return VaultContent(fingerprint: Fingerprint(hasher.finalize()), size: size) }
            let octets = UnsafeRawBufferPointer(rebasing: buffer[..<count])
            hasher.update(bufferPointer: octets)
            try take(octets)
            size += count
            // A file that grows as fast as it is read would never end.
            if size > announced { throw .changedWhileRead(path: input.path) }
        }
    }

    private static func checkType(_ status: stat, _ path: String) throws(IntakeError) {
        switch status.st_mode & S_IFMT {
        case S_IFREG: return
        case S_IFDIR: throw .isFolder(path: path)
        default: throw .notRegular(path: path)
        }
    }

    private static func isUnchanged(_ before: stat, _ after: stat, read: Int) -> Bool {
        Int(after.st_size) == read && before.st_size == after.st_size
            && before.st_mtim.tv_sec == after.st_mtim.tv_sec
            && before.st_mtim.tv_nsec == after.st_mtim.tv_nsec
            && before.st_ctim.tv_sec == after.st_ctim.tv_sec
            && before.st_ctim.tv_nsec == after.st_ctim.tv_nsec
    }
}

extension stat {
    /// When the file was last changed, in nanoseconds since 1970.
    package var modified: Int { st_mtim.tv_sec &* 1_000_000_000 &+ st_mtim.tv_nsec }
}
