import Certification
import Reporting
import Store

/// The catalogues that come with the program.
enum StandardLibrary {
    private static let folder = "standards/"

    /// The tables beside the catalogues.
    private enum Table: String, CaseIterable {
        case mapping, harmonized

        var text: String { ShippedTemplate.text("\(folder)\(rawValue).tsv") ?? "" }
    }

    /// The identifiers of the shipped catalogues, in order: every table of the folder that is no other known table.
    static var identifiers: [String] {
        ShippedTemplate.names.filter { $0.hasPrefix(folder) && $0.hasSuffix(".tsv") }
            .map { String($0.dropFirst(folder.count).dropLast(".tsv".count)) }
            .filter { Table(rawValue: $0) == nil }.sorted()
    }

    static func catalogues() throws -> [Catalogue] { try identifiers.map { try catalogue($0) } }

    static func catalogue(_ id: String) throws -> Catalogue {
        do {
            return try CatalogueFile.parse(ShippedTemplate.text("\(folder)\(id).tsv") ?? "")
        } catch {
            let problems = error.problems.map(\.message).joined(separator: "; ")
            throw Failure(.unusableData, "shipped catalogue \(id): \(problems)")
        }
    }

    /// The catalogue that an abbreviation names.
    static func catalogue(named text: String) throws -> Catalogue {
        try ClauseFinder(catalogues()).catalogue(text)
    }

    /// The relations between the shipped standards.
    static func map() throws -> ClauseMap { try ClauseMap(parsing: Table.mapping.text) }

    /// The clauses that the shipped standards have in common.
    static func harmonizedStructure() throws -> HarmonizedStructure {
        try HarmonizedStructure(parsing: Table.harmonized.text)
    }
}

extension Session {
    /// The catalogues within reach: those of the register, where there is one, then the other shipped ones.
    func reachableCatalogues() throws -> (held: [Catalogue], all: [Catalogue]) {
        let held: [Catalogue]
        do {
            held = try register().read { try $0.catalogues() }
        } catch RegisterError.notFound {
            held = []
        }
        let names = Set(held.map(\.standard.id))
        return (held, held + (try StandardLibrary.catalogues().filter { !names.contains($0.standard.id) }))
    }
}
