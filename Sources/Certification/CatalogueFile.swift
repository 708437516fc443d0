/// A catalogue as people write it: facts of the edition as `# key: value` lines, then a table of clauses
/// separated by tabs. `templates/standards/README.md` describes it.
public enum CatalogueFile {
    /// Why a line of a catalogue, or the file as a whole, cannot be used.
    public struct Problem: Error, Hashable, Sendable {
        /// The line, from 1; 0 for the file as a whole.
        public let line: Int
        /// What is wrong, in words, without the line.
        public let message: String

        /// Something wrong on a line, from 1; on line 0 when the file as a whole is meant.
        public init(line: Int, message: String) {
            self.line = line
            self.message = message
        }
    }

    /// Every problem of a file, at least one.
    public struct Problems: Error, Sendable {
        /// In the order of the lines; never empty.
        public let problems: [Problem]
    }

    static let columns = [
        "number", "title", "parent", "requirement", "documented_information", "note", "evidence_kinds",
        "title_sources",
    ]

    /// Reads a whole file and reports everything that is wrong with it, not only the first.
    public static func parse(_ text: String) throws(Problems) -> Catalogue {
        var reader = CatalogueReader()
        let content = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        for (index, line) in content.lines.enumerated() { reader.read(line, number: index + 1) }
        let standard = reader.standard()
        reader.checkTree()
        let answers = reader.answers()
        guard let standard, reader.problems.isEmpty else {
            throw Problems(problems: reader.problems.sorted { $0.line < $1.line })
        }
        return Catalogue(standard: standard, clauses: reader.clauses.map(\.clause), answers: answers)
    }
}

/// The state of reading a catalogue line by line.
private struct CatalogueReader {
    var facts: [String: String] = [:]
    var header: [String]?
    var clauses: [(line: Int, clause: Clause)] = []
    var problems: [CatalogueFile.Problem] = []

    private static let required = ["id", "designation", "title", "edition", "published", "status"]
    private static let known = Set(
        required + [
            "amendments", "successor", "focus", "audience", "excludable", "exclusions", "controls",
            "maintain",
            "retain",
        ])
    /// The lines on which facts stand.
    var factLines: [String: Int] = [:]

    mutating func read(_ line: Substring, number: Int) {
        if line.allSatisfy(\.isWhitespace) { return }
        if line.hasPrefix("#") { return readFact(line.dropFirst(), number: number) }
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        if header == nil { return readHeader(fields, number: number) }
        readClause(fields, number: number)
    }

    private mutating func report(_ line: Int, _ message: String) {
        problems.append(.init(line: line, message: message))
    }

    private mutating func readFact(_ text: Substring, number: Int) {
        let parts = text.split(separator: ":", maxSplits: 1).map { $0.trimmed }
        guard parts.count == 2, parts[0].allSatisfy(\.isLetter) else { return }  // a plain comment
        guard Self.known.contains(parts[0]) else {
            return report(
                number, "unknown fact \"\(parts[0])\"; known: \(Self.known.sorted().joined(separator: ", "))")
        }
        factLines[parts[0]] = number
        if facts.updateValue(parts[1], forKey: parts[0]) != nil {
            report(number, "\(parts[0]) is given twice")
        }
    }

    private mutating func readHeader(_ fields: [String], number: Int) {
        header = fields
        if fields != CatalogueFile.columns {
            report(number, "the columns must be: \(CatalogueFile.columns.joined(separator: ", "))")
        }
    }

    private mutating func readClause(_ fields: [String], number: Int) {
        guard header == CatalogueFile.columns else { return }
        guard fields.count == CatalogueFile.columns.count else {
            return report(number, "\(fields.count) columns where \(CatalogueFile.columns.count) are expected")
        }
        let clause = Clause(
            number: fields[0], title: fields[1], parent: fields[2].isEmpty ? nil : fields[2],
            isRequirement: requirement(fields[3], number), demands: demands(fields[4], number),
            note: fields[5], typicalKinds: kinds(fields[6], number), titleSources: sources(fields[7], number))
        if !ClauseNumber.isWellFormed(clause.number) {
            report(number, "\"\(clause.number)\" is no clause number")
        }
        if clause.title.trimmed.isEmpty { report(number, "clause \(clause.number) has no title") }
        if !clause.isRequirement, !clause.demands.isEmpty {
            report(number, "clause \(clause.number) is a heading but demands documented information")
        }
        clauses.append((number, clause))
    }

