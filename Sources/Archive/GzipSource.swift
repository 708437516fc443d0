import CZlib
import Glibc

/// A tar archive in exactly one gzip member (RFC 1952), whose checksum and length are checked. The owner of zlib's state.
final class GzipSource: TarSource {
    private let file: SharedFile
    private let octets: Int
    private var offset = 0
    private var isAtEnd = false
    private let stream: UnsafeMutablePointer<z_stream>
    private let input: UnsafeMutableRawBufferPointer

    init(_ file: SharedFile, octets: Int) throws(SystemFault) {
        self.file = file
        self.octets = octets
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        input = .allocate(byteCount: 1 << 16, alignment: 16)
        guard gzip_inflate_init(stream) == Z_OK else { throw SystemFault(ENOMEM) }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        input.deallocate()
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(buffer.count)
        while stream.pointee.avail_out > 0, !isAtEnd {
            if stream.pointee.avail_in == 0 { try refill() }
            switch inflate(stream, Z_NO_FLUSH) {
            case Z_OK: continue
            case Z_STREAM_END: isAtEnd = true
            case Z_MEM_ERROR: throw SystemFault(ENOMEM)
            default: throw TarFault(.damaged, "its gzip data is damaged")
            }
        }
        return buffer.count - Int(stream.pointee.avail_out)
    }

    private func refill() throws {
        let count = try file.read(into: input, at: offset)
        guard count > 0 else { throw TarFault(.cutOff, "its gzip data is cut off") }
        offset += count
        stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_in = UInt32(count)
    }

    func skip(_ count: Int) throws -> Bool { try skipByReading(count) }

    func checkEnd() throws {
        guard isAtEnd, stream.pointee.avail_in == 0, offset == octets else {
            throw TarFault(.hiddenOctets, "another gzip member or other octets follow the first")
        }
    }
}
