/// What became of the file of a revision, with the reason.
public enum SourceVerdict: Hashable, Sendable {
    /// It holds what the revision holds.
    case unchanged
    /// It holds something else.
    case changed
    /// It is gone, and one other file holds the same.
    case moved(to: String)
    /// It is gone, and several other files hold the same.
    case ambiguous([String])
    /// It is gone, and no file holds the same but those that belong to other items.
    case vanished(alike: [SourceCopy])
    /// Something is there that cannot be taken; why.
    case unusable(String)
}

/// A file with the content of a source that is gone.
public struct SourceCopy: Hashable, Sendable {
    /// As the register would remember it.
    public let path: String
    /// The item whose source it is; nil where it is nobody's.
    public let owner: String?

    /// A file that was found.
    public init(path: String, owner: String? = nil) {
        self.path = path
        self.owner = owner
    }
}

extension SourceVerdict {
    /// Of a file that was read.
    public init(of source: EvidenceSource, holding fingerprint: Fingerprint, size: Int) {
        if fingerprint == source.fingerprint {
            self = .unchanged
        } else {
            // A program that failed in the middle leaves such files; a person takes one with --allow-empty.
            self = size == 0 ? .unusable("is empty now (0 bytes)") : .changed
        }
    }

    /// Of a file that is gone, where these files hold the same. One that belongs to another item already stands for that
    /// one: it is named, not chosen.
    public init(goneWith copies: [SourceCopy]) {
        let free = copies.filter { $0.owner == nil }.map(\.path)
        switch free.count {
        case 0: self = .vanished(alike: copies)
        case 1: self = .moved(to: free[0])
        default: self = .ambiguous(free)
        }
    }

    /// The word for it.
    public var name: String {
        switch self {
        case .unchanged: "unchanged"
        case .changed: "changed"
        case .moved: "moved"
        case .ambiguous: "ambiguous"
        case .vanished: "vanished"
        case .unusable: "unusable"
        }
    }

    /// Why, in words; nil where the word says it all.
    public var reason: String? {
        switch self {
        case .unchanged, .changed, .moved: nil
        case .ambiguous(let paths): "the same content lies at \(Self.list(paths))"
        case .vanished(let copies) where copies.isEmpty:
            "gone, and no other file holds its content; the register keeps it"
        case .vanished(let copies):
            "the same content lies at "
                + Self.list(
                    copies.map { copy in copy.path + (copy.owner.map { ", the source of \($0)" } ?? "") })
        case .unusable(let why): why
        }
    }

    private static let shown = 3

    private static func list(_ paths: [String]) -> String {
        let rest = paths.count > shown ? ["\(paths.count - shown) more"] : []
        let named = paths.prefix(shown) + rest
        return named.count == 1
            ? named[0] : named.dropLast().joined(separator: ", ") + " and " + named[named.count - 1]
    }
}
