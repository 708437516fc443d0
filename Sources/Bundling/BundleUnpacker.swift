/// Unpacks a bundle that is valid, and nothing of one that is not.
public struct BundleUnpacker: Sendable {
    /// What came of it.
    public struct Outcome: Hashable, Sendable {
        /// What was found in the bundle.
        public let report: VerificationReport
        /// The unpacked base folder; nil when the bundle was refused and nothing was left behind.
        public let folder: String?
    }

    private let limits: BundleLimits
    private let random: UInt64

    /// `random` makes the name of the temporary folder unlike that of any other.
    public init(limits: BundleLimits = BundleLimits(), random: UInt64) {
        self.limits = limits
        self.random = random
    }

    /// Writes the base folder into `folder`, verifying what is written; refused when it exists there.
    ///
    /// `key` opens a bundle that is encrypted. `progress` is told the octets of content as they are read.
    public func unpack(
        _ archive: String, into folder: String, key: BundleKey? = nil,
        progress: @escaping @Sendable (_ octets: Int) -> Void = { _ in }
    ) throws -> Outcome {
        if try BundleVerification.isFolder(archive) { throw BundlingError.notABundle(path: archive) }
        let staging = try StagingFolder(in: folder, random: random)
        let report = try BundleVerification.report(
            on: archive, limits: limits, staging: staging, key: key, progress: progress)
        guard report.valid, let name = report.name else { return Outcome(report: report, folder: nil) }
        let destination = folder + "/" + name
        try staging.keep(as: destination)
        return Outcome(report: report, folder: destination)
    }
}
