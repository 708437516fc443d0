extension DocumentTemplates {
    static let columns = ["name", "title", "kind", "id", "owner", "review_months", "clauses"]

    /// Reads the index of skeletons, a table separated by tabs; reports everything that is wrong with it.
    public init(parsing text: String) throws(CatalogueFile.Problems) {
        var reader = TemplateReader()
        for (index, line) in text.lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
            reader.read(line, number: index + 1)
        }
        if !reader.hasHeader { reader.report(0, "the table of documents is missing") }
        guard reader.problems.isEmpty else { throw CatalogueFile.Problems(problems: reader.problems) }
        self.init(reader.templates)
    }
}

/// The state of reading an index line by line.
private struct TemplateReader {
    var hasHeader = false
    var templates: [DocumentTemplate] = []
    var problems: [CatalogueFile.Problem] = []

    mutating func report(_ line: Int, _ message: String) {
        problems.append(.init(line: line, message: message))
    }

    mutating func read(_ line: Substring, number: Int) {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard hasHeader else {
            hasHeader = true
            if fields != DocumentTemplates.columns {
                report(number, "the columns must be: \(DocumentTemplates.columns.joined(separator: ", "))")
            }
            return
        }
        guard fields.count == DocumentTemplates.columns.count else {
            return report(
                number, "\(fields.count) columns where \(DocumentTemplates.columns.count) are expected")
        }
        readDocument(fields, number)
    }

    private mutating func readDocument(_ fields: [String], _ line: Int) {
        let (name, title, id, owner) = (fields[0], fields[1], fields[3], fields[4])
        if !StandardIdentifier.isWellFormed(name) { report(line, "\"\(name)\" is no name of a document") }
        if title.trimmed.isEmpty { report(line, "\(name) has no title") }
        if !SuggestedIdentifier.isWellFormed(id) { report(line, "\"\(id)\" is not of the form POL-001") }
        if owner.trimmed.isEmpty { report(line, "\(name) has no owner") }
        if templates.contains(where: { $0.name == name }) { report(line, "\(name) stands twice") }
        if templates.contains(where: { $0.id == id }) { report(line, "the id \(id) stands twice") }
        let kind = EvidenceKind(rawValue: fields[2])
        if kind == nil { report(line, "unknown evidence kind \"\(fields[2])\"") }
        templates.append(
            DocumentTemplate(
                name: name, title: title, kind: kind ?? .record, id: id, owner: owner,
                reviewEvery: months(fields[5], line), clauses: clauses(fields[6], line)))
    }

    private mutating func months(_ text: String, _ line: Int) -> Months? {
        if text.isEmpty { return nil }
        guard let count = Int(text), (1...120).contains(count) else {
            report(line, "review_months is \"\(text)\", not a number from 1 to 120")
            return nil
        }
        return Months(count)
    }

    private mutating func clauses(_ text: String, _ line: Int) -> [ClauseReference] {
        let words = text.split(separator: " ")
        if words.isEmpty { report(line, "no clause is named") }
        return words.compactMap { word in
            let parts = word.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, StandardIdentifier.isWellFormed(parts[0]),
                ClauseNumber.isWellFormed(parts[1])
            else {
                report(line, "\"\(word)\" is no clause of the form iso20000-1-2018:8.6.1")
                return nil
            }
            return ClauseReference(standard: parts[0], number: parts[1])
        }
    }
}

/// Identifiers that say what sort of document they are for: `POL-001`.
public enum SuggestedIdentifier {
    /// Capital letters, a hyphen, three digits.
    static func isWellFormed(_ id: String) -> Bool {
        let parts = id.split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 2 && (2...6).contains(parts[0].utf8.count)
            && parts[0].utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
            && parts[1].utf8.count == 3
            && parts[1].utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// The identifier itself or, where it is taken, the next number of its prefix that is not.
    public static func free(from id: String, isTaken: (String) throws -> Bool) rethrows -> String {
        guard let hyphen = id.lastIndex(of: "-"), var number = Int(id[id.index(after: hyphen)...]) else {
            return id
        }
        var candidate = id
        while try isTaken(candidate) {
            number += 1
            let digits = String(number)
            candidate = id[...hyphen] + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
        }
        return candidate
    }
}
