import Archive
import Foundation

/// Packs a bag into a ZIP archive: whole and true, or not at all.
///
/// The bytes depend on the contents and the level alone.
public struct BagPacker: Sendable {
    private let level: Int
    private let overwrite: Bool
    private let random: UInt64
    private let workers: Int

    /// `level` is that of deflate, 1 to 9; `workers` how many files are packed at once, which makes no difference to the
    /// bytes. `random` makes the temporary name unlike any other.
    public init(
        level: Int = 4, overwrite: Bool = false, workers: Int = ProcessInfo.processInfo.activeProcessorCount,
        random: UInt64
    ) {
        self.workers = workers
        self.level = level
        self.overwrite = overwrite
        self.random = random
    }

    /// Writes the archive beside its final place and moves it there when it is whole.
    ///
    /// `sign` is asked for a signature before anything is written. `progress` is told the octets of payload as they are
    /// packed, from several threads at once. Throws a `BundlingError`, or what `sign` throws; nothing is left behind then,
    /// and an existing file stays as it was.
    public func pack(
        _ contents: BagContents, to path: String,
        progress: @escaping @Sendable (_ octets: Int) -> Void = { _ in }, sign: BagSigner? = nil
    ) throws -> PackedBundle {
        let target = try PartialFile(final: path, overwrite: overwrite, random: random)
        let layout = try BagLayout(contents, sign: sign)
        let octets = try write(layout, contents.baseName, to: target.path, shown: path, progress)
        try target.keep()
        return PackedBundle(
            bundleID: layout.bundleID, files: layout.oxum.files, payloadOctets: layout.oxum.octets,
            archiveOctets: octets, signature: layout.signature)
    }

    private func write(
        _ layout: BagLayout, _ baseName: String, to path: String, shown: String,
        _ progress: @escaping @Sendable (Int) -> Void
    ) throws -> Int {
        let tags = layout.tagFiles.map { PayloadFile(path: $0.name, source: .bytes($0.bytes)) }
        let files =
            tags.map { $0.packed(in: baseName) { _ in } }
            + layout.payload.map { $0.packed(in: baseName, progress) }
        let packing: ZipPacking
        do throws(SystemFault) {
            packing = try ZipPacking(files, level: level, creating: path)
        } catch {
            throw BundlingError.cannotWrite(path: shown, reason: error.message)
        }
        do {
            return try packing.run(workers: workers)
        } catch let fault as SystemFault {
            throw BundlingError.writingFailed(path: shown, reason: fault.message)
        }
    }
}

extension PayloadFile {
    /// The file on its way into the archive.
    fileprivate func packed(in baseName: String, _ progress: @escaping @Sendable (Int) -> Void) -> ZipContent
    {
        ZipContent(name: "\(baseName)/\(path)", size: size, isCompressible: isCompressible) { consume in
            try read { bytes in
                try consume(bytes)
                progress(bytes.count)
            }
        }
    }

    @Sendable private func isCompressible() throws -> Bool {
        switch source {
        case .bytes(let bytes):
            let start = max(0, bytes.count - DeflateTrial.octets) / 2
            return bytes.withUnsafeBytes {
                DeflateTrial.isWorthwhile(
                    UnsafeRawBufferPointer(rebasing: $0[start..<min($0.count, start + DeflateTrial.octets)]))
            }
        case .stored(let path, let fingerprint, let size):
            return try VaultFile(payload: self.path, path: path, fingerprint: fingerprint, size: size)
                .isCompressible()
        }
    }

    private func read(_ consume: (UnsafeRawBufferPointer) throws -> Void) throws {
        switch source {
        case .bytes(let bytes): try bytes.withUnsafeBytes { try consume($0) }
        case .stored(let path, let fingerprint, let size):
            try VaultFile(payload: self.path, path: path, fingerprint: fingerprint, size: size).read(consume)
        }
    }
}
