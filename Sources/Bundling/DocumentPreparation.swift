import Archive
import Certification

/// Deflates and fingerprints a document on a thread of its own while the next piece of it is being written.
final class DocumentPreparation: Sendable {
    /// Octets of a piece that is worth handing over.
    static let pieceOctets = 64 << 10

    private struct Draft: ~Copyable {
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

    private let conveyor: Conveyor<[UInt8], Draft>

    init(level: Int) throws { conveyor = Conveyor(to: try Draft(level: level)) { $1.add($0) } }

    func take(_ piece: [UInt8]) { conveyor.take(piece) }

    /// The document once every piece is in it.
    func finish() throws -> (DeflatedContent, Fingerprint) { try conveyor.finish { try $0.finish() } }
}
