import Glibc
import Synchronization

/// The memory in which packed files wait for their place in an archive: blocks that are used again and again, and no more
/// of them, however many files wait.
final class BlockStock: Sendable {
    static let blockOctets = 1 << 17
    private let state: Mutex<(free: [Block], unmade: Int)>

    /// Belongs to whoever took it.
    struct Block: @unchecked Sendable {
        let start: UnsafeMutableRawPointer
    }

    init(octets: Int) { state = Mutex((free: [], unmade: max(1, octets / Self.blockOctets))) }

    deinit {
        for block in state.withLock({ $0.free }) { block.start.deallocate() }
    }

    /// Nil while all of them are taken.
    func take() -> Block? {
        state.withLock { state in
            if let block = state.free.popLast() { return block }
            guard state.unmade > 0 else { return nil }
            state.unmade -= 1
            return Block(start: .allocate(byteCount: Self.blockOctets, alignment: 64))
        }
    }

    func giveBack(_ blocks: [Block]) { state.withLock { $0.free += blocks } }
}

/// The content of a packed file while it waits, behind room for its header. The owner of its blocks.
final class WaitingOctets {
    private let stock: BlockStock
    private let room: Int
    private var blocks: [BlockStock.Block] = []
    /// Octets, with the room.
    private var end: Int

    /// `room` are the octets of the header, fewer than a block has.
    init(_ stock: BlockStock, behind room: Int) { (self.stock, self.room, end) = (stock, room, room) }

    deinit { stock.giveBack(blocks) }

    /// Octets of content that wait.
    var count: Int { end - room }

    /// Takes as much as there is memory for; the answer is what is left.
    func append(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        var rest = bytes
        while !rest.isEmpty {
            guard let place = nextPlace() else { break }
            let count = min(rest.count, place.count)
            place.copyMemory(from: UnsafeRawBufferPointer(rebasing: rest[..<count]))
            end += count
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
        return rest
    }

    /// What is free of the last block, or of another.
    private func nextPlace() -> UnsafeMutableRawBufferPointer? {
        let octets = BlockStock.blockOctets
        if blocks.isEmpty || end == blocks.count * octets {
            guard let block = stock.take() else { return nil }
            blocks.append(block)
        }
        let used = end - (blocks.count - 1) * octets
        return blocks.last.map {
            UnsafeMutableRawBufferPointer(start: $0.start + used, count: octets - used)
        }
    }

    /// Writes the header and the content.
    func write(behind header: [UInt8], to file: SharedFile, at offset: Int) throws {
        guard header.count == room else { throw SystemFault(EINVAL) }
        guard let first = blocks.first else {
            return try header.withUnsafeBytes { try file.write($0, at: offset) }
        }
        UnsafeMutableRawBufferPointer(start: first.start, count: room).copyBytes(from: header)
        try write(from: 0, to: file, at: offset)
    }

    /// Writes the content alone, and keeps it no longer.
    func flush(to file: SharedFile, at offset: Int) throws(SystemFault) {
        try write(from: room, to: file, at: offset)
        stock.giveBack(blocks)
        (blocks, end) = ([], room)
    }

    private func write(from start: Int, to file: SharedFile, at offset: Int) throws(SystemFault) {
        for (number, block) in blocks.enumerated() {
            let first = number * BlockStock.blockOctets
            let from = max(start, first)
            let piece = UnsafeRawBufferPointer(
                start: block.start + (from - first),
                count: min(end - first, BlockStock.blockOctets) - (from - first))
            try file.write(piece, at: offset + from - start)
        }
    }
}
