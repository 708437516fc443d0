import Archive
import Certification

/// A file of the payload that is kept while a bundle is checked.
struct WantedFile: Hashable, Sendable {
    let path: BagPath
    /// Octets; a larger one is not kept.
    let most: Int

    /// Whether this is the file, and small enough.
    func takes(_ path: BagPath, size: Int) -> Bool { path == self.path && size <= most }
}

/// The content of one file of a bundle, read in the same pass in which everything was checked: never what nobody vouches for.
public struct VerifiedContent: Sendable {
    /// What was found out about the bundle.
    public let report: VerificationReport
    /// The file's content; nil where the bundle is not valid, where it has no such file, and where that is too large.
    public let octets: [UInt8]?
}

extension BundleVerification {
    /// Checks a bundle like `verify(path:limits:key:progress:checkSignature:)` and hands out the content of its payload file
    /// `file`, at most `most` octets, where the bundle is valid. Tag files are for the rules of a bag.
    public static func content(
        of file: String, atMost most: Int, in path: String, limits: BundleLimits = BundleLimits(),
        key: BundleKey? = nil, progress: @escaping @Sendable (_ octets: Int) -> Void = { _ in },
        checkSignature: ((BundleSignature) throws -> Bool)? = nil
    ) throws -> VerifiedContent {
        let wanted = WantedFile(path: BagPath(file), most: most)
        let (found, octets) = try read(
            path, limits: limits, key: key, wanted: wanted, progress: progress)
        let report = try checkSignature.map { try found.signatureChecked($0) } ?? found
        return VerifiedContent(report: report, octets: report.valid ? octets : nil)
    }
}
