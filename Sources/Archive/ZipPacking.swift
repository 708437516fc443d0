import Dispatch
import Foundation
import Glibc

/// Writes a ZIP archive on all cores: files are deflated side by side and written in their order.
///
/// The bytes depend on the contents, the level and the time alone: each file is deflated by itself, so the number of
/// workers makes no difference.
package struct ZipPacking {
    private let contents: PackedContents
    private let level: Int
    private let time: DOSTime
    private let file: SharedFile

    /// An archive of these files under a path where nothing is yet; `modified` are the seconds since 1970 that every
    /// entry states.
    package init(
        _ contents: PackedContents, level: Int, modified: Int = 0, creating path: String
    ) throws(SystemFault) {
        self.init(contents, level: level, modified: modified, into: try SharedFile(creating: path))
    }

    /// An archive of these files in an empty file.
    package init(_ contents: PackedContents, level: Int, modified: Int, into file: SharedFile) {
        self.contents = contents
        self.level = level
        time = DOSTime(seconds: modified)
        self.file = file
    }

    /// Writes the whole archive and waits until it is on the disk; the answer is its octets.
    package func run(workers: Int) throws -> Int {
        let workers = max(1, workers)
        let line = WritingLine(
            file, count: contents.count, mostWaiting: min(workers * Self.waitingOctets, Self.mostWaiting))
        DispatchQueue.concurrentPerform(iterations: workers) { _ in work(line) }
        return try line.close(time) { contents[$0].name }
    }

    /// Octets that may wait for their place, for each core, and in all.
    private static let waitingOctets = 4 << 20
    private static let mostWaiting = 32 << 20

    /// Packs one file after the other as long as there are any.
    private func work(_ line: WritingLine) {
        guard var deflaters = try? Deflaters(level: level) else {
            return line.fail(SystemFault(ENOMEM), at: 0)
        }
        while let index = line.takeNext(below: contents.count) {
            do {
                let content = contents[index]
                var entry = PackedEntry(content, time, index, line)
                try entry.pack(content, &deflaters)
            } catch {
                line.fail(error, at: index)
            }
        }
    }
}

/// What one core needs to pack one file after the other.
private struct Deflaters: ~Copyable {
    var whole: Deflater
    private var trial: Deflater

    init(level: Int) throws(SystemFault) {
        let whole = try Deflater(level: level)
        let trial = try Deflater(level: 1)
        self.whole = whole
        self.trial = trial
    }

    /// Told from a sample: the same one always gives the same answer.
    mutating func isWorthwhile(_ sample: [UInt8]) throws -> Bool {
        if DeflateTrial.isNoise(sample) { return false }
        var count = 0
        trial.begin()
        try sample.withUnsafeBytes { try trial.deflate($0, isLast: true) { count += $0.count } }
        return DeflateTrial.isWorthwhile(count, of: sample.count)
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
    private let waiting: WaitingOctets
    /// The packed octets are known before they are there.
    private var isAnnounced = false
    /// Where the next octets go once those of all files before it are known; nil before.
    private var place: Int?

    /// Octets from which on it pays to look whether a file need wait at all.
    private static let many = 1 << 20

    init(_ content: PackedContent, _ time: DOSTime, _ index: Int, _ line: WritingLine) {
        record = ZipRecords.Entry(
            name: Array(content.name.utf8), method: 8, modified: time, size: UInt64(content.size))
        self.index = index
        self.line = line
        waiting = WaitingOctets(line.stock, behind: record.localOctets)
    }

    mutating func pack(_ content: PackedContent, _ deflaters: inout Deflaters) throws {
        if let deflated = content.deflated {
            octets = deflated.size
            for piece in deflated.pieces { try piece.withUnsafeBytes { try append($0) } }
            return try finish(content, crc: deflated.crc)
        }
        if content.size <= DeflateTrial.octets {
            try packSmall(content, &deflaters.whole)
        } else if try deflaters.isWorthwhile(content.sample()) {
            try deflate(content, &deflaters.whole)
        } else {
            try store(content)
        }
        try finish(content, crc: UInt32(truncatingIfNeeded: crc.value))
    }

    /// What is no larger than a sample is tried as a whole.
    private mutating func packSmall(_ content: PackedContent, _ deflater: inout Deflater) throws {
        var whole: [UInt8] = []
        whole.reserveCapacity(content.size)
        try content.read { bytes in
            note(bytes)
            whole.append(contentsOf: bytes)
        }
        var deflated: [UInt8] = []
        let isNoise = DeflateTrial.isNoise(whole)
        if !isNoise {
            deflater.begin()
            try whole.withUnsafeBytes { bytes in
                try deflater.deflate(bytes, isLast: true) { deflated.append(contentsOf: $0) }
            }
        }
        let isWorthwhile = !isNoise && DeflateTrial.isWorthwhile(deflated.count, of: whole.count)
        record.method = isWorthwhile ? 8 : 0
        try (isWorthwhile ? deflated : whole).withUnsafeBytes { try append($0) }
    }

    private mutating func deflate(_ content: PackedContent, _ deflater: inout Deflater) throws {
        deflater.begin()
        try content.read { bytes in
            note(bytes)
            try deflater.deflate(bytes, isLast: false) { try append($0) }
        }
        try deflater.deflate(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true) { try append($0) }
    }

    private mutating func store(_ content: PackedContent) throws {
        record.method = 0
        record.packed = record.size
        isAnnounced = true
        line.announce(record, at: index)
        try content.read { bytes in
            note(bytes)
            // Behind it another file may lie already.
            guard octets <= content.size else {
                throw PackingFault.sizeDiffers(name: content.name, found: octets)
            }
            try append(bytes)
        }
    }

    private mutating func note(_ bytes: UnsafeRawBufferPointer) {
        crc.update(bytes)
        octets += bytes.count
    }

    private mutating func append(_ bytes: UnsafeRawBufferPointer) throws {
        if !isAnnounced { record.packed += UInt64(bytes.count) }
        var rest = bytes
        if place == nil {
            if isAnnounced || waiting.count >= Self.many, let offset = line.place(of: index) {
                try settle(at: offset)
            } else {
                rest = waiting.append(bytes)
                if rest.isEmpty { return }
                // No memory is left to wait in.
                try settle(at: try line.waitForPlace(of: index))
            }
        }
        try stream(rest)
    }

    /// What waits is written behind room for the header.
    private mutating func settle(at offset: Int) throws {
        record.offset = UInt64(offset)
        let start = offset + record.localOctets
        place = start + waiting.count
        try waiting.flush(to: line.file, at: start)
    }

    private mutating func stream(_ bytes: UnsafeRawBufferPointer) throws {
        guard let place else { return }
        try line.file.write(bytes, at: place)
        self.place = place + bytes.count
    }

    private mutating func finish(_ content: PackedContent, crc: UInt32) throws {
        guard octets == content.size else {
            throw PackingFault.sizeDiffers(name: content.name, found: octets)
        }
        record.crc = UInt64(crc)
        guard place != nil else { return line.deposit(record, waiting, at: index) }
        let header = ZipRecords.local(record)
        try header.withUnsafeBytes { try line.file.write($0, at: Int(record.offset)) }
        line.end(record, at: index)
    }
}
