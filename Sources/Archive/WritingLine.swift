import Foundation

/// The line in which packed files wait for their place in the archive: however they are finished, they lie in their order.
///
/// A place is given as soon as the packed octets of all files before it are known; written is outside of the lock, by
/// whichever thread has what to write.
final class WritingLine: @unchecked Sendable {
    let file: SharedFile
    let stock: BlockStock
    // Everything below is guarded by the condition.
    private let condition = NSCondition()
    private var nextTaken = 0
    private var turn = 0
    private var offset = 0
    /// Files whose packed octets are known and whose turn has not come: those that are whole, and others still on their way.
    private var waiting: [Int: (record: ZipRecords.Entry, octets: WaitingOctets?)] = [:]
    /// Places of files still on their way.
    private var places: [Int: Int] = [:]
    private var directory: ZipDirectoryDraft
    private var failure: (index: Int, error: any Error)?

    /// A file that is whole and has its place.
    private typealias Placed = (record: ZipRecords.Entry, octets: WaitingOctets, index: Int)

    /// A line of `count` files, of which `mostWaiting` octets may wait for their place.
    init(_ file: SharedFile, count: Int, mostWaiting: Int) {
        self.file = file
        stock = BlockStock(octets: mostWaiting)
        directory = ZipDirectoryDraft(count: count)
    }

    /// The number of the next file to pack; nil when there is none, or something failed.
    func takeNext(below count: Int) -> Int? {
        condition.withLock {
            guard failure == nil, nextTaken < count else { return nil }
            defer { nextTaken += 1 }
            return nextTaken
        }
    }

    /// Says how many octets a file will have, so that those behind it need not wait for them.
    func announce(_ record: ZipRecords.Entry, at index: Int) {
        write(
            condition.withLock {
                waiting[index] = (record, nil)
                return drain()
            })
    }

    /// Where a file begins, if all files before it are known.
    func place(of index: Int) -> Int? { condition.withLock { known(index) } }

    private func known(_ index: Int) -> Int? { places[index] ?? (turn == index ? offset : nil) }

    /// Waits until all files before this one are known; the answer is where it begins.
    func waitForPlace(of index: Int) throws -> Int {
        try condition.withLock {
            while failure == nil {
                if let place = known(index) { return place }
                condition.wait()
            }
            throw failure?.error ?? SystemFault(ECANCELED)
        }
    }

    /// Ends a file that was written as it came, in its place.
    func end(_ record: ZipRecords.Entry, at index: Int) {
        write(
            condition.withLock {
                if places.removeValue(forKey: index) != nil {
                    directory.complete(record, at: index)
                    return []
                }
                enter(record)
                return drain()
            })
    }

    /// Takes over a file of which all waits in memory.
    func deposit(_ record: ZipRecords.Entry, _ octets: WaitingOctets, at index: Int) {
        write(
            condition.withLock {
                if let place = places.removeValue(forKey: index) {
                    var placed = record
                    placed.offset = UInt64(place)
                    directory.complete(placed, at: index)
                    return [(placed, octets, index)]
                }
                waiting[index] = (record, octets)
                return drain()
            })
    }

    func fail(_ error: any Error, at index: Int) {
        condition.withLock {
            if failure.map({ index < $0.index }) ?? true { failure = (index, error) }
            condition.broadcast()
        }
    }

    /// Gives a place to whatever has its turn; the answer is what is to be written.
    private func drain() -> [Placed] {
        var placed: [Placed] = []
        while let (record, octets) = waiting.removeValue(forKey: turn) {
            let index = turn
            let place = enter(record)
            if let octets {
                var record = record
                record.offset = UInt64(place)
                placed.append((record, octets, index))
            } else {
                places[index] = place
            }
        }
        return placed
    }

    /// The answer is where the file begins.
    @discardableResult
    private func enter(_ record: ZipRecords.Entry) -> Int {
        var record = record
        record.offset = UInt64(offset)
        directory.append(record)
        defer { offset += record.localOctets + Int(record.packed) }
        turn += 1
        condition.broadcast()
        return offset
    }

    private func write(_ placed: [Placed]) {
        for (record, octets, index) in placed {
            do {
                try octets.write(behind: ZipRecords.local(record), to: file, at: Int(record.offset))
            } catch {
                fail(error, at: index)
            }
        }
    }

    /// Writes the directory and the end; throws what failed on the way. `name` tells the names again.
    func close(_ modified: DOSTime, name: (Int) -> String) throws -> Int {
        if let failure { throw failure.error }
        var end = offset
        try directory.write(at: offset, modified, name: name) { piece in
            try piece.withUnsafeBytes { try file.write($0, at: end) }
            end += piece.count
        }
        try file.synchronize()
        return end
    }
}
