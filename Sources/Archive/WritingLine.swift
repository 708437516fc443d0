import Foundation

/// The line in which packed files wait for their place in the archive: however they are finished, they are written in
/// their order.
final class WritingLine: @unchecked Sendable {
    let file: SharedFile
    // Everything below is guarded by the condition.
    private let condition = NSCondition()
    private var nextTaken = 0
    private var turn = 0
    private var offset = 0
    private var waiting: [Int: (record: ZipRecords.Entry, bytes: [UInt8])] = [:]
    private var waitingOctets = 0
    private var directory: [UInt8] = []
    private var count = 0
    private var failure: (index: Int, error: any Error)?

    /// Octets of finished files that wait at the most.
    private static let most = 24 << 20

    init(_ file: SharedFile) { self.file = file }

    /// The number of the next file to pack; nil when there is none, or something failed.
    func takeNext(below count: Int) -> Int? {
        condition.withLock {
            guard failure == nil, nextTaken < count else { return nil }
            defer { nextTaken += 1 }
            return nextTaken
        }
    }

    /// Waits until all files before this one are written; the answer is where it begins.
    func waitForTurn(of index: Int) throws -> Int {
        try condition.withLock {
            while turn != index, failure == nil { condition.wait() }
            if let failure { throw failure.error }
            return offset
        }
    }

    /// Ends the turn of a file that was written as it came.
    func passTurn(of index: Int, _ record: ZipRecords.Entry, end: Int) {
        condition.withLock {
            enter(record, end: end)
            drain()
        }
    }

    /// Takes over a finished file; waits where too much waits already, unless it is its turn.
    func deposit(_ record: ZipRecords.Entry, _ bytes: [UInt8], at index: Int) throws {
        try condition.withLock {
            while turn != index, waitingOctets + bytes.count > Self.most, failure == nil { condition.wait() }
            if let failure { throw failure.error }
            waiting[index] = (record, bytes)
            waitingOctets += bytes.count
            drain()
        }
    }

    func fail(_ error: any Error, at index: Int) {
        condition.withLock {
            if failure.map({ index < $0.index }) ?? true { failure = (index, error) }
            condition.broadcast()
        }
    }

    /// Writes whatever has its turn.
    private func drain() {
        while let (record, bytes) = waiting.removeValue(forKey: turn), failure == nil {
            waitingOctets -= bytes.count
            var placed = record
            placed.offset = UInt64(offset)
            do {
                let whole = ZipRecords.local(placed) + bytes
                try whole.withUnsafeBytes { try file.write($0, at: offset) }
                enter(placed, end: offset + whole.count)
            } catch {
                failure = (turn, error)
            }
        }
        condition.broadcast()
    }

    private func enter(_ record: ZipRecords.Entry, end: Int) {
        directory += ZipRecords.central(record)
        count += 1
        offset = end
        turn += 1
    }

    /// Writes the directory and the end; throws what failed on the way.
    func close() throws -> Int {
        if let failure { throw failure.error }
        let end = directory + ZipRecords.end(count: count, directoryOctets: directory.count, offset: offset)
        try end.withUnsafeBytes { try file.write($0, at: offset) }
        try file.synchronize()
        return offset + end.count
    }
}

extension NSCondition {
    fileprivate func withLock<Value>(_ body: () throws -> Value) rethrows -> Value {
        lock()
        defer { unlock() }
        return try body()
    }
}
