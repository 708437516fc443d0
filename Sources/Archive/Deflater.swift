import CZlib
import Glibc

/// Deflates one content without a wrapper (RFC 1951), piece by piece. The owner of zlib's state.
struct Deflater: ~Copyable {
    private let stream: UnsafeMutablePointer<z_stream>
    private let buffer: UnsafeMutableRawBufferPointer
    private static let bufferOctets = 1 << 16

    /// Out of memory is the only failure.
    init(level: Int) throws(SystemFault) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        buffer = .allocate(byteCount: Self.bufferOctets, alignment: 16)
        guard raw_deflate_init(stream, CInt(level)) == Z_OK else { throw SystemFault(ENOMEM) }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
        buffer.deallocate()
    }

    /// Begins another content; the memory is used again.
    mutating func begin() { deflateReset(stream) }

    /// Takes more content; `isLast` ends it. Hands out what comes of it.
    mutating func deflate(
        _ bytes: UnsafeRawBufferPointer, isLast: Bool, _ emit: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        stream.pointee.next_in = UnsafeMutablePointer(
            mutating: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
        stream.pointee.avail_in = UInt32(bytes.count)
        repeat {
            stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
            stream.pointee.avail_out = UInt32(buffer.count)
            guard CZlib.deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH) != Z_STREAM_ERROR else {
                throw SystemFault(EINVAL)
            }
            let count = buffer.count - Int(stream.pointee.avail_out)
            if count > 0 { try emit(UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
        } while stream.pointee.avail_out == 0
    }
}

/// Inflates one content without a wrapper, never more than its announced size. The owner of zlib's state.
struct Inflater: ~Copyable {
    /// How the deflated data misbehave.
    enum Fault: Error {
        case malformed, tooLong, truncated
        /// Octets follow the end of the content.
        case trailing
    }

    private let stream: UnsafeMutablePointer<z_stream>
    private let buffer: UnsafeMutableRawBufferPointer
    private var left: Int
    private var isAtEnd = false
    private static let bufferOctets = 1 << 17

    init(size: Int) throws(SystemFault) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        buffer = .allocate(byteCount: Self.bufferOctets, alignment: 16)
        left = size
        guard raw_inflate_init(stream) == Z_OK else { throw SystemFault(ENOMEM) }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        buffer.deallocate()
    }

    /// Takes more deflated octets, and hands out content; stops as soon as there is more than was announced.
    mutating func inflate(
        _ bytes: UnsafeRawBufferPointer, _ emit: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        if isAtEnd { throw Fault.trailing }
        stream.pointee.next_in = UnsafeMutablePointer(
            mutating: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
        stream.pointee.avail_in = UInt32(bytes.count)
        while !isAtEnd {
            stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
            stream.pointee.avail_out = UInt32(buffer.count)
            let result = CZlib.inflate(stream, Z_NO_FLUSH)
            guard result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR else {
                throw Fault.malformed
            }
            let count = buffer.count - Int(stream.pointee.avail_out)
            guard count <= left else { throw Fault.tooLong }
            left -= count
            if count > 0 { try emit(UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
            isAtEnd = result == Z_STREAM_END
            if stream.pointee.avail_in == 0, stream.pointee.avail_out > 0 { break }
        }
        if isAtEnd, stream.pointee.avail_in > 0 { throw Fault.trailing }
    }

    /// The content must have ended, with all of its octets.
    func finish() throws {
        guard isAtEnd, left == 0 else { throw Fault.truncated }
    }
}

/// The checksum of ZIP, computed while a content passes by.
struct CRC32 {
    private(set) var value: UInt = crc32(0, nil, 0)

    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        value = crc32(value, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt32(bytes.count))
    }
}

/// Whether deflating is worth its time.
package enum DeflateTrial {
    /// Octets of a sample; the middle of a file says more than its head.
    package static let octets = 16 << 10

    /// False where a content hardly shrinks: then it is stored.
    static func isWorthwhile(_ deflated: Int, of octets: Int) -> Bool { deflated * 100 < octets * 95 }

    /// Octets that a guess takes at the least: fewer say nothing.
    private static let fewest = 1 << 10

    /// Whether a sample looks like noise, as what was packed or encrypted before: all octets nearly as frequent. Takes a
    /// hundredth of the time of trying.
    static func isNoise(_ sample: some Collection<UInt8>) -> Bool {
        guard sample.count >= fewest else { return false }
        var counts = [Int](repeating: 0, count: 256)
        for octet in sample { counts[Int(octet)] += 1 }
        let total = Double(sample.count)
        let bits = counts.reduce(0.0) { $1 == 0 ? $0 : $0 - Double($1) / total * log2(Double($1) / total) }
        return bits > 7.6
    }
}
