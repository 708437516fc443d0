/// Who may see a document, from everybody to a named few. The order decides what a bundle withholds.
public enum Classification: String, CaseIterable, Codable, Sendable, Comparable {
    case `public`, `internal`, confidential, restricted

    /// By rising confidentiality: `public` comes first, `restricted` last.
    public static func < (left: Classification, right: Classification) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .public: 0
        case .internal: 1
        case .confidential: 2
        case .restricted: 3
        }
    }
}
