/// Content that was deflated as it came about, so that the whole of it is never in memory.
package struct DeflatedContent: Hashable, Sendable {
    /// Deflated (RFC 1951), piece by piece.
    let pieces: [[UInt8]]
    let crc: UInt32
    /// Octets of the content itself.
    package let size: Int
    /// Octets that it takes in an archive.
    package var packedSize: Int { pieces.reduce(0) { $0 + $1.count } }

    /// Takes over what a builder has collected.
    fileprivate init(pieces: [[UInt8]], crc: UInt32, size: Int) {
        (self.pieces, self.crc, self.size) = (pieces, crc, size)
    }

    /// Hands out the content piece by piece.
    package func read(_ consume: (UnsafeRawBufferPointer) throws -> Void) throws {
        var inflater = try Inflater(size: size)
        for piece in pieces { try piece.withUnsafeBytes { try inflater.inflate($0, consume) } }
        try inflater.finish()
    }
}

extension DeflatedContent {
    /// Deflates a content as it comes.
    package struct Builder: ~Copyable {
        private var deflater: Deflater
        private var pieces: [[UInt8]] = []
        private var crc = CRC32()
        private var size = 0

        /// `level` is that of deflate, 1 to 9.
        package init(level: Int) throws { deflater = try Deflater(level: level) }

        /// Takes the next piece.
        package mutating func add(_ bytes: UnsafeRawBufferPointer) throws {
            crc.update(bytes)
            size += bytes.count
            try deflate(bytes, isLast: false)
        }

        /// The whole, ended.
        package mutating func finish() throws -> DeflatedContent {
            try deflate(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
            return DeflatedContent(
                pieces: pieces, crc: UInt32(truncatingIfNeeded: crc.value), size: size)
        }

        private mutating func deflate(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws {
            var packed: [UInt8] = []
            try deflater.deflate(bytes, isLast: isLast) { packed.append(contentsOf: $0) }
            if pieces.last.map({ $0.count + packed.count > Self.pieceOctets }) ?? true {
                pieces.append([])
                pieces[pieces.count - 1].reserveCapacity(max(Self.pieceOctets, packed.count))
            }
            pieces[pieces.count - 1].append(contentsOf: packed)
        }

        /// Octets of a piece, which is never moved. What of it is not written takes no memory.
        private static let pieceOctets = 1 << 20
    }
}
