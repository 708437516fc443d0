import Foundation

/// Reads contents one after the other on a thread of its own, a little ahead of who takes them: reading and checksums take
/// as much time as fast compression does.
///
/// One thread takes; when it takes no more, it must `stop()`.
final class ReadAhead: @unchecked Sendable {
    private let contents: PackedContents
    // Of the thread that reads.
    private var filling = PieceOfContents()
    // Of the thread that takes.
    private var taking: PieceOfContents?
    // Everything below is guarded by the condition.
    private let condition = NSCondition()
    private var filled: [PieceOfContents] = []
    private var isStopped = false
    private var isOver = false
    private var failure: (any Error)?

    /// Pieces that wait to be taken at the most.
    private static let most = 4

    private struct Stopped: Error {}

    init(_ contents: PackedContents) { self.contents = contents }

    func start() { Thread.detachNewThread { [self] in run() } }

    private func run() {
        let outcome = Result {
            for content in contents { try read(content) }
            try handOver()
        }
        condition.withLock {
            if case .failure(let error) = outcome { failure = error }
            isOver = true
            condition.broadcast()
        }
    }

    private func read(_ content: PackedContent) throws {
        try content.read { bytes in
            var rest = bytes
            while !rest.isEmpty {
                if filling.isFull { try handOver() }
                rest = filling.append(rest)
            }
        }
        filling.endContent()
        if filling.isFull { try handOver() }
    }

    /// Small files share a piece: handing over costs more than they do.
    private func handOver() throws {
        try condition.withLock {
            while filled.count == Self.most, !isStopped { condition.wait() }
            if isStopped { throw Stopped() }
            filled.append(filling)
            condition.signal()
        }
        filling = PieceOfContents()
    }

    /// Hands out the next content piece by piece; throws what its reading threw.
    func takeNext(_ consume: (UnsafeRawBufferPointer) throws -> Void) throws {
        var isAtEnd = false
        while !isAtEnd {
            let piece = try taking ?? nextFilled()
            taking = piece
            guard let part = piece.nextPart() else {
                taking = nil
                continue
            }
            if !part.bytes.isEmpty { try consume(part.bytes) }
            isAtEnd = part.isLast
        }
    }

    private func nextFilled() throws -> PieceOfContents {
        try condition.withLock {
            while filled.isEmpty, !isOver { condition.wait() }
            guard !filled.isEmpty else { throw failure ?? Stopped() }
            defer { condition.signal() }
            return filled.removeFirst()
        }
    }

    /// Ends the reading, wherever it is, and waits until it has ended.
    func stop() {
        condition.withLock {
            isStopped = true
            condition.broadcast()
            while !isOver { condition.wait() }
        }
    }
}
