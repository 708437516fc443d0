/// A bag as it was found: every file with its checksums, and the text of the files that the rules read.
struct ScannedBag: Sendable {
    /// A file of the bag.
    struct File: Hashable, Sendable {
        let size: Int
        /// Nil when the content could not be read, which is reported already.
        var digests: Digests?
    }

    var files: [BagPath: File] = [:]
    /// The bytes of bagit.txt, bag-info.txt, fetch.txt and the manifests.
    var tagFiles: [BagPath: [UInt8]] = [:]
    var hasPayloadFolder = false
    /// The file of the payload that somebody wants to read; nil where nobody does, or it was not kept.
    var wanted: [UInt8]?

    /// The checksums that the manifests ask for.
    var demandedAlgorithms: Set<DigestAlgorithm> {
        Set(tagFiles.keys.compactMap { BagElement($0).demandedAlgorithm })
    }

    /// The octets and number of the payload files that are there.
    var payload: PayloadOxum {
        files.reduce(into: PayloadOxum(octets: 0, files: 0)) { sum, file in
            guard file.key.isPayload else { return }
            sum.octets += file.value.size
            sum.files += 1
        }
    }
}
