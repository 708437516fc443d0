import Archive
import Glibc

/// The temporary file that becomes the bundle, and is gone if it does not.
final class PartialFile {
    let path: String
    let final: String
    private let overwrite: Bool

    /// Reserves nothing yet; refused when the final file exists and is not to be overwritten.
    init(final: String, overwrite: Bool, random: UInt64) throws {
        if !overwrite, access(final, F_OK) == 0 { throw BundlingError.destinationExists(path: final) }
        self.final = final
        self.overwrite = overwrite
        path = PartialName.path(for: final, random)
        Self.sweep(final)
        UnfinishedWork.begin(path)
    }

    /// Removes what packings left that died before their end: nobody holds the lock of such a file.
    private static func sweep(_ final: String) {
        let folder = PartialName.folder(of: final)
        let prefix = PartialName.prefix(of: final) + PartialName.mark
        for name in PartialName.names(in: folder, beginning: prefix) {
            guard let left = try? OpenFile(reading: folder + name), left.lock() else { continue }
            unlink(folder + name)
        }
    }

    /// After `keep` there is nothing of this name.
    deinit {
        unlink(path)
        UnfinishedWork.end(path)
    }

    /// Gives the file its final name in one step, and the folder time to note it.
    func keep() throws {
        try UnfinishedWork.finish(path, as: final, giveFinalName)
        synchronizeFolder()
    }

    /// Gives it its name while it is delivered. A new file whose delivery fails afterwards is gone again; what it replaced
    /// cannot come back, so that a file in the place of another stays.
    func keep(_ bundle: PackedBundle, _ deliver: BundleDelivery) throws -> PackedBundle {
        var hasName = false
        do {
            try deliver(bundle) {
                try keep()
                hasName = true
            }
        } catch {
            if hasName, !overwrite { unlink(final) }
            throw error
        }
        return bundle
    }

    private func giveFinalName() throws {
        if overwrite {
            try check(rename(path, final))
        } else if link(path, final) != 0 {
            if errno == EEXIST { throw BundlingError.destinationExists(path: final) }
            // File systems without hard links, such as FAT.
            if access(final, F_OK) == 0 { throw BundlingError.destinationExists(path: final) }
            try check(rename(path, final))
        }
    }

    private func check(_ result: CInt) throws {
        guard result != 0 else { return }
        throw BundlingError.cannotWrite(path: final, reason: SystemFault(errno).message)
    }

    /// Not every file system can do this; the content itself is on the disk by now.
    private func synchronizeFolder() {
        let folder = PartialName.folder(of: final)
        if let opened = try? OpenFile(reading: folder.isEmpty ? "." : folder) { try? opened.synchronize() }
    }
}
