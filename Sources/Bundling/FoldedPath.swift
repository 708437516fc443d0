import Foundation

/// A path as a careless file system sees it: equal for names that differ in the case of letters or in Unicode
/// normalisation alone. Nothing is kept but the path itself, because a bundle may hold hundreds of thousands of names.
struct FoldedPath: Hashable, Sendable {
    let path: BagPath

    init(_ path: BagPath) { self.path = path }

    static func == (left: Self, right: Self) -> Bool {
        if left.isASCII, right.isASCII {
            let (one, other) = (left.path.text.utf8, right.path.text.utf8)
            return one.count == other.count && zip(one, other).allSatisfy { lower($0) == lower($1) }
        }
        return left.path.folded == right.path.folded
    }

    func hash(into hasher: inout Hasher) {
        var text = isASCII ? path.text : path.folded.precomposedStringWithCanonicalMapping
        text.withUTF8 { octets in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: octets.count) { folded in
                for (place, octet) in octets.enumerated() { folded[place] = Self.lower(octet) }
                hasher.combine(bytes: UnsafeRawBufferPointer(folded))
            }
        }
    }

    private var isASCII: Bool { path.text.utf8.allSatisfy { $0 < 0x80 } }

    private static func lower(_ octet: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(octet) ? octet | 0x20 : octet
    }
}
