import Archive
import Certification

/// A document that is made for a bundle: a page, a list. It is deflated as it comes about, so that even one of many
/// megabytes is never whole in memory.
public struct PreparedDocument: Hashable, Sendable {
    let content: DeflatedContent
    /// The SHA-256 of the document.
    public let fingerprint: Fingerprint
    /// Octets of the document.
    public var size: Int { content.size }
    /// Octets that it takes in a ZIP.
    var packedSize: Int { content.packedSize }

    /// Takes what `write` hands over; `level` is that of the compression in a ZIP, the form's own when left out.
    public init(
        level: Int? = nil, _ write: (_ sink: ([UInt8]) throws -> Void) throws -> Void
    ) throws {
        let preparation = try DocumentPreparation(level: level ?? BundleForm.zip.defaultLevel)
        var piece: [UInt8] = []
        try write { octets in
            piece += octets
            guard piece.count >= DocumentPreparation.pieceOctets else { return }
            preparation.take(piece)
            piece = []
        }
        preparation.take(piece)
        (content, fingerprint) = try preparation.finish()
    }
}
