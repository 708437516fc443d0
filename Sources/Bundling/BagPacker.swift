import Archive
import Certification
import Foundation

/// Packs a bag into an archive: whole and true, or not at all.
///
/// The bytes depend on the contents, the form and the level alone.
public struct BagPacker: Sendable {
    private let form: BundleForm
    private let level: Int
    let overwrite: Bool
    let random: UInt64
    private let workers: Int

    /// `level` is that of the compression, 1 to 9, the form's own when left out; `workers` how many cores work at once,
    /// which makes no difference to the bytes. `random` makes the temporary name unlike any other.
    public init(
        _ form: BundleForm = .zip, level: Int? = nil, overwrite: Bool = false,
        workers: Int = ProcessInfo.processInfo.activeProcessorCount,
        random: UInt64
    ) {
        self.workers = workers
        self.form = form
        self.level = level ?? form.defaultLevel
        self.overwrite = overwrite
        self.random = random
    }

    /// Writes the archive beside its final place and moves it there when it is whole.
    ///
    /// With a passphrase the archive is enclosed, encrypted, in a ZIP, whatever the form. `sign` is asked for a signature
    /// before anything is written. `progress` is told the octets of payload as they are packed, from several threads at
    /// once. `deliver` gives the archive its name. Throws a `BundlingError`, or what `sign` and `deliver` throw; nothing is
    /// left behind then, and an existing file stays as it was.
    public func pack(
        _ contents: BagContents, to path: String, encryptedWith passphrase: Passphrase? = nil,
        progress: @escaping @Sendable (_ octets: Int) -> Void = { _ in }, sign: BagSigner? = nil,
        deliver: BundleDelivery = { _, giveName in try giveName() }
    ) throws -> PackedBundle {
        let draft = try draft(contents, for: path, encryptedWith: passphrase, progress: progress, sign: sign)
        return try draft.target.keep(draft.bundle, deliver)
    }

    /// The whole archive under its temporary name, encrypted where there is a passphrase.
    func draft(
        _ contents: BagContents, for path: String, encryptedWith passphrase: Passphrase?,
        progress: @escaping @Sendable (Int) -> Void, sign: BagSigner?
    ) throws -> BundleDraft {
        let target = try PartialFile(final: path, overwrite: overwrite, random: random)
        let layout = try BagLayout(contents, level: form == .zip ? level : nil, sign: sign)
        let octets =
            if let passphrase {
                try write(layout, contents, encryptedWith: passphrase, to: target, shown: path, progress)
            } else {
                try write(layout, contents, to: target.path, shown: path, progress)
            }
        return BundleDraft(target: target, bundle: PackedBundle(layout, archiveOctets: octets))
    }

    private func write(
        _ layout: BagLayout, _ contents: BagContents, to path: String, shown: String,
        _ progress: @escaping @Sendable (Int) -> Void
    ) throws -> Int {
        let files = files(layout, contents, progress)
        let write = try opened(files, contents.time.seconds, creating: path, shown: shown)
        return try reporting(shown, write)
    }

    /// Writes a ZIP archive into an empty file; the answer is its octets.
    func write(
        _ layout: BagLayout, _ contents: BagContents, into file: SharedFile, shown: String,
        _ progress: @escaping @Sendable (Int) -> Void
    ) throws -> Int {
        let packing = ZipPacking(
            files(layout, contents, progress), level: level, modified: contents.time.seconds, into: file)
        return try reporting(shown) { try packing.run(workers: workers) }
    }

    private func files(
        _ layout: BagLayout, _ contents: BagContents, _ progress: @escaping @Sendable (Int) -> Void
    ) -> PackedContents {
        let (tags, payload, baseName) = (layout.tagFiles, layout.payload, contents.baseName)
        return PackedContents(count: tags.count + payload.count) { place in
            place < tags.count
                ? tags[place].packed(in: baseName) { _ in }
                : payload[place - tags.count].packed(in: baseName, progress)
        }
    }

    /// What becomes of writing that fails.
    func reporting(_ shown: String, _ write: () throws -> Int) throws -> Int {
        do { return try write() } catch let fault as SystemFault {
            throw BundlingError.writingFailed(path: shown, reason: fault.message)
        } catch let error as ArchiveError {
            throw BundlingError.writingFailed(path: shown, reason: error.message)
        }
    }

    /// The writing of the archive, whose file is there already.
    private func opened(
        _ files: PackedContents, _ modified: Int, creating path: String, shown: String
    ) throws -> () throws -> Int {
        do throws(SystemFault) {
            if form == .zip {
                let packing = try ZipPacking(files, level: level, modified: modified, creating: path)
                return { try packing.run(workers: workers) }
            }
            let packing = try TarPacking(files, modified: modified, creating: path)
            return { try packing.run(form.archive, level: level, workers: workers) }
        } catch {
            throw BundlingError.cannotWrite(path: shown, reason: error.message)
        }
    }
}

extension BagLayout {
    /// The bundle once its archive is written, of so many octets.
    func packed(_ octets: Int) -> PackedBundle {
        PackedBundle(
            bundleID: bundleID, files: oxum.files, payloadOctets: oxum.octets, archiveOctets: octets,
            signature: signature)
    }
}

extension PayloadFile {
    /// The file on its way into the archive.
    fileprivate func packed(in baseName: String, _ progress: @escaping @Sendable (Int) -> Void)
        -> PackedContent
    {
        let name = "\(baseName)/\(path)"
        if case .prepared(let document) = source {
            return PackedContent(name: name, deflated: document.content)
        }
        return PackedContent(name: name, size: size, sample: sample) { consume in
            try read { bytes in
                try consume(bytes)
                progress(bytes.count)
            }
        }
    }

    @Sendable private func sample() throws -> [UInt8] {
        switch source {
        case .bytes(let bytes):
            let start = max(0, bytes.count - DeflateTrial.octets) / 2
            return Array(bytes[start..<min(bytes.count, start + DeflateTrial.octets)])
        case .prepared: return []
        case .stored(let path, let fingerprint, let size):
            return try VaultFile(payload: self.path, path: path, fingerprint: fingerprint, size: size)
                .sample()
        }
    }

    private func read(_ consume: (UnsafeRawBufferPointer) throws -> Void) throws {
        switch source {
        case .bytes(let bytes): try bytes.withUnsafeBytes { try consume($0) }
        case .prepared(let document): try document.content.read(consume)
        case .stored(let path, let fingerprint, let size):
            try VaultFile(payload: self.path, path: path, fingerprint: fingerprint, size: size).read(consume)
        }
    }
}
