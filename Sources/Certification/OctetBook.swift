/// Many short strings of octets, one behind the other: each takes its octets and little more, and none is moved when others
/// come.
package struct OctetBook: Hashable, Sendable {
    private struct Place: Hashable {
        let piece: UInt32
        let start: UInt32
        let end: UInt32
    }

    private var pieces: [[UInt8]] = []
    private var places: [Place] = []

    /// Octets of a piece, unless one string has more. What of it is not written takes no memory yet.
    private static let pieceOctets = 1 << 20

    /// Without any.
    package init() {}

    /// How many there are.
    package var count: Int { places.count }

    /// Octets of all of them.
    package var octets: Int { pieces.reduce(0) { $0 + $1.count } }

    /// Takes one more, of less than 4 GiB.
    package mutating func append(_ octets: some Collection<UInt8>) {
        if pieces.last.map({ $0.count + octets.count > $0.capacity }) ?? true {
            pieces.append([])
            pieces[pieces.count - 1].reserveCapacity(max(Self.pieceOctets, octets.count))
        }
        let last = pieces.count - 1
        let start = pieces[last].count
        pieces[last].append(contentsOf: octets)
        places.append(
            Place(piece: UInt32(last), start: UInt32(start), end: UInt32(pieces[last].count)))
    }

    /// Hands out one of them where it lies.
    package func withOctets<Result>(
        of number: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) rethrows -> Result {
        let place = places[number]
        return try pieces[Int(place.piece)].withUnsafeBytes { octets in
            try body(UnsafeRawBufferPointer(rebasing: octets[Int(place.start)..<Int(place.end)]))
        }
    }
}
