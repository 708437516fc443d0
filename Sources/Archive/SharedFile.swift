import Glibc

/// A file that several threads read from, or write to, at places of their own.
package final class SharedFile: Sendable {
    let descriptor: CInt
    /// It has no name, and is gone with the last who holds it open.
    private let isNameless: Bool

    /// Opens a file for reading.
    package init(reading path: String) throws(SystemFault) {
        descriptor = try SystemFault.check(open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC))
        isNameless = false
    }

    /// Creates a file that must not be there yet.
    package init(creating path: String) throws(SystemFault) {
        let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        descriptor = try SystemFault.check(open(path, flags, 0o666))
        isNameless = false
        // Marks it as in use until it is closed.
        _ = flock(descriptor, LOCK_EX | LOCK_NB)
    }

    /// Creates a file that only this user may read and that loses its name, this one, before anything is written into it:
    /// however the program ends, the content is gone.
    package init(namelessFirstAt path: String) throws(SystemFault) {
        let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        descriptor = try SystemFault.check(open(path, flags, 0o600))
        isNameless = true
        // Whoever sweeps up after the dead may have been faster.
        if unlink(path) != 0, errno != ENOENT { throw SystemFault(errno) }
    }

    deinit { close(descriptor) }

    /// What the file is and how long.
    package func status() throws(SystemFault) -> stat {
        var status = stat()
        try SystemFault.check(fstat(descriptor, &status))
        return status
    }

    /// Fills as much of `buffer` as the file has from `offset` on; fewer octets only at its end.
    package func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(SystemFault) -> Int {
        var filled = 0
        while filled < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            let count = pread(descriptor, rest.baseAddress, rest.count, off_t(offset + filled))
            if count == 0 { break }
            if count > 0 { filled += count } else if errno != EINTR { throw SystemFault(errno) }
        }
        return filled
    }

    /// Exactly these octets; nil where the file ends before.
    package func octets(_ count: Int, at offset: Int) throws(SystemFault) -> [UInt8]? {
        guard count >= 0, offset >= 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: count)
        let filled: Result<Int, SystemFault> = bytes.withUnsafeMutableBytes { buffer in
            do throws(SystemFault) { return .success(try read(into: buffer, at: offset)) } catch {
                return .failure(error)
            }
        }
        return try filled.get() == count ? bytes : nil
    }

    /// Writes all octets at a place.
    package func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(SystemFault) {
        var done = 0
        while done < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
            let count = pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset + done))
            if count >= 0 { done += count } else if errno != EINTR { throw SystemFault(errno) }
        }
    }

    /// Waits until the content is on the disk. Of a file without a name nothing outlasts the machine's next start.
    package func synchronize() throws(SystemFault) {
        if !isNameless { try SystemFault.check(fsync(descriptor)) }
    }
}
