/// How much of a document is read.
public enum DocumentExtent: Sendable {
    /// Where documents say what they are: the first page, its margins, and the properties. What comes later is not looked
    /// at, and need not be sound.
    case beginning
    /// All that is text.
    case whole
}
