import Certification
import Glibc

extension Vault {
    /// What a content begins with: at most so many octets. Says nothing of whether the content is what it was; who ships
    /// it checks that.
    public func head(of fingerprint: Fingerprint, octets: Int) throws(IntakeError) -> [UInt8] {
        let path = location(of: fingerprint)
        let file = try OpenFile(path, flags: O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
        guard try file.status().st_mode & S_IFMT == S_IFREG else { throw .notRegular(path: path) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: max(octets, 1), alignment: 16)
        defer { buffer.deallocate() }
        var count = 0
        while count < octets {
            let more = try file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count..<octets]))
            if more == 0 { break }
            count += more
        }
        return Array(buffer[..<count])
    }
}
