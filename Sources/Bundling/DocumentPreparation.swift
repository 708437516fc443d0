import Archive
import Certification
import Dispatch
import Synchronization

/// Deflates and fingerprints a document on a thread of its own while the next piece of it is being written.
final class DocumentPreparation: Sendable {
    /// Octets of a piece that is worth handing over.
    static let pieceOctets = 64 << 10

    private struct State: ~Copyable {
        var hasher = ContentHasher()
        var deflated: DeflatedContent.Builder
        var failure: (any Error)?

        init(level: Int) throws { deflated = try DeflatedContent.Builder(level: level) }

        mutating func add(_ piece: [UInt8]) {
            guard failure == nil else { return }
            do {
                try piece.withUnsafeBytes { bytes in
                    hasher.update(bytes)
                    try deflated.add(bytes)
                }
            } catch { failure = error }
        }

        mutating func finish() throws -> (DeflatedContent, Fingerprint) {
            if let failure { throw failure }
            return (try deflated.finish(), hasher.finish().sha256)
        }
    }

    private let state: Mutex<State>
    private let queue = DispatchQueue(label: "document")
    /// How many pieces may wait: whoever writes faster than they are deflated waits himself.
    private let room = DispatchSemaphore(value: 4)

    init(level: Int) throws { state = Mutex(try State(level: level)) }

    func take(_ piece: [UInt8]) {
        room.wait()
        queue.async { [self] in
            state.withLock { $0.add(piece) }
            room.signal()
        }
    }

    /// The document once every piece is in it.
    func finish() throws -> (DeflatedContent, Fingerprint) {
        try queue.sync { try state.withLock { try $0.finish() } }
    }
}
