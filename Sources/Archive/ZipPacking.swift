import Dispatch
import Foundation
import Glibc

/// Writes a ZIP archive on all cores: files are deflated side by side and written in their order.
///
/// The bytes depend on the contents, the level and the time alone: each file is deflated by itself, so the number of
/// workers makes no difference.
package struct ZipPacking {
    private let contents: [PackedContent]
    private let level: Int
    private let time: DOSTime
    private let line: WritingLine

    /// An archive of these files under a path where nothing is yet; `modified` are the seconds since 1970 that every
    /// entry states.
    package init(
        _ contents: [PackedContent], level: Int, modified: Int = 0, creating path: String
    ) throws(SystemFault) {
        self.init(contents, level: level, modified: modified, into: try SharedFile(creating: path))
    }

    /// An archive of these files in an empty file.
    package init(_ contents: [PackedContent], level: Int, modified: Int, into file: SharedFile) {
        self.contents = contents
        self.level = level
        time = DOSTime(seconds: modified)
        line = WritingLine(file)
    }

    /// Writes the whole archive and waits until it is on the disk; the answer is its octets.
    package func run(workers: Int) throws -> Int {
        DispatchQueue.concurrentPerform(iterations: max(1, workers)) { _ in
            while let index = line.takeNext(below: contents.count) { pack(index) }
        }
        return try line.close()
    }

    private func pack(_ index: Int) {
        do {
            let content = contents[index]
            var entry = PackedEntry(
                content, isDeflated: try content.isCompressible(), time, index, line)
            try entry.pack(content, level: level)
        } catch {
            line.fail(error, at: index)
        }
    }
}

/// One file between its reading and its place in the archive.
private struct PackedEntry {
    private var record: ZipRecords.Entry
    private let index: Int
    private let line: WritingLine
    private var crc = CRC32()
    private var octets = 0
    /// What is packed and not yet written.
    private var buffer: [UInt8] = []
    /// Where the next octets go once it is this file's turn; nil before.
    private var place: Int?

    /// Octets that wait in memory; beyond them a file waits for its turn and is written as it comes.
    private static let most = 2 << 20

    init(
        _ content: PackedContent, isDeflated: Bool, _ time: DOSTime, _ index: Int, _ line: WritingLine
    ) {
        record = ZipRecords.Entry(
            name: Array(content.name.utf8), method: isDeflated ? 8 : 0, modified: time,
            size: UInt64(content.size))
        self.index = index
        self.line = line
    }

    mutating func pack(_ content: PackedContent, level: Int) throws {
        if let deflated = content.deflated {
            try deflated.octets.withUnsafeBytes { try append($0) }
            return try finish(crc: deflated.crc)
        }
        if record.method == 8 {
            var deflater = try Deflater(level: level)
            try content.read { bytes in
                note(bytes)
                try deflater.deflate(bytes, isLast: false) { try append($0) }
            }
            try deflater.deflate(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true) {
                try append($0)
            }
        } else {
            try content.read { bytes in
                note(bytes)
                try append(bytes)
            }
        }
        guard octets == content.size else {
            throw PackingFault.sizeDiffers(name: content.name, found: octets)
        }
        try finish(crc: UInt32(truncatingIfNeeded: crc.value))
    }

    private mutating func note(_ bytes: UnsafeRawBufferPointer) {
        crc.update(bytes)
        octets += bytes.count
    }

    private mutating func append(_ bytes: UnsafeRawBufferPointer) throws {
        record.packed += UInt64(bytes.count)
        if place == nil, buffer.count + bytes.count <= Self.most {
            buffer.append(contentsOf: bytes)
        } else {
            try stream(bytes)
        }
    }

    /// Too long to wait in memory: what waits is written behind room for the header, then what comes.
    private mutating func stream(_ bytes: UnsafeRawBufferPointer) throws {
        if place == nil {
            let offset = try line.waitForTurn(of: index)
            record.offset = UInt64(offset)
            place = offset + record.localOctets
            try flush()
        }
        guard let place else { return }
        try line.file.write(bytes, at: place)
        self.place = place + bytes.count
    }

    private mutating func flush() throws {
        guard let place, !buffer.isEmpty else { return }
        try buffer.withUnsafeBytes { try line.file.write($0, at: place) }
        self.place = place + buffer.count
        buffer = []
    }

    private mutating func finish(crc: UInt32) throws {
        record.crc = UInt64(crc)
        if let place {
            let header = ZipRecords.local(record)
            try header.withUnsafeBytes { try line.file.write($0, at: Int(record.offset)) }
            line.passTurn(of: index, record, end: place)
        } else {
            try line.deposit(record, buffer, at: index)
        }
    }
}
