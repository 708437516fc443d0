import Certification
import Store

/// An answer about readiness, which may be yes or no.
protocol ReadinessPage: Listing {
    /// Whether nothing needs work.
    var isReady: Bool { get }
}

extension RegisterView {
    /// The catalogue that an abbreviation names or, without one, the only one there is.
    func catalogue(_ abbreviation: String?) throws -> Catalogue {
        let catalogues = try catalogues()
        if let abbreviation { return try ClauseFinder(catalogues).catalogue(abbreviation) }
        return try Self.only(catalogues)
    }

    /// The only catalogue; an error where there are several.
    static func only(_ catalogues: [Catalogue]) throws -> Catalogue {
        guard let only = catalogues.first else { throw ClauseFinder.Failure.noStandards }
        guard catalogues.count == 1 else {
            throw Failure(
                .usage, "the register holds several standards; name one",
                hint: "one of " + catalogues.map(\.standard.id).joined(separator: ", "))
        }
        return only
    }

    /// Judges a standard, with credit from others that the register holds.
    func gap(of catalogue: Catalogue, on day: Day, credit: [String]) throws -> GapReport {
        if credit.isEmpty { return try gap(of: catalogue, on: day) }
        let finder = ClauseFinder(try catalogues())
        let others = try credit.map { try finder.catalogue($0) }
        try catalogue.refuseCreditToItself(others)
        let (map, notes) = (try StandardLibrary.map(), try creditNotes(of: catalogue.standard.id))
        let reports = try gaps(of: [catalogue] + others, on: day)
        return reports.dropFirst().reduce(reports[0]) { $0.crediting($1, map: map, notes: notes) }
    }
}
