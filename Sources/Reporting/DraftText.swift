import Certification

/// A starting document: a skeleton filled with what is known, in Markdown with a header that is read back.
public enum DraftText {
    /// What a skeleton is filled with.
    public struct Facts: Sendable {
        /// The identifier of the document to be.
        public let id: String
        /// The role or person who answers for it.
        public let owner: String
        /// The holder of the management system; nil when it is not known.
        public let organization: String?
        /// The standards that the document serves, by designation.
        public let standards: [String]
        /// The clauses that it is for, as the register reads them.
        public let clauses: [String]
        /// The day on which it is begun.
        public let today: Day

        /// What is known of a document to be.
        public init(
            id: String, owner: String, organization: String?, standards: [String], clauses: [String],
            today: Day
        ) {
            self.id = id
            self.owner = owner
            self.organization = organization
            self.standards = standards
            self.clauses = clauses
            self.today = today
        }
    }

    static let folder = "documents/"
    static let parts = ["documents/parts/header.md", "documents/parts/history.md"]

    /// The skeletons that come with the program.
    public static func templates() throws(CatalogueFile.Problems) -> DocumentTemplates {
        try DocumentTemplates(parsing: ShippedTemplate.text(folder + "index.tsv") ?? "")
    }

    /// The document that a skeleton becomes with these facts.
    public static func text(
        _ template: DocumentTemplate, _ facts: Facts
    ) throws(TemplateProblem) -> String {
        try TemplateRenderer.render(
            folder + template.name + ".md", values(template, facts), partials: parts)
    }

    private static func values(_ template: DocumentTemplate, _ facts: Facts) -> TemplateValues {
        [
            "id": facts.id, "title": template.title, "kind": template.kind.rawValue,
            "owner": prose(facts.owner),
            "organization": prose(facts.organization ?? "(fill in: organization)"),
            "standard": prose(facts.standards.joined(separator: " and ")), "today": facts.today.description,
            "isRecord": template.isRecord,
            "review":
                (template.isRecord ? nil : template.reviewEvery.map { facts.today.adding($0).description })
                .forTemplate,
            "reviewEvery": (template.isRecord ? template.reviewEvery?.description : nil).forTemplate,
            "header": [
                "id": HeaderScalar.quoted(facts.id), "title": HeaderScalar.quoted(template.title),
                "owner": HeaderScalar.quoted(facts.owner), "clauses": HeaderScalar.list(facts.clauses),
            ],
        ]
    }

    /// A name from strangers on one line, which may stand in a cell of a table.
    private static func prose(_ text: String) -> String {
        ShownText.line(text).trimmed.replacing("|", with: "\\|")
    }
}

/// Texts as they stand in a header: whatever they hold, they stay one text.
enum HeaderScalar {
    /// On one line between quotation marks.
    static func quoted(_ text: String) -> String {
        var quoted = String.UnicodeScalarView("\"".unicodeScalars)
        // By scalars: a quotation mark with a combining accent is another character, but YAML sees the mark.
        for scalar in ShownText.line(text).trimmed.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted.append("\\") }
            quoted.append(scalar)
        }
        return String(quoted) + "\""
    }

    /// A flat list; clause numbers alone need no quotation marks.
    static func list(_ texts: [String]) -> String {
        let items = texts.map { $0.utf8.allSatisfy(isPlain) ? $0 : quoted($0) }
        return "[" + items.joined(separator: ", ") + "]"
    }

    private static func isPlain(_ octet: UInt8) -> Bool {
        octet == UInt8(ascii: ".") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet)
            || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(octet)
    }
}
