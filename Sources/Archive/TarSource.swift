import Glibc

/// The octets of a tar archive from its beginning, without their compression.
protocol TarSource: AnyObject {
    /// Fills as much of `buffer` as there is; fewer octets only at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
    /// Passes over octets; false where there are not so many.
    func skip(_ count: Int) throws -> Bool
    /// Throws where something follows the last octet: another compressed stream, or anything else.
    func checkEnd() throws
}

extension TarSource {
    /// The next octets; fewer only at the end.
    func octets(upTo count: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = try read(into: UnsafeMutableRawBufferPointer(buffer))
        }
    }

    /// By reading them into a buffer that is thrown away.
    func skipByReading(_ count: Int) throws -> Bool {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 64)
        defer { buffer.deallocate() }
        var left = count
        while left > 0 {
            let piece = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(left, buffer.count)])
            let filled = try read(into: piece)
            guard filled == piece.count else { return false }
            left -= filled
        }
        return true
    }
}

/// The source for each form.
enum TarSources {
    static func source(_ path: String, _ form: ArchiveForm) throws -> any TarSource {
        let file = try SharedFile(reading: path)
        let octets = Int(try file.status().st_size)
        return switch form {
        case .zip, .tar: PlainSource(file, octets: octets)
        case .tarGzip: try GzipSource(file, octets: octets)
        case .tarZstd: try ZstdSource(path, file, octets: octets)
        }
    }
}

/// An archive that is not compressed: contents are passed over without being read.
final class PlainSource: TarSource {
    private let file: SharedFile
    private let octets: Int
    private var offset = 0

    init(_ file: SharedFile, octets: Int) {
        self.file = file
        self.octets = octets
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let filled = try file.read(into: buffer, at: offset)
        offset += filled
        return filled
    }

    func skip(_ count: Int) throws -> Bool {
        guard count <= octets - offset else { return false }
        offset += count
        return true
    }

    func checkEnd() throws {
        if offset != octets { throw TarFault(.hiddenOctets, "octets follow the end of the archive") }
    }
}
