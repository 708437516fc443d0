/// The content of the only entry of a ZIP that comes as a stream, written to its place in a file; what the stream says
/// before and behind it is dropped.
final class FilePart {
    private let file: SharedFile
    private let place: Range<Int>
    private var header: [UInt8] = []
    /// Where the next octets go; nil while the header is not over.
    private var next: Int?
    /// Why writing failed, if it did.
    private(set) var fault: (any Error)?

    private static let fixedOctets = 30

    /// All of the content lies in `place`.
    init(_ file: SharedFile, _ place: Range<Int>) {
        self.file = file
        self.place = place
    }

    /// All of the content has come.
    var isWhole: Bool { next == place.upperBound }

    /// Takes the next octets of the stream; false where they could not be written.
    func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
        do {
            let rest = skipHeader(bytes)
            guard let next, !rest.isEmpty else { return true }
            let wanted = rest.prefix(place.upperBound - next)
            try file.write(UnsafeRawBufferPointer(rebasing: wanted), at: next)
            self.next = next + wanted.count
            return true
        } catch {
            fault = error
            return false
        }
    }

    /// What is left of these octets behind the local header (APPNOTE 4.3.7), whose lengths are its last two numbers.
    private func skipHeader(_ bytes: UnsafeRawBufferPointer) -> Slice<UnsafeRawBufferPointer> {
        var rest = bytes[...]
        while next == nil, let octet = rest.popFirst() {
            header.append(octet)
            if header.count == headerOctets { next = place.lowerBound }
        }
        return rest
    }

    private var headerOctets: Int? {
        guard header.count >= Self.fixedOctets else { return nil }
        let lengths = (26..<Self.fixedOctets).map { Int(header[$0]) }
        return Self.fixedOctets + (lengths[0] | lengths[1] << 8) + (lengths[2] | lengths[3] << 8)
    }
}
