import Foundation

/// A path as a careless file system sees it: equal for names that differ in the case of letters or in Unicode
/// normalisation alone. Nothing is kept but the path itself, because a bundle may hold hundreds of thousands of names.
struct FoldedPath: Hashable, Sendable {
    let path: BagPath

    init(_ path: BagPath) { self.path = path }

    static func == (left: Self, right: Self) -> Bool {
        if left.isASCII, right.isASCII {
            let (one, other) = (left.path.text.utf8, right.path.text.utf8)
            guard one.count == other.count else { return false }
            return left.path == right.path || zip(one, other).allSatisfy { lower($0) == lower($1) }
        }
        return left.path.folded == right.path.folded
    }

    func hash(into hasher: inout Hasher) { withOctets { hasher.combine(bytes: $0) } }

    /// Hands out octets that are the same for equal paths, and in every run.
    func withOctets<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        var text = isASCII ? path.text : path.folded.precomposedStringWithCanonicalMapping
        return text.withUTF8 { octets in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: octets.count) { folded in
                for place in octets.indices { folded[place] = Self.lower(octets[place]) }
                return body(UnsafeRawBufferPointer(folded))
            }
        }
    }

    private var isASCII: Bool {
        var text = path.text
        // Without an early end it is done many octets at a time.
        return text.withUTF8 { $0.reduce(0, |) < 0x80 }
    }

    private static func lower(_ octet: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(octet) ? octet | 0x20 : octet
    }
}
