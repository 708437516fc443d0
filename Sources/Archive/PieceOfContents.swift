/// Octets of one or more contents, read one after the other. The owner of their memory.
final class PieceOfContents {
    /// Octets of one content; the last of them, or not.
    typealias Part = (bytes: UnsafeRawBufferPointer, isLast: Bool)

    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)
    private var used = 0
    /// Where contents end; a piece may end in the middle of one.
    private var ends: [Int] = []
    private var taken = 0
    private var endsTaken = 0

    /// Ends of contents in one piece, of which many may be empty.
    private static let mostEnds = 1_024

    deinit { buffer.deallocate() }

    var isFull: Bool { used == buffer.count || ends.count == Self.mostEnds }

    /// Takes as much as there is room for; the answer is what is left.
    func append(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        let count = min(bytes.count, buffer.count - used)
        UnsafeMutableRawBufferPointer(rebasing: buffer[used...])
            .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<count]))
        used += count
        return UnsafeRawBufferPointer(rebasing: bytes[count...])
    }

    func endContent() { ends.append(used) }

    /// The octets of the next content, as far as they are here; nil when all were handed out.
    func nextPart() -> Part? {
        let isLast = endsTaken < ends.count
        let end = isLast ? ends[endsTaken] : used
        guard isLast || taken < end else { return nil }
        defer { taken = end }
        if isLast { endsTaken += 1 }
        return (UnsafeRawBufferPointer(rebasing: buffer[taken..<end]), isLast)
    }
}
