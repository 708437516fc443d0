/// A pattern of paths: `*` and `?` within a name, `**` over folders. One without a slash is that of a file's name.
public struct PathPattern: Hashable, Sendable {
    private enum Piece: Hashable { case any, anyFolders, one, character(Character) }

    private let pieces: [Piece]
    private let isOfName: Bool

    /// A pattern as written: `policies/**/*.docx`. The case of letters makes no difference.
    public init(_ text: String) {
        var pieces: [Piece] = []
        var rest = text.lowercased()[...]
        while let character = rest.popFirst() {
            switch character {
            case "*" where rest.first == "*":
                rest = rest.drop { $0 == "*" }
                // `**/` may be no folder at all.
                if rest.first == "/" { rest.removeFirst() }
                pieces.append(.anyFolders)
            case "*": pieces.append(.any)
            case "?": pieces.append(.one)
            default: pieces.append(.character(character))
            }
        }
        self.pieces = pieces
        isOfName = !text.contains("/")
    }

    /// Whether a path from the folder's top is meant. Takes time in proportion to both lengths, whatever the pattern.
    public func matches(_ path: String) -> Bool {
        let whole = path.lowercased()
        let text =
            isOfName
            ? whole[(whole.lastIndex(of: "/").map { whole.index(after: $0) } ?? whole.startIndex)...]
            : whole[...]
        // Which pieces may come next.
        var open = closed([0])
        for character in text { open = closed(Set(open.compactMap { step($0, character) })) }
        return open.contains(pieces.count)
    }

    /// Stars may stand for nothing.
    private func closed(_ places: Set<Int>) -> Set<Int> {
        var all = places
        for place in places {
            var next = place
            while next < pieces.count, pieces[next] == .any || pieces[next] == .anyFolders {
                next += 1
                all.insert(next)
            }
        }
        return all
    }

    private func step(_ place: Int, _ character: Character) -> Int? {
        guard place < pieces.count else { return nil }
        switch pieces[place] {
        case .any: return character == "/" ? nil : place
        case .anyFolders: return place
        case .one: return character == "/" ? nil : place + 1
        case .character(let wanted): return wanted == character ? place + 1 : nil
        }
    }
}
