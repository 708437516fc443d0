/// How much an archive may hold before it is taken for an attack; all raisable.
public struct BundleLimits: Hashable, Sendable {
    /// Files and folders.
    public var entries = 1_000_000
    /// Octets of content that any archive may announce.
    public var contentOctets = 20 << 30
    /// How many times its own size an archive may announce, where that is more.
    public var expansion = 100
    /// Octets of a tag file that is read as a whole, such as a manifest.
    public var tagFileOctets = 256 << 20
    /// Octets of the paths of all folders together: a path of some kilobytes may lead through two thousand of them.
    public var folderOctets = 64 << 20

    /// The usual limits.
    public init() {}

    func octets(of element: BagElement) -> Int {
        switch element {
        case .signature: min(SSHSignature.limit, tagFileOctets)
        case .timestamp: min(TimestampResponse.limit, tagFileOctets)
        default: tagFileOctets
        }
    }

    func contentOctets(inArchiveOf octets: Int) -> Int {
        let (product, overflow) = octets.multipliedReportingOverflow(by: expansion)
        return max(contentOctets, overflow ? .max : product)
    }
}
