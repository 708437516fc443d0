import Archive
import Certification
import Foundation

/// Puts the answer of a time-stamping authority into a bundle that was packed before: the identifier and the signature stay
/// what they are.
public struct TimestampAttachment: Sendable {
    private let random: UInt64

    /// `random` makes the temporary name unlike any other.
    public init(random: UInt64) { self.random = random }

    /// Writes the answer into an unpacked bundle, or writes the ZIP archive anew with every other entry as it was; the
    /// answer is the bundle's identifier. Throws a `BundlingError`, and the bundle stays as it was, where the answer is of
    /// another bundle, or where there is one already.
    public func attach(_ response: TimestampResponse, to path: String) throws -> Fingerprint {
        let bundle = try inspect(path)
        guard let id = bundle.bundleID, response.isOf(id), let name = bundle.name else {
            throw BundlingError.foreignTimestamp(path: path)
        }
        guard !bundle.hasTimestamp else {
            throw BundlingError.destinationExists(path: path + "/" + TimestampResponse.fileName)
        }
        if try BundleVerification.isFolder(path) {
            try write(response, intoFolder: path)
        } else {
            try write(response, under: name, intoArchive: path)
        }
        return id
    }

    /// What encloses an encrypted bundle cannot be added to without its passphrase.
    private func inspect(_ path: String) throws -> BundleInspection {
        do { return try BundleInspection.inspect(path: path) } catch BundlingError.passphraseNeeded {
            throw BundlingError.notAppendable(path: path)
        }
    }

    private func write(_ response: TimestampResponse, intoFolder path: String) throws {
        let final = path + "/" + TimestampResponse.fileName
        let target = try PartialFile(final: final, overwrite: false, random: random)
        do {
            let file = try SharedFile(creating: target.path)
            try response.octets.withUnsafeBytes { try file.write($0, at: 0) }
            try file.synchronize()
        } catch let fault as SystemFault {
            throw BundlingError.writingFailed(path: final, reason: fault.message)
        }
        try target.keep()
    }

    private func write(_ response: TimestampResponse, under name: String, intoArchive path: String) throws {
        guard try ArchiveForm(of: path) == .zip else { throw BundlingError.notAppendable(path: path) }
        let target = try PartialFile(final: path, overwrite: true, random: random)
        do {
            try ZipAddition(reading: path).write(
                "\(name)/\(TimestampResponse.fileName)", response.octets, creating: target.path)
        } catch let fault as SystemFault {
            throw BundlingError.writingFailed(path: path, reason: fault.message)
        } catch let fault as ZipFault {
            throw BundlingError.archiveDamaged(path: path, reason: fault.message)
        }
        try target.keep()
    }
}
