/// A file or folder as an archive announces it.
public struct ArchiveEntry: Hashable, Sendable {
    /// What an entry is.
    public enum Kind: Hashable, Sendable {
        case file, folder
        /// Neither of the two, or unreadable without a password; its content is never handed out.
        case refused(Refusal)
    }

    /// Why an entry is not let in.
    public enum Refusal: Hashable, Sendable {
        case encrypted, link, special
    }

    /// As written in the archive: not checked, not normalised; folders end in a slash.
    public let path: String
    /// What it is, and whether its content is handed out.
    public let kind: Kind
    /// Octets of content, as announced.
    public let size: Int
}
