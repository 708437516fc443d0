/// The structure of a zstd frame (RFC 8878 3.1.1): one frame, whole, and nothing behind it, not even a skippable frame.
struct ZstdFrame {
    private let file: SharedFile
    private let octets: Int
    private var offset = 0
    private var window: [UInt8] = []
    private var windowStart = 0

    private static let magic: UInt64 = 0xFD2F_B528
    /// Octets of memory that a frame may ask for; what the zstd program grants.
    private static let mostMemory = 128 << 20
    private static let mostBlock = 128 << 10

    static func check(_ file: SharedFile, octets: Int) throws {
        var frame = ZstdFrame(file: file, octets: octets)
        let hasChecksum = try frame.readHeader()
        while try frame.passBlock() {}
        if hasChecksum { _ = try frame.number(4) }
        guard frame.offset == octets else {
            throw TarFault(.hiddenOctets, "another zstd frame or other octets follow the first")
        }
    }

    private init(file: SharedFile, octets: Int) {
        self.file = file
        self.octets = octets
    }

    /// Whether a checksum ends the frame.
    private mutating func readHeader() throws -> Bool {
        guard try number(4) == Self.magic else { throw Self.damaged }
        let descriptor = try number(1)
        let isSingle = descriptor & 0x20 != 0
        guard descriptor & 0x08 == 0 else { throw Self.damaged }
        var memory: UInt64 = 0
        if !isSingle {
            let octet = try number(1)
            let base: UInt64 = 1 << (10 + octet >> 3)
            memory = base + base / 8 * (octet & 7)
        }
        guard try number([0, 1, 2, 4][Int(descriptor & 3)]) == 0 else {
            throw TarFault(.damaged, "its zstd data needs a dictionary")
        }
        let width = [isSingle ? 1 : 0, 2, 4, 8][Int(descriptor >> 6)]
        let content = try number(width)
        guard (isSingle ? content : memory) <= UInt64(Self.mostMemory) else {
            throw TarFault(.tooLarge, "its zstd data needs more than 128 MiB of memory")
        }
        return descriptor & 0x04 != 0
    }

    /// False behind the last block.
    private mutating func passBlock() throws -> Bool {
        let header = try number(3)
        let size = Int(header >> 3)
        switch header >> 1 & 3 {
        case 0, 2: offset += size
        case 1: offset += 1
        default: throw Self.damaged
        }
        guard size <= Self.mostBlock else { throw Self.damaged }
        guard offset <= octets else { throw TarFault(.cutOff, "its zstd data is cut off") }
        return header & 1 == 0
    }

    private static let damaged = TarFault(.damaged, "its zstd data is damaged")

    /// A little-endian number, by way of a window, as there may be millions of them.
    private mutating func number(_ count: Int) throws -> UInt64 {
        guard offset + count <= octets else { throw TarFault(.cutOff, "its zstd data is cut off") }
        if offset < windowStart || offset + count > windowStart + window.count {
            windowStart = offset
            window = try file.octets(min(1 << 14, octets - offset), at: offset) ?? []
        }
        var cursor = ByteCursor(window[(offset - windowStart)...])
        guard let number = cursor.number(count) else { throw TarFault(.cutOff, "its zstd data is cut off") }
        offset += count
        return number
    }
}
