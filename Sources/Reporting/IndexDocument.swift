import Certification
import Foundation

/// The document `data/dossier.json` of a bundle; `bundle/dossier.schema.json` describes it.
public enum IndexDocument {
    /// Writes the index as JSON, piece by piece, with sorted keys and a line feed at the end: the same index gives the same
    /// octets.
    public static func write(_ index: BundleIndex, _ sink: ([UInt8]) throws -> Void) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        let frame = String(decoding: try encoder.encode(index.withoutEvidence), as: UTF8.self)
        guard !index.evidence.isEmpty, let gap = frame.range(of: gap) else {
            return try sink(Array((frame + "\n").utf8))
        }
        try sink(Array((frame[..<gap.lowerBound] + "  \"evidence\" : [").utf8))
        for (number, item) in index.evidence.enumerated() {
            try sink(Array((number == 0 ? "\n" : ",\n").utf8) + indented(try encoder.encode(item)))
        }
        try sink(Array(("\n  ]" + frame[gap.upperBound...] + "\n").utf8))
    }

    /// The line of a document without evidence, where the items go; no text holds a line break.
    private static let gap = "  \"evidence\" : [\n\n  ]"

    /// Two levels deeper.
    private static func indented(_ json: Data) -> [UInt8] {
        let margin = [UInt8](repeating: UInt8(ascii: " "), count: 4)
        var lines = margin
        lines.reserveCapacity(json.count + json.count / 4)
        json.withUnsafeBytes { octets in
            for octet in octets {
                lines.append(octet)
                if octet == UInt8(ascii: "\n") { lines += margin }
            }
        }
        return lines
    }
}
