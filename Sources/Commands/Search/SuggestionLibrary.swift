import Certification
import Glibc
import Reporting
import Store

/// The tables by which clauses and kinds are suggested: those that come with the program, and those of people.
struct SuggestionLibrary {
    let clauses: ClauseSuggester
    let kinds: KindSuggester

    /// The shipped subjects with those of further tables, each with the name by which it is shown. A subject of the same
    /// name takes the place of an earlier one.
    init(adding tables: [(shown: String, text: String)]) throws {
        var subjects = SubjectTable(ShippedTemplate.text("suggest/subjects.tsv") ?? "").subjects
        for table in tables {
            let own = SubjectTable(table.text)
            if let problem = own.problems.first {
                throw Failure(
                    .unusableData, "\(table.shown):\(problem.line): \(problem.message)",
                    hint: "dossier help formats")
            }
            let names = Set(own.subjects.map(\.name))
            subjects = subjects.filter { !names.contains($0.name) } + own.subjects
        }
        clauses = ClauseSuggester(subjects.sharing(try StandardLibrary.harmonizedStructure()))
        kinds = KindSuggester(ShippedTemplate.text("suggest/kinds.tsv") ?? "")
    }
}

extension SuggestionLibrary {
    /// The likeliest clauses of a catalogue for a document, the likeliest first.
    func clauses(for document: JudgedDocument, in catalogue: Catalogue, top: Int, least: Double)
        -> [ClauseSuggestion]
    {
        let found = clauses.suggestions(for: document, standard: catalogue.standard.id, limit: top + 10)
        let held = found.filter { $0.score >= least && catalogue.clause($0.clause.number) != nil }
        return Array(held.prefix(top))
    }
}

extension Session {
    /// The shipped tables, that of the register, and one that was named.
    func suggestions(for register: Register, adding path: String?) throws -> SuggestionLibrary {
        var tables: [(shown: String, text: String)] = []
        let own = register.location.subjects
        if access(own, F_OK) == 0 { tables.append((own, try SmallFile.text(own))) }
        if let path { tables.append((path, try SmallFile.text(absolute(path)))) }
        return try SuggestionLibrary(adding: tables)
    }
}
