import Certification

/// The file `VERIFY.txt` of a bundle: how to check it with nothing but what comes with an operating system.
public enum VerifyText {
    /// The widest line.
    static let width = 78

    /// The text for the bundle in the folder `baseName`, or for a part of one.
    ///
    /// It does not hold the bundle's identifier: that is computed over a list of which this file is a part.
    public static func text(
        baseName: String, organization: String, standard: Standard, day: Day,
        part: BundleIndex.PartEntry? = nil
    ) throws(TemplateProblem) -> String {
        let values: TemplateValues = [
            "baseName": wrapped(baseName),
            "organization": wrapped(organization),
            "standard": wrapped(standard.designation),
            "day": day.description,
            "part": part.map { ["number": $0.number, "count": $0.count] as TemplateValues }.forTemplate,
        ]
        return try TemplateRenderer.render("bundle/VERIFY.txt", values)
    }

    /// A name from strangers on lines of at most `width`, each indented like the first.
    private static func wrapped(_ name: String) -> String {
        let room = width - 2
        var rest = ShownText.line(name)[...]
        var lines: [Substring] = []
        while rest.count > room {
            let head = rest.prefix(room)
            let end = head.lastIndex(of: " ").map { head.index(after: $0) } ?? head.endIndex
            lines.append(rest[..<end])
            rest = rest[end...]
        }
        return (lines + [rest]).map { "  " + $0.trimmed }.joined(separator: "\n")
    }
}
