import Certification
import Reporting
import Store

/// What a draft takes from where it is written: a register, where there is one, and the shipped skeletons.
struct DraftSurroundings {
    let templates: DocumentTemplates
    /// Among which a clause must be unique: those of the register or, without one, all that are shipped.
    let catalogues: [Catalogue]
    let organization: String?
    let today: Day
    private let register: Register?

    init(_ session: Session) throws {
        templates = try DocumentTemplates.shipped()
        register = try session.registerIfAny()
        if let register {
            (organization, catalogues) = try register.read { (try $0.organization(), try $0.catalogues()) }
            today = try session.today(register)
        } else {
            (organization, catalogues) = (nil, try session.reachableCatalogues().all)
            today = try session.todayWithoutRegister()
        }
    }

    var finder: ClauseFinder { ClauseFinder(catalogues) }

    /// The standards whose clauses a listing shows; nil shows them all.
    var shownStandards: [String]? { register == nil ? nil : catalogues.map(\.standard.id) }

    /// The standards that a document for this clause may serve: those of the register, or the clause's own.
    func standards(for match: ClauseFinder.Match?, _ template: DocumentTemplate) -> [Standard] {
        if register != nil { return catalogues.map(\.standard) }
        let own = match?.reference.standard ?? template.clauses.first?.standard
        return catalogues.map(\.standard).filter { $0.id == own }
    }

    /// The clause as the header names it: the number alone where it can mean only one thing.
    func written(_ clause: ClauseReference) -> String {
        register != nil && catalogues.count == 1 ? clause.number : clause.description
    }

    /// The suggested identifier or, where the register has given it away, the next that is free.
    func freeIdentifier(from id: String) throws -> String {
        guard let register else { return id }
        return try register.read { view in
            try SuggestedIdentifier.free(from: id) { try view.evidenceIfAny($0) != nil }
        }
    }

    /// Whether an item has this identifier already.
    func holds(_ id: String) throws -> Bool {
        try register?.read { try $0.evidenceIfAny(id) != nil } ?? false
    }
}

extension DocumentTemplates {
    /// The skeletons that come with the program.
    static func shipped() throws -> DocumentTemplates {
        do {
            return try DraftText.templates()
        } catch {
            let problems = error.problems.map { "\($0.line): \($0.message)" }.joined(separator: "; ")
            throw Failure(.unusableData, "shipped documents: \(problems)")
        }
    }
}

extension Session {
    /// The register of the session's folder or of one above it; nil where there is none.
    fileprivate func registerIfAny() throws -> Register? {
        do {
            return try register()
        } catch RegisterError.notFound {
            return nil
        }
    }

    /// The civil date of the machine, unless `--today` or `DOSSIER_TODAY` said another.
    fileprivate func todayWithoutRegister() throws -> Day {
        if let said = try saidToday() { return said }
        return civilDate(now(), nil) ?? now().utcDay
    }
}
