import Certification
import Foundation

/// The document `data/dossier.json` of a bundle; `bundle/dossier.schema.json` describes it.
public enum IndexDocument {
    /// The index as JSON with sorted keys and a line feed at the end: the same index gives the same bytes.
    public static func json(_ index: BundleIndex) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return try Array(encoder.encode(index)) + [UInt8(ascii: "\n")]
    }
}
