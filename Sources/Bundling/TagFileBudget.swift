/// How much of a bag's tag files is read as a whole: an archive of some kilobytes may hold thousands of manifests of a
/// quarter of a gigabyte each.
struct TagFileBudget {
    private let limits: BundleLimits
    private let mostInAll: Int
    private let lines: Int
    private var octets = 0

    /// Lines of one tag file that are read, however few entries are let in.
    private static let fewestLines = 1_000_000

    init(_ limits: BundleLimits) {
        self.limits = limits
        let (double, overflow) = limits.tagFileOctets.multipliedReportingOverflow(by: 2)
        mostInAll = overflow ? .max : double
        lines = max(limits.entries, Self.fewestLines)
    }

    /// What speaks against reading a tag file of this size; the files read before count too.
    mutating func refusal(_ path: BagPath, size: Int) -> Problem? {
        guard size <= limits.octets(of: BagElement(path)) else {
            return Problem(.tagFileTooLarge, path.text, "\(size) octets are too much to read")
        }
        octets += size
        guard octets <= mostInAll else {
            return Problem(.tagFileTooLarge, path.text, "too much to read, together with the other tag files")
        }
        return nil
    }

    /// What speaks against a text that was read.
    func refusal(_ path: BagPath, text: [UInt8]) -> Problem? {
        guard text.count > lines, text.count(where: { $0 == 0x0A || $0 == 0x0D }) > lines else { return nil }
        return Problem(.tagFileTooLarge, path.text, "more than \(lines) lines")
    }
}
