import Archive
import Certification
import Synchronization

/// Deflates and fingerprints a document on a thread of its own while the next piece of it is being written.
final class DocumentPreparation: Sendable {
    /// Octets of a piece that is worth handing over.
    static let pieceOctets = 64 << 10

    private final class Draft: Sendable {
        private struct State: ~Copyable {
            var hasher = ContentHasher()
            var deflated: DeflatedContent.Builder
            var failure: (any Error)?
        }

        private let state: Mutex<State>

        init(level: Int) throws { state = Mutex(State(deflated: try DeflatedContent.Builder(level: level))) }

        func add(_ piece: [UInt8]) {
            state.withLock { state in
                guard state.failure == nil else { return }
                do {
                    try piece.withUnsafeBytes { bytes in
                        state.hasher.update(bytes)
                        try state.deflated.add(bytes)
                    }
                } catch { state.failure = error }
            }
        }

        func finish() throws -> (DeflatedContent, Fingerprint) {
            try state.withLock { state in
                if let failure = state.failure { throw failure }
                return (try state.deflated.finish(), state.hasher.finish().sha256)
            }
        }
    }

    private let draft: Draft
    private let conveyor: Conveyor<[UInt8]>

    init(level: Int) throws {
        let draft = try Draft(level: level)
        self.draft = draft
        conveyor = Conveyor { draft.add($0) }
    }

    func take(_ piece: [UInt8]) { conveyor.take(piece) }

    /// The document once every piece is in it.
    func finish() throws -> (DeflatedContent, Fingerprint) {
        conveyor.finish()
        return try draft.finish()
    }
}
