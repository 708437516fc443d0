import Archive

/// Reads a tar archive from its beginning: names are judged as they come, contents hashed and, for unpacking, written out.
struct StreamScan {
    let limits: BundleLimits
    let progress: @Sendable (Int) -> Void
    private var entries = 0
    private var announced = 0

    init(limits: BundleLimits, progress: @escaping @Sendable (Int) -> Void) {
        self.limits = limits
        self.progress = progress
    }

    /// Why reading ends before the end of the archive.
    enum Stop: Error {
        case problem(Problem)
    }

    /// The checksums that the names of manifests ask for: a stream is read once for its names, and once for its contents.
    static func algorithms(_ path: String, _ form: ArchiveForm, limits: BundleLimits) throws -> Set<
        DigestAlgorithm
    > {
        var reader = try ArchiveReader(path: path, form: form)
        var (algorithms, entries) = (Set<DigestAlgorithm>(), 0)
        while let entry = try reader.next() {
            entries += 1
            if entries > limits.entries { break }
            guard let inside = BagPath(entry.path).withoutFirstPart,
                let algorithm = BagElement(inside).demandedAlgorithm
            else { continue }
            algorithms.insert(algorithm)
        }
        return algorithms
    }

    /// Hands over each entry; refuses links and devices, and more than the limits allow.
    mutating func forEachEntry(
        _ path: String, _ form: ArchiveForm, _ body: (ArchiveEntry, inout ArchiveReader) throws -> Void
    ) throws {
        var reader = try ArchiveReader(path: path, form: form)
        let most = limits.contentOctets(inArchiveOf: reader.archiveOctets)
        while let entry = try reader.next() {
            try count(entry, atMost: most)
            try body(entry, &reader)
        }
    }

    private mutating func count(_ entry: ArchiveEntry, atMost most: Int) throws {
        entries += 1
        let (sum, overflow) = announced.addingReportingOverflow(entry.size)
        announced = overflow ? .max : sum
        if entries > limits.entries {
            throw Stop.problem(Problem(.tooManyEntries, "", "more than \(limits.entries) entries"))
        }
        if announced > most {
            throw Stop.problem(Problem(.tooLarge, "", "announces more than \(most) octets of content"))
        }
    }
}
