/// Where the octets of an XML document come from: piece by piece, and no more than let in.
///
/// The head is looked at before the library sees it: a document type is refused there.
final class XMLSource {
    private let part: String
    private let read: () throws -> [UInt8]
    private var waiting: ArraySlice<UInt8> = []
    /// Why reading ended early.
    private(set) var fault: (any Error)?

    /// Octets within which the root element must begin.
    private static let mostHead = 64 << 10

    /// `read` gives the next octets, and none at the end.
    init(part: String, read: @escaping () throws -> [UInt8]) throws {
        self.part = part
        self.read = read
        try checkHead()
    }

    /// Fills a buffer as far as a piece goes; 0 at the end, -1 after a fault.
    func fill(_ buffer: UnsafeMutableRawBufferPointer) -> CInt {
        do {
            if waiting.isEmpty { waiting = try read()[...] }
            let piece = waiting.prefix(buffer.count)
            buffer.copyBytes(from: piece)
            waiting = waiting.dropFirst(piece.count)
            return CInt(piece.count)
        } catch {
            fault = error
            return -1
        }
    }

    /// Most roots begin soon.
    private static func verdict(_ head: [UInt8]) -> XMLHead.Verdict {
        let first = verdict(head, within: 1 << 10)
        return first == .unfinished ? verdict(head, within: mostHead) : first
    }

    private static func verdict(_ head: [UInt8], within octets: Int) -> XMLHead.Verdict {
        // UTF-16 puts a NUL beside each of these characters.
        XMLHead(head.prefix(octets).filter { $0 != 0 }).verdict
    }

    private func checkHead() throws {
        var head: [UInt8] = []
        while true {
            let piece = try read()
            head += piece
            switch Self.verdict(head) {
            case .documentType: throw DocumentRefusal.documentType(part: part)
            case .root:
                waiting = head[...]
                return
            case .unfinished where piece.isEmpty || head.count >= Self.mostHead:
                throw DocumentRefusal.malformed(part: part, line: 1)
            case .unfinished: continue
            }
        }
    }
}

/// What stands before the root element of an XML document (XML 1.0, production 22).
struct XMLHead {
    enum Verdict { case root, documentType, unfinished }

    let verdict: Verdict

    init(_ octets: [UInt8]) {
        var rest = octets[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[open...]
            guard let end = Self.end(of: rest) else { break }
            guard let after = end(rest) else {
                verdict = .unfinished
                return
            }
            rest = after
        }
        verdict = Self.verdict(rest)
    }

    private static func verdict(_ rest: ArraySlice<UInt8>) -> Verdict {
        if rest.starts(with: "<!DOCTYPE".utf8) { return .documentType }
        // A beginning of a comment or of a document type.
        if rest.starts(with: "<!".utf8), rest.count < 9 { return .unfinished }
        return rest.count >= 2 && rest.first == UInt8(ascii: "<") ? .root : .unfinished
    }

    /// How a comment or an instruction is skipped; nil for anything else.
    private static func end(of rest: ArraySlice<UInt8>) -> ((ArraySlice<UInt8>) -> ArraySlice<UInt8>?)? {
        if rest.starts(with: "<!--".utf8) { return { skip($0, past: Array("-->".utf8)) } }
        if rest.starts(with: "<?".utf8) { return { skip($0, past: Array("?>".utf8)) } }
        return nil
    }

    private static func skip(_ rest: ArraySlice<UInt8>, past mark: [UInt8]) -> ArraySlice<UInt8>? {
        guard let first = mark.first else { return nil }
        var index = rest.startIndex + 2
        while index + mark.count <= rest.endIndex {
            if rest[index] == first, rest[index...].starts(with: mark) {
                return rest[(index + mark.count)...]
            }
            index += 1
        }
        return nil
    }
}
