import Glibc

/// The first line that a descriptor gives.
enum SecretLine {
    /// Octets that are read at the most; no passphrase is that long.
    private static let most = 1024

    /// Without its end; nil where there is not even the end of a line. The copy that was read into is overwritten.
    static func read(_ descriptor: CInt, failing: (CInt) -> Failure) throws -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: most)
        defer { buffer.overwrite() }
        var count = 0
        // One octet after the other: what follows the line is for whoever reads the descriptor next.
        while count < most {
            let taken = buffer.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress.map { $0 + count }, 1)
            }
            if taken < 0, errno != EINTR { throw failing(errno) }
            if taken == 0, count == 0 { return nil }
            if taken == 0 || taken == 1 && buffer[count] == UInt8(ascii: "\n") { break }
            count += max(0, taken)
        }
        return Array(unended(buffer[..<count]))
    }

    /// Without the carriage return of an editor on Windows, and without its mark at the beginning.
    private static func unended(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let text = line.starts(with: [0xEF, 0xBB, 0xBF]) ? line.dropFirst(3) : line
        return text.last == UInt8(ascii: "\r") ? text.dropLast() : text
    }
}

extension [UInt8] {
    /// Leaves nothing of a secret in this copy of it.
    mutating func overwrite() {
        withUnsafeMutableBytes { octets in
            if let start = octets.baseAddress { explicit_bzero(start, octets.count) }
        }
    }
}
