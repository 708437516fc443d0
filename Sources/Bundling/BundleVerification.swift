import Archive
import Glibc

/// Checks a bundle, packed or unpacked, against every rule of BagIt and every checksum in it. Never writes.
public enum BundleVerification {
    /// Reports everything that is wrong with the bundle at `path`.
    ///
    /// A damaged archive, or a file that is no bundle, is a report too. What is thrown is a `BundlingError`:
    /// the path cannot be read, or the machine failed. `progress` is told the octets of content as they are
    /// read, from several threads at once where the bundle is a folder. `key` opens a bundle that is encrypted.
    /// `checkSignature` says whether a signature by a key that is not checked in this process belongs to what it signs;
    /// without it, that stays open.
    public static func verify(
        path: String, limits: BundleLimits = BundleLimits(), key: BundleKey? = nil,
        progress: @escaping @Sendable (_ octets: Int) -> Void = { _ in },
        checkSignature: ((BundleSignature) throws -> Bool)? = nil
    ) throws -> VerificationReport {
        let report = try read(path, limits: limits, key: key, wanted: nil, progress: progress).report
        return try checkSignature.map { try report.signatureChecked($0) } ?? report
    }

    /// What was found, and the file that is wanted where it is there.
    static func read(
        _ path: String, limits: BundleLimits, key: BundleKey?, wanted: WantedFile?,
        progress: @escaping @Sendable (Int) -> Void
    ) throws -> (report: VerificationReport, octets: [UInt8]?) {
        if try isFolder(path) {
            var scan = FolderScan(limits: limits, wanted: wanted, progress: progress)
            try scan.read(path)
            let report = VerificationReport(scan.bag, name: lastPart(of: path), found: scan.problems)
            return (report, scan.bag.wanted)
        }
        return try readArchive(
            path, limits: limits, staging: nil, key: key, wanted: wanted, progress: progress)
    }

    /// Reads the archive, into `staging` when it is to be unpacked.
    static func report(
        on archive: String, limits: BundleLimits, staging: StagingFolder?, key: BundleKey?,
        progress: @escaping @Sendable (Int) -> Void
    ) throws -> VerificationReport {
        try readArchive(
            archive, limits: limits, staging: staging, key: key, wanted: nil, progress: progress
        ).report
    }

    private static func readArchive(
        _ archive: String, limits: BundleLimits, staging: StagingFolder?, key: BundleKey?,
        wanted: WantedFile?, progress: @escaping @Sendable (Int) -> Void
    ) throws -> (report: VerificationReport, octets: [UInt8]?) {
        var scan = ArchiveScan(
            limits: limits, staging: staging, key: key, wanted: wanted, progress: progress)
        do { try scan.read(archive) } catch let error as ArchiveError { throw BundlingError(reading: error) }
        // Without a single file, or without the rest of them, there is no bag whose rules could be applied.
        if scan.isCutShort || scan.bag.files.isEmpty && !scan.problems.isEmpty {
            return (VerificationReport(problems: scan.problems), nil)
        }
        let report = VerificationReport(scan.bag, name: scan.baseName, found: scan.problems)
        return (report, scan.bag.wanted)
    }

    static func isFolder(_ path: String) throws -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw BundlingError(reading: path, SystemFault(errno))
        }
        return Int(status.st_mode) & FileType.mask == FileType.folder
    }

    private static func lastPart(of path: String) -> String? {
        path.pathParts.last { !$0.isEmpty }
    }
}
