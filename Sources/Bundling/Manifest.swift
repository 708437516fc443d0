import Certification

/// A payload or tag manifest: checksums and the paths they belong to.
enum Manifest {
    /// One line.
    struct Line: Hashable, Sendable {
        /// Lower-case.
        let digest: String
        /// The path as written, not decoded.
        let path: String
        /// Written ` *path`, as md5sum does for binary files.
        let hasBinaryMark: Bool
    }

    /// A line as it was found.
    enum Parsed: Hashable, Sendable {
        case line(Line)
        /// Not of the form, counted from 1.
        case malformed(Int)
    }

    /// Hands out line by line, so that a manifest of many files takes no more memory than its text: hexadecimal digits in
    /// either case, blanks or tabs, a path (RFC 8493 2.1.3). `text` is UTF-8.
    static func forEachLine(
        of text: [UInt8], _ algorithm: DigestAlgorithm, _ body: (Parsed) -> Void
    ) {
        var number = 0
        TagText.forEachLine(of: text) { line in
            number += 1
            guard !line.isEmpty else { return }
            let parsed = Line(line, digits: algorithm.hexadecimalDigits)
            body(parsed.map(Parsed.line) ?? .malformed(number))
        }
    }

    /// The text of a manifest over these files, sorted by path, in the form that `sha256sum -c` reads.
    static func text(_ files: [(path: BagPath, fingerprint: Fingerprint)]) -> [UInt8] {
        var text: [UInt8] = []
        write(files.sorted { $0.path < $1.path }) { text += $0 }
        return text
    }

    /// Writes the same of files that are sorted by path, line by line.
    static func write(
        _ files: some Sequence<(path: BagPath, fingerprint: Fingerprint)>, _ sink: ([UInt8]) throws -> Void
    ) rethrows {
        var line: [UInt8] = []
        for file in files {
            line.removeAll(keepingCapacity: true)
            line.append(contentsOf: file.fingerprint.hex.utf8)
            line.append(contentsOf: "  ".utf8)
            line.append(contentsOf: file.path.encoded.utf8)
            line.append(UInt8(ascii: "\n"))
            try sink(line)
        }
    }
}

extension Manifest.Line {
    init?(_ line: ArraySlice<UInt8>, digits: Int) {
        let isBlank = { (octet: UInt8) in octet == 0x20 || octet == 0x09 }
        let digest = line.prefix { !isBlank($0) }
        var path = line.dropFirst(digest.count)
        path = path.drop(while: isBlank)
        guard digest.count == digits, digest.allSatisfy(Self.isHexadecimal), path.first != nil else {
            return nil
        }
        hasBinaryMark = path.first == UInt8(ascii: "*") && path.startIndex == digest.endIndex + 1
        if hasBinaryMark { path = path.dropFirst() }
        guard !path.isEmpty else { return nil }
        self.digest = String(decoding: digest, as: UTF8.self).lowercased()
        self.path = String(decoding: path, as: UTF8.self)
    }

    private static func isHexadecimal(_ octet: UInt8) -> Bool {
        (0x30...0x39).contains(octet) || (0x61...0x66).contains(octet | 0x20)
    }
}
