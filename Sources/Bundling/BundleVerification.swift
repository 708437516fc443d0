import Archive
import Glibc

/// Checks a bundle, packed or unpacked, against every rule of BagIt and every checksum in it. Never writes.
public enum BundleVerification {
    /// Reports everything that is wrong with the bundle at `path`.
    ///
    /// A damaged archive, or a file that is no bundle, is a report too. What is thrown is a `BundlingError`:
    /// the path cannot be read, or the machine failed.
    public static func verify(path: String, limits: BundleLimits = BundleLimits()) throws
        -> VerificationReport
    {
        if try isFolder(path) {
            var scan = FolderScan(limits: limits)
            try scan.read(path)
            return VerificationReport(scan.bag, name: lastPart(of: path), found: scan.problems)
        }
        return try report(on: path, limits: limits, staging: nil)
    }

    /// Reads the archive, into `staging` when it is to be unpacked.
    static func report(
        on archive: String, limits: BundleLimits, staging: StagingFolder?
    ) throws -> VerificationReport {
        var scan = ArchiveScan(limits: limits, staging: staging)
        do { try scan.read(archive) } catch let error as ArchiveError { throw BundlingError(reading: error) }
        // Without a single file, or without the rest of them, there is no bag whose rules could be applied.
        if scan.isCutShort || scan.bag.files.isEmpty && !scan.problems.isEmpty {
            return VerificationReport(problems: scan.problems)
        }
        return VerificationReport(scan.bag, name: scan.baseName, found: scan.problems)
    }

    static func isFolder(_ path: String) throws -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw BundlingError.cannotRead(path: path, reason: SystemFault(errno).message)
        }
        return Int(status.st_mode) & FileType.mask == FileType.folder
    }

    private static func lastPart(of path: String) -> String? {
        path.split(separator: "/").last.map(String.init)
    }
}
