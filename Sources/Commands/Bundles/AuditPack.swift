import Certification
import Reporting
import Store

/// An audit of a certification body for which evidence is packed, and the standard for which it is.
struct AuditPack {
    let audit: Audit
    let catalogue: Catalogue

    init(_ id: String, standard: String?, _ view: RegisterView) throws {
        audit = try view.audit(id)
        catalogue = try Self.catalogue(of: audit, standard, view)
        if let refusal { throw refusal }
    }

    private var refusal: Failure? {
        if !audit.kind.isExternal {
            return Failure(
                .unusableData,
                "\(audit.id) is \(audit.kind == .internal ? "an internal audit" : "a management review"); what a certification body wants to see is packed for its own audits",
                hint: "dossier pack --standard \(catalogue.standard.id)")
        }
        return audit.state == .cancelled ? Failure(.unusableData, "\(audit.id) was called off") : nil
    }

    /// The standard that was named, or else the only one that the audit looks at.
    private static func catalogue(of audit: Audit, _ standard: String?, _ view: RegisterView) throws
        -> Catalogue
    {
        guard standard == nil, !audit.standards.isEmpty else {
            let catalogue = try view.catalogue(standard)
            if audit.standards.isEmpty || audit.looks(at: catalogue.standard.id) { return catalogue }
            throw Failure(
                .unusableData, "\(audit.id) does not look at \(catalogue.standard.designation)",
                hint: "one of " + audit.standards.joined(separator: ", "))
        }
        guard audit.standards.count == 1 else {
            throw Failure(
                .usage, "\(audit.id) looks at several standards; name one with --standard",
                hint: "one of " + audit.standards.joined(separator: ", "))
        }
        return try view.catalogue(audit.standards[0])
    }

    /// What goes along, judged on a day.
    func choice(_ view: RegisterView, on day: Day) throws -> AuditChoice {
        let window = try window(view)
        var choice = AuditChoice(
            AuditSelection(
                audit, of: catalogue, subjects: try Self.subjects(),
                structure: try StandardLibrary.harmonizedStructure(), window: window,
                named: AuditNames.items(
                    for: audit, of: catalogue.standard.id, audits: try view.audits(),
                    findings: try view.findings(), window: window), on: day))
        try view.forEachLive { choice.consider($0) }
        return choice
    }

    /// The widest window of the certificates for the standard that the audit is about.
    private func window(_ view: RegisterView) throws -> EvidenceWindow {
        let facts = try audit.certificates.flatMap { try view.certificateFacts(of: $0) }
            .filter { $0.certificate.standard == catalogue.standard.id }
        return EvidenceWindow.widest(facts.map { EvidenceWindow(of: audit, $0) })
            ?? EvidenceWindow(of: audit, nil)
    }

    /// What each audit wants to see, as it comes with the program.
    static func subjects() throws -> AuditSubjects {
        do throws(CatalogueFile.Problems) {
            return try AuditSubjects(parsing: ShippedTemplate.text("audits/bundles.tsv") ?? "")
        } catch {
            let problems = error.problems.map { "\($0.line): \($0.message)" }.joined(separator: "; ")
            throw Failure(.unusableData, "shipped table of audits: \(problems)")
        }
    }
}
