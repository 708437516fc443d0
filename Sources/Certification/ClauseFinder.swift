/// Reads clauses as people write them: `8.6.1`, `20000-1:8.6.1`, `ISO/IEC 27001 A.5.24`, `a5.24`.
public struct ClauseFinder: Sendable {
    /// The catalogues among which an abbreviation must be unique, with the register's own first.
    public let catalogues: [Catalogue]

    /// A finder among these catalogues, the register's own first.
    public init(_ catalogues: [Catalogue]) { self.catalogues = catalogues }

    /// A clause that was understood.
    public struct Match: Sendable {
        /// The catalogue in which the clause stands.
        public let catalogue: Catalogue
        /// The clause that the text names.
        public let clause: Clause
        /// The clause and the headings above it, whose links stand for it.
        public var answering: [ClauseReference] {
            let above = catalogue.clauses.filter {
                clause.number.hasPrefix($0.number + ".") && !$0.isRequirement
            }
            return (above + [clause]).map {
                ClauseReference(standard: catalogue.standard.id, number: $0.number)
            }
        }

        /// What the reader should be told: another clause goes by the same number.
        public let remark: String?

        /// What the clause asks for in this edition, as a review of a link keeps it.
        public var edition: String { ClauseEdition.text(of: clause, in: catalogue.standard) }

        /// The clause by its full name: `iso20000-1-2018:8.6.1`.
        public var reference: ClauseReference {
            ClauseReference(standard: catalogue.standard.id, number: clause.number)
        }
    }

    /// Why a text names no clause.
    public enum Failure: Error, Hashable, Sendable {
        case noStandards
        case unknownStandard(String, known: [String])
        case ambiguousStandard(String, candidates: [String])
        /// No standard was named, and the number stands in several of those that the register holds, or in none.
        case standardNeeded(String, known: [String])
        case unknownClause(String, designation: String, nearest: [Clause])
        /// The clause was named with a standard that is another than the one asked about.
        case otherStandard(String, named: String, asked: String)
    }

    /// Finds the one catalogue that an abbreviation names.
    public func catalogue(_ text: String) throws(Failure) -> Catalogue {
        let known = catalogues.map(\.standard.id)
        guard !known.isEmpty else { throw .noStandards }
        let wanted = StandardName.normalized(text)
        let exact = catalogues.filter { StandardName.normalized($0.standard.id) == wanted }
        if let only = exact.first, !wanted.isEmpty { return only }
        let matches = catalogues.filter { StandardName.normalized($0.standard.id).hasPrefix(wanted) }
        guard !wanted.isEmpty, let first = matches.first else { throw .unknownStandard(text, known: known) }
        guard matches.count == 1 else {
            throw .ambiguousStandard(text, candidates: matches.map(\.standard.id))
        }
        return first
    }

    /// Finds the clause that a text names.
    public func clause(_ text: String) throws(Failure) -> Match {
        let (standard, number) = Self.split(text)
        if let standard { return try clause(number, in: catalogue(standard)) }
        guard let first = catalogues.first else { throw .noStandards }
        if catalogues.count == 1 { return try clause(number, in: first) }
        let matches = catalogues.compactMap { try? clause(number, in: $0) }
        if let only = matches.first, matches.count == 1 { return only }
        guard matches.isEmpty else {
            throw .standardNeeded(text, known: matches.map(\.catalogue.standard.id))
        }
        throw .unknownClause(
            text, designation: catalogues.map(\.standard.designation).joined(separator: " or "),
            nearest: nearest(to: Self.spelled(number), in: first))
    }

    /// Finds the clause of a standard that a text names, with the name of that standard before it or without.
    public func clause(_ text: String, of catalogue: Catalogue) throws(Failure) -> Match {
        let (standard, number) = Self.split(text)
        if let standard, (try? ClauseFinder([catalogue]).catalogue(standard)) == nil {
            throw .otherStandard(
                text, named: try self.catalogue(standard).standard.designation,
                asked: catalogue.standard.designation)
        }
        return try clause(number, in: catalogue)
    }

    /// Splits at the last colon or blank: what comes before names a standard.
    static func split(_ text: String) -> (standard: String?, number: String) {
        let text = text.trimmed
        guard let separator = text.lastIndex(where: { $0 == ":" || $0 == " " }) else { return (nil, text) }
        var standard = text[..<separator].trimmed
        if standard.hasSuffix(":") { standard.removeLast() }
        let number = String(text[text.index(after: separator)...])
        switch standard.lowercased() {
        case "annex", "clause", "control": return (nil, number)
        case "annex a": return (nil, "A." + number)
        default: return (standard, number)
        }
    }

    private func clause(_ text: String, in catalogue: Catalogue) throws(Failure) -> Match {
        if let exact = catalogue.clause(text), catalogue.clause("A." + text) == nil {
            return Match(catalogue: catalogue, clause: exact, remark: nil)
        }
        let spelled = Self.spelled(text)
        let control = catalogue.clause("A." + spelled)
        if let clause = catalogue.clause(spelled) {
            let remark = control.map {
                "\(spelled) is read as clause \(clause.number) (\(clause.title)); "
                    + "for the control write \($0.number) (\($0.title))"
            }
            return Match(catalogue: catalogue, clause: clause, remark: remark)
        }
        if let control { return Match(catalogue: catalogue, clause: control, remark: nil) }
        throw .unknownClause(
            text, designation: catalogue.standard.designation, nearest: nearest(to: spelled, in: catalogue))
    }

    /// Upper case, no trailing dot, `A5.1` as `A.5.1`.
    static func spelled(_ text: String) -> String {
        var number = text.uppercased()
        while number.hasSuffix(".") { number.removeLast() }
        if number.hasPrefix("A"), number.dropFirst().first?.isNumber == true {
            number.insert(".", at: number.index(after: number.startIndex))
        }
        return number
    }

    /// The three clauses whose numbers are most like the one written, requirement clauses first among equals.
    func nearest(to number: String, in catalogue: Catalogue) -> [Clause] {
        let ranked = catalogue.clauses.enumerated().map { position, clause in
            (
                rank: (unlikeness(number, clause.number), clause.isRequirement ? 0 : 1, position),
                clause: clause
            )
        }
        return ranked.sorted { $0.rank < $1.rank }.prefix(3).map(\.clause)
    }

    /// A forgotten dot is a smaller slip than a wrong digit: `8.61` is nearer to `8.6.1` than to `8.1`.
    private func unlikeness(_ left: String, _ right: String) -> Int {
        let (leftDigits, rightDigits) = (left.filter { $0 != "." }, right.filter { $0 != "." })
        let dots = (left.count - leftDigits.count) - (right.count - rightDigits.count)
        return 2 * EditDistance.between(leftDigits, rightDigits) + abs(dots)
    }
}

/// How the names of standards are compared.
enum StandardName {
    /// `ISO/IEC 20000-1:2018`, `iso20000-1-2018` and `20000-1` all begin alike.
    static func normalized(_ text: String) -> String {
        var name = text.lowercased().filter { !$0.isWhitespace && $0 != "/" }
        for prefix in ["isoiec", "iso", "iec"] where name.hasPrefix(prefix) {
            name.removeFirst(prefix.count)
            break
        }
        return String(name.map { $0 == ":" ? "-" : $0 })
    }
}

/// The number of single-character changes between two texts.
public enum EditDistance {
    /// The least number of octets put in, taken out or replaced (Levenshtein distance); 0 for equal texts.
    public static func between(_ left: String, _ right: String) -> Int {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let substituted = diagonal + (a == b ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substituted, row[j] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