    private mutating func requirement(_ text: String, _ line: Int) -> Bool {
        if text != "yes", text != "no" { report(line, "requirement is \"\(text)\", not yes or no") }
        return text == "yes"
    }

    private mutating func demands(_ text: String, _ line: Int) -> [DocumentedInformation] {
        if text == "none" { return [] }
        return text.split(separator: "+").compactMap { word in
            let demand = DocumentedInformation(rawValue: String(word))
            if demand == nil {
                report(line, "documented information is \"\(word)\", not none, maintain or retain")
            }
            return demand
        }
    }

    private mutating func kinds(_ text: String, _ line: Int) -> [EvidenceKind] {
        text.split(separator: ",").compactMap { word in
            let kind = EvidenceKind(rawValue: word.trimmed)
            if kind == nil { report(line, "unknown evidence kind \"\(word)\"") }
            return kind
        }
    }

    private mutating func sources(_ text: String, _ line: Int) -> Int {
        guard let count = Int(text), (0...99).contains(count) else {
            report(line, "title sources is \"\(text)\", not a number from 0 to 99")
            return 0
        }
        return count
    }

    mutating func standard() -> Standard? {
        let missing = Self.required.filter { (facts[$0] ?? "").isEmpty }
        for key in missing { report(0, "the line \"# \(key): ...\" is missing") }
        if let id = facts["id"], !StandardIdentifier.isWellFormed(id) {
            report(0, "the id \"\(id)\" may hold only lower-case letters, digits, dots and hyphens")
        }
        guard missing.isEmpty, let id = facts["id"], let designation = facts["designation"],
            let title = facts["title"], let edition = facts["edition"], let published = facts["published"],
            let status = facts["status"]
        else { return nil }
        return Standard(
            id: id, designation: designation, title: title, edition: edition, published: published,
            amendments: facts["amendments"], status: status, successor: facts["successor"],
            focus: facts["focus"], audience: facts["audience"], excludable: clauseList("excludable"),
            exclusions: facts["exclusions"], controls: clauseList("controls")?.first)
    }

    /// Numbers of clauses separated by commas, or `none`.
    private mutating func clauseList(_ key: String) -> [String]? {
        guard let text = facts[key] else { return nil }
        if text == "none" { return [] }
        let numbers = text.split(separator: ",").map(\.trimmed)
        let known = Set(clauses.map(\.clause.number))
        for number in numbers where !known.contains(number) {
            report(factLines[key] ?? 0, "\(key) names \(number), which is no clause of the table")
        }
        return numbers
    }

    /// The table of kinds, where the file states it.
    mutating func answers() -> KindAnswers? {
        guard let maintain = facts["maintain"], let retain = facts["retain"] else {
            if let only = facts["maintain"] == nil ? factLines["retain"] : factLines["maintain"] {
                report(only, "maintain and retain stand together or not at all")
            }
            return nil
        }
        return KindAnswers(
            maintain: kinds(maintain, factLines["maintain"] ?? 0),
            retain: kinds(retain, factLines["retain"] ?? 0))
    }

    mutating func checkTree() {
        if header != nil, clauses.isEmpty { report(0, "the table holds no clause") }
        if header == nil { report(0, "the table of clauses is missing") }
        var seen: [String: Int] = [:]
        for (line, clause) in clauses {
            if let first = seen[clause.number] {
                report(line, "clause \(clause.number) stands on line \(first) already")
            }
            let above = clause.number.split(separator: ".").dropLast().joined(separator: ".")
            if (clause.parent ?? "") != above {
                report(
                    line,
                    "clause \(clause.number) has the parent \"\(clause.parent ?? "")\" where \"\(above)\" is the number above"
                )
            } else if let parent = clause.parent, seen[parent] == nil {
                report(line, "clause \(clause.number) has the parent \(parent), which no earlier line holds")
            }
            seen[clause.number] = seen[clause.number] ?? line
        }
    }
}

/// The shape of a clause number.
enum ClauseNumber {
    /// Parts of letters and digits joined by dots: `8.6.1`, `A.5.1`.
    static func isWellFormed(_ text: String) -> Bool {
        text.utf8.count <= 20
            && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
                !part.isEmpty && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            }
    }
}

/// The shape of a catalogue's identifier, which serves as key and as part of file names.
enum StandardIdentifier {
    static func isWellFormed(_ text: String) -> Bool {
        (1...60).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
            }
            && text.first != "." && text.first != "-"
    }
}
