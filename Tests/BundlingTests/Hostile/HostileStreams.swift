@testable import Archive

/// A gzip member of which every part may lie (RFC 1952).
enum HostileGzip {
    static func member(
        _ bytes: [UInt8], crc: UInt32? = nil, size: Int? = nil, flags: UInt8 = 0, fields: [UInt8] = []
    ) -> [UInt8] {
        var end = ByteBuilder()
        end.long(UInt64(crc ?? checksum(bytes)))
        end.long(UInt64(size ?? bytes.count))
        return [0x1F, 0x8B, 8, flags, 0, 0, 0, 0, 0, 3] + fields + deflated(bytes) + end.bytes
    }
}

/// A zstd frame of blocks that are not compressed (RFC 8878).
enum HostileZstd {
    private static let header: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]
    /// A window of 1 MiB, no checksum, no length.
    private static let descriptor: [UInt8] = [0x00, 0x50]

    static func frame(_ bytes: [UInt8], descriptor: [UInt8] = descriptor, end: [UInt8] = []) -> [UInt8] {
        var result = header + descriptor
        var rest = bytes[...]
        repeat {
            let piece = rest.prefix(100_000)
            rest = rest.dropFirst(piece.count)
            result += block(0, piece.count, isLast: rest.isEmpty) + piece
        } while !rest.isEmpty
        return result + end
    }

    /// A tar archive's beginning, then zeros, 128 KiB from four octets each.
    static func bomb(_ beginning: [UInt8], zeroBlocks: Int) -> [UInt8] {
        let zeros = block(1, 128 << 10, isLast: false) + [0]
        return header + descriptor + block(0, beginning.count, isLast: false) + beginning
            + Array(repeatElement(zeros, count: zeroBlocks).joined()) + block(0, 0, isLast: true)
    }

    static func skippable(_ bytes: [UInt8]) -> [UInt8] {
        [0x50, 0x2A, 0x4D, 0x18] + little([UInt64(bytes.count)], 4) + bytes
    }

    private static func block(_ type: Int, _ size: Int, isLast: Bool) -> [UInt8] {
        little([UInt64(size << 3 | type << 1 | (isLast ? 1 : 0))], 3)
    }
}
