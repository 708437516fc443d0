import Archive

/// Packs a bag into a ZIP archive: whole and true, or not at all.
///
/// The bytes depend on the contents and the level alone.
public struct BagPacker: Sendable {
    private let level: Int
    private let overwrite: Bool
    private let random: UInt64

    /// `level` is that of deflate, 1 to 9. `random` makes the temporary name unlike any other.
    public init(level: Int = 4, overwrite: Bool = false, random: UInt64) {
        self.level = level
        self.overwrite = overwrite
        self.random = random
    }

    /// Writes the archive beside its final place and moves it there when it is whole.
    ///
    /// `progress` is told the octets of payload as they are packed. Throws a `BundlingError`; nothing is left
    /// behind then, and an existing file stays as it was.
    public func pack(
        _ contents: BagContents, to path: String, progress: (_ octets: Int) -> Void = { _ in }
    ) throws -> PackedBundle {
        let target = try PartialFile(final: path, overwrite: overwrite, random: random)
        let layout = BagLayout(contents)
        do {
            let octets = try write(layout, contents.baseName, to: target.path, progress)
            try target.keep()
            return PackedBundle(
                bundleID: layout.bundleID, files: layout.oxum.files, payloadOctets: layout.oxum.octets,
                archiveOctets: octets)
        } catch let error as ArchiveError {
            throw error.operation == .create
                ? BundlingError.cannotWrite(path: path, reason: error.message)
                : BundlingError.writingFailed(path: path, reason: error.message)
        }
    }

    private func write(
        _ layout: BagLayout, _ baseName: String, to path: String, _ progress: (Int) -> Void
    ) throws -> Int {
        var writer = try ZipWriter(creating: path, level: level)
        for file in layout.tagFiles {
            try writer.beginEntry("\(baseName)/\(file.name)", size: file.bytes.count, compressed: true)
            try file.bytes.withUnsafeBytes { try writer.write($0) }
            try writer.finishEntry()
        }
        for file in layout.payload {
            try writer.beginEntry("\(baseName)/\(file.path)", size: file.size, compressed: file.compressible)
            try read(file) {
                try writer.write($0)
                progress($0.count)
            }
            try writer.finishEntry()
        }
        return try writer.close()
    }

    private func read(_ file: PayloadFile, _ consume: (UnsafeRawBufferPointer) throws -> Void) throws {
        switch file.source {
        case .bytes(let bytes): try bytes.withUnsafeBytes { try consume($0) }
        case .stored(let path, let fingerprint, let size):
            try VaultFile(payload: file.path, path: path, fingerprint: fingerprint, size: size).read(consume)
        }
    }
}
