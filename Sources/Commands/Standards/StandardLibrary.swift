import Certification
import Reporting
import Store

/// The catalogues that come with the program.
enum StandardLibrary {
    private static let folder = "standards/"
    private static let mapName = "standards/mapping.tsv"

    /// The identifiers of the shipped catalogues, in order.
    static var identifiers: [String] {
        ShippedTemplate.names.filter { $0.hasPrefix(folder) && $0.hasSuffix(".tsv") && $0 != mapName }
            .map { String($0.dropFirst(folder.count).dropLast(".tsv".count)) }.sorted()
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
    static func map() throws -> ClauseMap { try ClauseMap(parsing: ShippedTemplate.text(mapName) ?? "") }
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
