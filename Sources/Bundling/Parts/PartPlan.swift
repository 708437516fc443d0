/// Which files go into which of several archives, so that none grows beyond a limit.
public struct PartPlan: Sendable, Equatable {
    /// A file that fits into no archive.
    public struct TooLarge: Error, Equatable {
        /// Its place among the files.
        public let file: Int
        /// What an archive has left for files.
        public let room: Int
    }

    /// The places of the files of each part, in order; never without a part.
    public let parts: [[Int]]

    /// Each file goes into the first part that has room for it, in order: what belongs together mostly stays together, and
    /// the same sizes give the same plan.
    public init(sizes: [Int], room: Int) throws(TooLarge) {
        var parts: [[Int]] = [[]]
        var left = [room]
        for (file, size) in sizes.enumerated() {
            guard size <= room else { throw TooLarge(file: file, room: room) }
            if let place = left.firstIndex(where: { $0 >= size }) {
                parts[place].append(file)
                left[place] -= size
            } else {
                parts.append([file])
                left.append(room - size)
            }
        }
        self.parts = parts
    }
}

extension BagContents {
    /// Octets that an archive of these contents has at the most, as a ZIP, signed or not, encrypted or not: what packing
    /// makes of them is known only afterwards.
    public func mostZipOctets(isSigned: Bool) -> Int {
        let tags = tagFiles.reduce(0) { $0 + Self.entry("\(baseName)/\($1.name)", $1.bytes.count) }
        let names = info.reduce(0) { $0 + $1.label.utf8.count + $1.value.utf8.count + 3 }
        let files = payload.reduce(0) { $0 + Self.entry("\(baseName)/\($1.path)", $1.mostPackedOctets) }
        let lines = payload.reduce(0) { $0 + Self.manifestLine($1.path) }
        let tagLines = (tagFiles.count + 4) * 120
        return tags + names + files + lines + tagLines + Self.container(baseName, isSigned: isSigned)
    }

    /// Octets that a file adds to an archive at the most.
    public func mostOctets(of file: PayloadFile) -> Int {
        Self.entry("\(baseName)/\(file.path)", file.mostPackedOctets) + Self.manifestLine(file.path)
    }

    /// Octets that a signature has in practice; a larger one is found out when the part is packed.
    private static let mostSignatureOctets = 16 << 10

    private static func manifestLine(_ path: String) -> Int { 64 + 2 + path.utf8.count + 1 }

    /// The two headers of an entry with what they need for 64 bits, and its content.
    private static func entry(_ name: String, _ octets: Int) -> Int {
        30 + 46 + 2 * name.utf8.count + 52 + octets
    }

    /// The four files that every bag has, the end of the archive, a signature and what encloses it when it is encrypted.
    private static func container(_ baseName: String, isSigned: Bool) -> Int {
        4 * entry("\(baseName)/tagmanifest-sha256.txt", 160) + 98 + 512
            + (isSigned ? entry("\(baseName)/\(BundleSignature.fileName)", mostSignatureOctets) : 0)
    }
}

extension PayloadFile {
    /// Deflating what does not shrink adds five octets a block (RFC 1951 3.2.4).
    fileprivate var mostPackedOctets: Int {
        if case .prepared(let document) = source { return document.packedSize }
        return size + size / 1_000 + 64
    }
}
