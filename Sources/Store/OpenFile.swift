import Glibc

/// A file descriptor with one owner, closed when the owner goes.
struct OpenFile: ~Copyable {
    let descriptor: Int32
    let path: String

    /// Opens a file; the error carries the operation and the system's code.
    init(_ path: String, flags: Int32, mode: mode_t = 0) throws(IntakeError) {
        descriptor = open(path, flags | O_CLOEXEC, mode)
        self.path = path
        guard descriptor >= 0 else { throw IntakeError(path: path, operation: "open", code: errno) }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    func check(_ result: Int32, _ operation: String) throws(IntakeError) {
        guard result == 0 else { throw IntakeError(path: path, operation: operation, code: errno) }
    }

    /// Size, times and type as they are now.
    func status() throws(IntakeError) -> stat {
        var status = stat()
        try check(fstat(descriptor, &status), "stat")
        return status
    }

    func synchronize() throws(IntakeError) { try check(fsync(descriptor), "fsync") }

    /// Reads into the buffer; 0 at the end of the file.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(IntakeError) -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            if errno != EINTR { throw IntakeError(path: path, operation: "read", code: errno) }
        }
    }

    /// Writes all of the buffer.
    func write(_ buffer: UnsafeRawBufferPointer) throws(IntakeError) {
        var rest = buffer[...]
        while !rest.isEmpty {
            let count = Glibc.write(
                descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                throw IntakeError(path: path, operation: "write", code: errno)
            }
        }
    }
}

extension IntakeError {
    init(path: String, operation: String, code: Int32) {
        switch code {
        case ENOENT, ENOTDIR: self = .notFound(path: path)
        case EACCES, EPERM: self = .notPermitted(path: path)
        case ELOOP: self = .isSymbolicLink(path: path)
        case ENXIO: self = .notRegular(path: path)
        default: self = .failed(path: path, operation: operation, code: code)
        }
    }
}
