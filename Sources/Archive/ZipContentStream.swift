/// The content of a file in a ZIP archive, taken piece by piece by who reads it.
package final class ZipContentStream {
    private let content: ZipContent
    private let file: SharedFile
    private var inflater: Inflater
    private var crc = CRC32()
    /// Octets of the archive that were read.
    private var done = 0
    private var isAtEnd = false

    /// Deflate makes a thousand octets of one at the most: what waits stays below 4 MiB.
    private static let pieceOctets = 4 << 10

    init(_ content: ZipContent, _ file: SharedFile) throws {
        self.content = content
        self.file = file
        inflater = try Inflater(size: content.size)
    }

    /// The next octets, never more in all than announced; empty at the end, once size and checksum were found right.
    package func next() throws -> [UInt8] {
        var piece: [UInt8] = []
        while piece.isEmpty, done < content.packed { piece = try content.isDeflated ? inflated() : packed() }
        if piece.isEmpty { try finish() }
        piece.withUnsafeBytes { crc.update($0) }
        return piece
    }

    private func packed() throws -> [UInt8] {
        let count = min(Self.pieceOctets, content.packed - done)
        guard let octets = try file.octets(count, at: content.offset + done) else {
            throw ZipReading.ContentFault.truncated
        }
        done += count
        return octets
    }

    private func inflated() throws -> [UInt8] {
        var piece: [UInt8] = []
        do {
            try packed().withUnsafeBytes { octets in
                try inflater.inflate(octets) { piece.append(contentsOf: $0) }
            }
        } catch let fault as Inflater.Fault {
            throw ZipReading.ContentFault(fault)
        }
        return piece
    }

    private func finish() throws {
        guard !isAtEnd else { return }
        isAtEnd = true
        if content.isDeflated {
            do { try inflater.finish() } catch let fault as Inflater.Fault {
                throw ZipReading.ContentFault(fault)
            }
        }
        guard UInt32(truncatingIfNeeded: crc.value) == content.crc else {
            throw ZipReading.ContentFault.checksum
        }
    }
}

extension ZipReading.ContentFault {
    /// What inflating found.
    init(_ fault: Inflater.Fault) {
        switch fault {
        case .malformed, .trailing: self = .malformed
        case .tooLong: self = .tooLong
        case .truncated: self = .truncated
        }
    }
}
