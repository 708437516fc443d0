import Certification
import Store

/// Reads what was said of an audit against the register: names become those of the register, and what it does not hold
/// is refused.
struct AuditDesk {
    let view: RegisterView
    let today: Day
    private let catalogues: [Catalogue]

    init(_ view: RegisterView, today: Day) throws {
        self.view = view
        self.today = today
        catalogues = try view.catalogues()
    }

    var names: RegisterNames { RegisterNames(catalogues) }

    /// The audit with what was said in place of what stands.
    func audit(
        _ standing: Audit, saying options: AuditOptions, _ result: AuditResultOptions? = nil
    ) throws -> Audit {
        var audit = standing
        if let why = options.objection(to: audit.kind) ?? result?.objection(to: audit.kind) {
            throw Failure(.usage, why)
        }
        try tell(&audit, about: options)
        if !options.auditors.isEmpty { audit.auditors = options.auditors.map(\.trimmed) }
        audit.mode = options.mode ?? audit.mode
        audit.clauses = try clauses(of: audit, said: options.clauses)
        if !options.sites.isEmpty { audit.sites = try sites(of: audit, said: options.sites) }
        if let result, !result.reports.isEmpty { audit.reports = try result.reports.map(evidence) }
        audit.countsAsSurveillance =
            audit.kind == .special ? result?.countsAsSurveillance ?? audit.countsAsSurveillance : nil
        if let note = options.note?.trimmed { audit.note = note.isEmpty ? nil : note }
        return audit
    }

    private func tell(_ audit: inout Audit, about options: AuditOptions) throws {
        guard audit.kind.isExternal else {
            audit.certificates = []
            return audit.standards = try standards(of: audit, said: options.standards)
        }
        let said = try options.certificates.map { try view.certificate($0).id }
        if !said.isEmpty { audit.certificates = Set(said).sorted() }
        guard !audit.certificates.isEmpty else {
            throw Failure(
                .usage, "\(audit.kind.article) is about a certificate",
                hint: "--certificate CERT; dossier certificate list")
        }
        audit.standards = Set(try audit.certificates.map { try view.certificate($0).standard }).sorted()
    }

    private func standards(of audit: Audit, said: [String]) throws -> [String] {
        let finder = ClauseFinder(catalogues)
        if !said.isEmpty { return Set(try said.map { try finder.catalogue($0).standard.id }).sorted() }
        if !audit.standards.isEmpty { return audit.standards }
        if catalogues.count == 1 { return catalogues.map(\.standard.id) }
        guard let first = catalogues.first else { throw ClauseFinder.Failure.noStandards }
        throw Failure(
            .usage, "say which standard \(audit.kind.article) is about",
            hint: "--standard \(names.standard(first.standard.id))")
    }

    /// Those that were said or, where none was, those that stand and belong to its standards.
    private func clauses(of audit: Audit, said: [String]) throws -> [ClauseReference] {
        let looked = catalogues.filter { audit.looks(at: $0.standard.id) }
            .sorted { $0.standard.id < $1.standard.id }
        switch said {
        case []: return audit.clauses.filter { audit.looks(at: $0.standard) }
        case ["none"]: return []
        case ["all"]:
            return looked.flatMap { catalogue in
                catalogue.clauses.filter { $0.parent == nil }.map(catalogue.reference)
            }
        default:
            let finder = ClauseFinder(looked)
            let named = Set(try said.map { try finder.clause($0).reference })
            return looked.flatMap { $0.clauses.map($0.reference).filter(named.contains) }
        }
    }

    private func evidence(_ id: String) throws -> String {
        let record = try view.evidence(id)
        if let why = record.retired {
            throw Failure(.unusableData, "\(record.evidence.id) is retired: \(why)")
        }
        return record.evidence.id
    }

    /// The sites by the spelling of the certificates; free where no certificate names any yet.
    private func sites(of audit: Audit, said: [String]) throws -> [String] {
        let certificates = try view.certificates().filter {
            audit.kind.isExternal ? audit.certificates.contains($0.id) : audit.looks(at: $0.standard)
        }
        let known = certificates.flatMap(\.sites)
        guard let first = certificates.first else { return said.map(\.trimmed).withoutRepeats }
        return try said.map { text in
            let wanted = text.trimmed.lowercased()
            if let site = known.first(where: { $0.lowercased() == wanted }) { return site }
            let list = known.isEmpty ? "none" : known.withoutRepeats.joined(separator: ", ")
            throw Failure(
                .unusableData,
                "\(text.trimmed) is no site of \(certificates.map(\.id).joined(separator: " or ")); known: \(list)",
                hint: "dossier certificate edit \(first.id) --site SITE ...")
        }.withoutRepeats
    }
}

extension Array where Element: Hashable {
    /// Each element once, where it stands first.
    var withoutRepeats: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
