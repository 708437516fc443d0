/// One thing that a document says of itself, in its own words and at a place where documents do so.
public struct DocumentStatement: Hashable, Sendable {
    /// Where a document speaks of itself.
    public enum Place: Int, Hashable, Sendable, Comparable {
        case frontMatter, controlTable, firstLines, pageHeader, pageFooter, customProperty, property

        /// After "its": `its control table says version`.
        public var words: String {
            switch self {
            case .frontMatter: "header"
            case .controlTable: "control table"
            case .firstLines: "first lines"
            case .pageHeader: "page header"
            case .pageFooter: "page footer"
            case .customProperty: "custom properties"
            case .property: "file properties"
            }
        }

        /// After the words: one says, several say.
        public var verb: String {
            switch self {
            case .firstLines, .customProperty, .property: "say"
            default: "says"
            }
        }

        /// In the order in which a reader meets them.
        public static func < (left: Place, right: Place) -> Bool { left.rawValue < right.rawValue }
    }

    /// As written: `Next review date`.
    public let label: String
    /// As written: `2 June 2027`.
    public let value: String
    /// Where it stands.
    public let place: Place

    /// Something said at a place.
    public init(_ label: String, _ value: String, at place: Place) {
        self.label = label
        self.value = value
        self.place = place
    }

    /// Whether a text is a label that is known here.
    public static func isLabel(_ text: String) -> Bool { DocumentLabel.key(text) != nil }
}

/// The words under which documents say what they are.
enum DocumentLabel {
    /// The key of a header that a label stands for; nil for any other text.
    static func key(_ text: String) -> DocumentHeader.Key? {
        guard text.utf8.count <= 60 else { return nil }
        return keys[normal(text)]
    }

    /// Small letters and single blanks, without the colon and what only adorns.
    static func normal(_ text: String) -> String {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        return words.joined(separator: " ")
    }

    private static let keys: [String: DocumentHeader.Key] = Dictionary(
        table.flatMap { key, labels in labels.map { ($0, key) } }, uniquingKeysWith: { first, _ in first })

    private static let table: [(DocumentHeader.Key, [String])] = [
        (
            .id,
            [
                "document id", "doc id", "document no", "doc no", "document number", "document ref",
                "document reference", "doc ref", "document code", "document identifier", "dokument nr",
                "dokumentnummer", "dokumenten nr",
            ]
        ),
        (.title, ["title", "document title", "document name", "titel", "dokumententitel"]),
        (
            .version,
            [
                "version", "revision", "rev", "version no", "version number", "revision no",
                "revision number",
                "document version", "current version", "rev no", "versionsnummer",
            ]
        ),
        (
            .owner,
            [
                "owner", "document owner", "process owner", "policy owner", "procedure owner",
                "responsible", "verantwortlich", "eigentümer", "dokumenteneigner",
            ]
        ),
        (
            .effective,
            [
                "effective", "effective date", "effective from", "date effective", "valid from",
                "in force from", "gültig ab", "gültig seit",
            ]
        ),
        (
            .review,
            [
                "next review", "next review date", "review date", "review due", "date of next review",
                "next review due", "review by", "nächste prüfung", "nächste überprüfung",
            ]
        ),
        (
            .classification,
            [
                "classification", "document classification", "information classification",
                "security classification", "confidentiality", "klassifizierung", "vertraulichkeit",
            ]
        ),
    ]
}
