import Archive
import Certification

/// A file of the register on its way into a bundle; refused unless it is what was catalogued.
struct VaultFile {
    let payload: String
    let path: String
    let fingerprint: Fingerprint
    let size: Int

    /// Octets from the middle.
    func sample() throws -> [UInt8] {
        do {
            let file = try SharedFile(reading: path)
            let count = min(size, DeflateTrial.octets)
            return try file.octets(count, at: (size - count) / 2) ?? []
        } catch {
            throw BundlingError.vaultUnreadable(payload: payload, file: path, reason: error.message)
        }
    }

    /// Hands out the content piece by piece, never more than `size` octets, and checks it at the end.
    func read(_ consume: (UnsafeRawBufferPointer) throws -> Void) throws {
        var hasher = ContentHasher()
        var octets = 0
        var isReading = true
        do {
            try FileContent.read(path) { bytes in
                octets += bytes.count
                guard octets <= size else {
                    throw BundlingError.sizeMismatch(payload: payload, expected: size, found: octets)
                }
                hasher.update(bytes)
                // What fails from here on is the archive, not this file.
                isReading = false
                try consume(bytes)
                isReading = true
            }
        } catch let fault as SystemFault where isReading {
            throw BundlingError.vaultUnreadable(payload: payload, file: path, reason: fault.message)
        }
        guard octets == size else {
            throw BundlingError.sizeMismatch(payload: payload, expected: size, found: octets)
        }
        let found = hasher.finish().sha256
        guard found == fingerprint else {
            throw BundlingError.fingerprintMismatch(payload: payload, expected: fingerprint, found: found)
        }
    }
}
