import Glibc

/// A file that is being written: the owner of its descriptor.
struct NewFile: ~Copyable {
    /// What messages call it.
    private let name: String
    private let descriptor: CInt

    /// Makes a file that was not there.
    init(at path: String, shown name: String) throws {
        self.name = name
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            throw Failure(.cannotCreate, "cannot write \(name): \(reason(errno))")
        }
    }

    deinit { close(descriptor) }

    func write(_ octets: [UInt8]) throws {
        var rest = octets[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno != EINTR { throw broken(errno) }
            rest = rest.dropFirst(max(0, count))
        }
    }

    /// Returns once all of it is on the disk.
    func synchronize() throws {
        guard fsync(descriptor) == 0 else { throw broken(errno) }
    }

    /// Hands over what was written, from its beginning.
    func read(_ sink: ([UInt8]) throws -> Void) throws {
        var (buffer, offset) = ([UInt8](repeating: 0, count: 1 << 16), 0)
        while true {
            let count = buffer.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, offset) }
            if count == 0 { return }
            if count < 0, errno != EINTR {
                throw Failure(.inputOutput, "reading \(name) failed: \(reason(errno))")
            }
            try sink(Array(buffer.prefix(max(0, count))))
            offset += max(0, count)
        }
    }

    private func broken(_ code: CInt) -> Failure {
        Failure(
            .inputOutput, "writing \(name) failed: \(reason(code))",
            hint: "make room and try again; nothing was left behind")
    }
}

extension Session {
    /// Writes a result to standard output after its body has ended well, and nothing where it fails. Until then the result
    /// lies in a file without a name: a slow reader keeps nobody from the register, and a long result needs no memory.
    func whole<Value>(
        in folder: String, _ body: (_ sink: ([UInt8]) throws -> Void) throws -> Value
    ) throws -> Value {
        let path = folder.joined(".result-\(String(random(), radix: 16))")
        let file = try NewFile(at: path, shown: "the result in \(folder)")
        unlink(path)
        let value = try body { try file.write($0) }
        try file.read(console.out)
        return value
    }
}
