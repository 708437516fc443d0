import Glibc

/// An open file of the operating system and the only owner of its descriptor.
package struct OpenFile: ~Copyable {
    package let descriptor: CInt

    /// Takes over a descriptor.
    package init(owning descriptor: CInt) { self.descriptor = descriptor }

    /// Opens a file for reading; a named pipe without a writer does not make it wait.
    package init(reading path: String) throws(SystemFault) {
        descriptor = try SystemFault.check(Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC))
    }

    /// Creates a file that must not be there yet.
    package init(creating path: String) throws(SystemFault) {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        descriptor = try SystemFault.check(Glibc.open(path, flags, 0o666))
        _ = lock()
    }

    /// Marks the file as in use until it is closed; false when somebody else uses it.
    package func lock() -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 }

    deinit { Glibc.close(descriptor) }

    /// What the file is and how long.
    package func status() throws(SystemFault) -> stat {
        var status = stat()
        try SystemFault.check(fstat(descriptor, &status))
        return status
    }

    /// Fills as much of `buffer` as the file still has; 0 at its end.
    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemFault) -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            if errno != EINTR { throw SystemFault(errno) }
        }
    }

    /// Writes all of `bytes`.
    package func write(_ bytes: UnsafeRawBufferPointer) throws(SystemFault) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Glibc.write(
                descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { throw SystemFault(errno) }
        }
    }

    /// Waits until the content is on the disk.
    package func synchronize() throws(SystemFault) {
        try SystemFault.check(fsync(descriptor))
    }
}

/// What the operating system answered to a call that failed.
package struct SystemFault: Error, Hashable, Sendable {
    package let code: CInt

    package init(_ code: CInt) { self.code = code }

    /// The result of a call that answers -1 when it fails.
    @discardableResult
    package static func check(_ result: CInt) throws(SystemFault) -> CInt {
        if result < 0 { throw SystemFault(errno) }
        return result
    }

    /// `No such file or directory`, lower-case.
    package var message: String {
        var text = [CChar](repeating: 0, count: 256)
        guard strerror_r(code, &text, text.count) == 0 else { return "error \(code)" }
        return text.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0).lowercased() } ?? "" }
    }
}
