/// Something that an audit of a certification body wants to see: a row of `templates/audits/bundles.tsv`.
public struct AuditSubject: Hashable, Sendable {
    /// Which clauses a subject lies in.
    public enum Clauses: Hashable, Sendable {
        case all
        /// Rows of the Harmonized Structure: `9.2`, `8+`, `A`.
        case rows([String])
    }

    /// Which kinds of evidence a subject asks for.
    public enum Kinds: Hashable, Sendable {
        case any
        /// Everything that is kept current, by the table of kinds of the standard.
        case documents
        case only([EvidenceKind])
    }

    /// The audit that asks.
    public let audit: AuditKind
    /// The short name, unique within the audit: `a`, `scope`.
    public let name: String
    /// What it is about, in our words.
    public let title: String
    /// Where it lies.
    public let clauses: Clauses
    /// What shows it.
    public let kinds: Kinds
    /// Words by which people say of an item that it shows this, in lower case.
    public let tags: [String]
    /// Why the auditor wants it, in our words.
    public let why: String

    /// Whether it asks for everything; then every other subject says more.
    var isCatchAll: Bool { clauses == .all && kinds == .any }
}

/// What each audit wants to see.
public struct AuditSubjects: Sendable {
    /// In the order in which they are shown.
    public private(set) var subjects: [AuditSubject] = []

    static let columns = ["audit", "subject", "title", "clauses", "kinds", "tags", "why"]

    /// Reads the table of subjects; everything that is wrong with it is reported by line.
    public init(parsing text: String) throws(CatalogueFile.Problems) {
        let table = CommentedTable(text, columns: Self.columns)
        var problems = table.problems
        for (line, fields) in table.rows {
            do throws(Refusal) {
                subjects.append(try subject(fields))
            } catch {
                problems.append(.init(line: line, message: error.message))
            }
        }
        guard problems.isEmpty else { throw CatalogueFile.Problems(problems: problems) }
    }

    /// The subjects of an audit.
    public subscript(kind: AuditKind) -> [AuditSubject] { subjects.filter { $0.audit == kind } }

    private struct Refusal: Error {
        let message: String
    }

    private func subject(_ fields: [String]) throws(Refusal) -> AuditSubject {
        guard fields.count == Self.columns.count, !fields.contains(where: { $0.trimmed.isEmpty }) else {
            throw Refusal(message: "no row of the form \(Self.columns.joined(separator: ", "))")
        }
        guard let audit = AuditKind(rawValue: fields[0]), audit.isExternal else {
            throw Refusal(message: "\"\(fields[0])\" is no audit of a certification body")
        }
        if self[audit].contains(where: { $0.name == fields[1] }) {
            throw Refusal(message: "\(audit.rawValue) has the subject \(fields[1]) already")
        }
        return AuditSubject(
            audit: audit, name: fields[1], title: fields[2], clauses: try Self.clauses(fields[3]),
            kinds: try Self.kinds(fields[4]), tags: Self.tags(fields[5]), why: fields[6])
    }

    private static func tags(_ text: String) -> [String] {
        text == "-" ? [] : text.split(separator: ",").map { $0.trimmed.lowercased() }
    }

    private static func clauses(_ text: String) throws(Refusal) -> AuditSubject.Clauses {
        if text == "all" { return .all }
        let rows = text.split(separator: " ").map(String.init)
        for row in rows where !ClauseNumber.isWellFormed(row.hasSuffix("+") ? String(row.dropLast()) : row) {
            throw Refusal(message: "\"\(row)\" is no row of the Harmonized Structure")
        }
        return .rows(rows)
    }

    private static func kinds(_ text: String) throws(Refusal) -> AuditSubject.Kinds {
        switch text {
        case "any": return .any
        case "documents": return .documents
        default: break
        }
        var kinds: [EvidenceKind] = []
        for word in text.split(separator: ",") {
            guard let kind = EvidenceKind(rawValue: word.trimmed) else {
                throw Refusal(message: "unknown evidence kind \"\(word.trimmed)\"")
            }
            kinds.append(kind)
        }
        return .only(kinds)
    }
}
