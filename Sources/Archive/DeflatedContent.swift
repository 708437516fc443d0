/// Content that was deflated as it came about, so that the whole of it is never in memory.
package struct DeflatedContent: Hashable, Sendable {
    /// Deflated (RFC 1951).
    let octets: [UInt8]
    let crc: UInt32
    /// Octets of the content itself.
    package let size: Int
    /// Octets that it takes in an archive.
    package var packedSize: Int { octets.count }

    /// Takes over what a builder has collected.
    fileprivate init(octets: [UInt8], crc: UInt32, size: Int) {
        (self.octets, self.crc, self.size) = (octets, crc, size)
    }

    /// Hands out the content piece by piece.
    package func read(_ consume: (UnsafeRawBufferPointer) throws -> Void) throws {
        var inflater = try Inflater(size: size)
        try octets.withUnsafeBytes { try inflater.inflate($0, consume) }
        try inflater.finish()
    }
}

extension DeflatedContent {
    /// Deflates a content as it comes.
    package struct Builder: ~Copyable {
        private var deflater: Deflater
        private var octets: [UInt8] = []
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
                octets: octets, crc: UInt32(truncatingIfNeeded: crc.value), size: size)
        }

        private mutating func deflate(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws {
            var packed: [UInt8] = []
            try deflater.deflate(bytes, isLast: isLast) { packed.append(contentsOf: $0) }
            octets += packed
        }
    }
}
