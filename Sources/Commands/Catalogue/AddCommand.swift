import ArgumentParser
import Certification
import Store

/// `dossier add FILE...`
struct AddCommand: Command {
    static let configuration = CommandConfiguration(
        "add", "Catalogue files as evidence.",
        detail: """
            Each file becomes one item of evidence and is kept in the vault by its SHA-256. Identifiers are
            generated unless given; titles and kinds come from file names unless given. A text document (.md,
            .markdown, .txt) that begins with a header between --- lines, as `dossier draft` writes it, says all
            this itself; what is given here goes before it. All files go in, or none.
            """,
        examples: [
            "dossier add incident.docx --id PRO-001 --kind procedure --clause 8.6.1",
            "dossier add kpi/*.csv --kind kpi-export --clause 9.1 --review-every 1m",
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The files.")
    var files: [String]

    @Option(help: "The identifier, for a single file: INC-PRO-001.")
    var id: String?

    @OptionGroup(title: "Facts") var facts: EvidenceOptions
    @OptionGroup(title: "File") var revision: RevisionOptions
    @OptionGroup(title: "Links") var links: LinkOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if files.count > 1, id != nil || facts.title != nil {
            throw ValidationError("--id and --title go with a single file")
        }
        if links.locator != nil, links.clauses.isEmpty {
            throw ValidationError("--locator goes with --clause")
        }
        try EvidenceIdentifier.validate(id)
    }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let today = try session.today(register)
        let clauses = try register.read { view in
            if let id { try view.refuseTaken(id) }
            return try links.matches(in: view.catalogues())
        }
        let contents = try session.take(files, allowEmpty: revision.allowEmpty, into: register)
        let headers = try session.headers(
            of: contents, named: files, withClauses: clauses.isEmpty, in: register)
        let duplicates = try register.read { view in
            try contents.map { try view.evidence(holding: $0.fingerprint) }
        }
        let places = SourcePlaces(register.location)
        let added = try session.write(register) { transaction in
            try zip(files, zip(contents, headers)).map { path, taken in
                let source = places.remembered(session.absolute(path))
                try transaction.remember(taken.0, at: source)
                return try add(
                    path.lastComponent, taken.0, taken.1, clauses, today, source, &transaction)
            }
        }
        try report(added, headers.flatMap { $0.links(clauses) }.unrepeated, duplicates, session)
        return .done
    }

    private func add(
        _ name: String, _ content: VaultContent, _ header: HeaderReading, _ clauses: [ClauseFinder.Match],
        _ today: Day, _ source: String?, _ transaction: inout RegisterTransaction
    ) throws -> Evidence {
        let id = id ?? header.id
        if let id { try transaction.view.refuseTaken(id) }
        let evidence = header.facts(
            facts.said,
            to: Evidence(
                id: try id ?? transaction.view.nextGeneratedIdentifier(),
                title: FileTitle.title(fileName: name), kind: FileTitle.kind(fileName: name) ?? .record))
        let file = header.file(revision.said)
        let first = file.revision(
            1, of: content, fileName: name, received: today, source: source)
        try transaction.record(.evidenceAdded(evidence))
        try transaction.record(.revisionAdded(evidence: evidence.id, first))
        if let approval = file.approval(of: first) {
            try transaction.record(.approved(evidence: evidence.id, approval))
        }
        for match in header.links(clauses) {
            try transaction.record(.linked(links.link(evidence.id, match, reviewed: content.fingerprint)))
        }
        return evidence
    }

    private static func shortened(_ ids: [String]) -> String {
        ids.prefix(3).joined(separator: ", ") + (ids.count > 3 ? " and \(ids.count - 3) more" : "")
    }

    private func report(
        _ added: [Evidence], _ clauses: [ClauseFinder.Match], _ duplicates: [[String]], _ session: Session
    ) throws {
        for (evidence, others) in zip(added, duplicates) {
            session.console.tell("\(evidence.id)  \(evidence.kind.rawValue)  \(evidence.title)")
            if !others.isEmpty {
                session.console.warn(
                    "\(evidence.id) has the same content as \(Self.shortened(others))")
            }
        }
        session.tellLinks(clauses)
        session.console.tell("Added \(counted(added.count, "item")).")
        if clauses.isEmpty, let first = added.first {
            session.console.tell("Next: dossier link \(first.id) CLAUSE")
        } else {
            session.console.tell("Next: \(try session.registerNames().overview)")
        }
    }
}

extension RevisionFacts {
    /// The revision that a taken file becomes.
    func revision(
        _ number: Int, of content: VaultContent, fileName: String, received: Day, source: String?
    ) -> Revision {
        revision(
            number, fingerprint: content.fingerprint, size: content.size, fileName: fileName,
            received: received, source: source)
    }
}

extension LinkOptions {
    func link(_ id: String, _ match: ClauseFinder.Match, reviewed: Fingerprint?) -> Link {
        Link(
            evidence: id, clause: match.reference, locator: locator, reviewed: reviewed,
            edition: match.edition)
    }
}

extension EvidenceIdentifier {
    /// Refuses what cannot be an identifier.
    static func validate(_ id: String?) throws {
        guard let id, !isWellFormed(id) else { return }
        throw ValidationError(
            "\"\(id)\" is no identifier: letters, digits, \"-\", \"_\" and \".\", at most 60, beginning with a letter or digit"
        )
    }
}

extension RegisterView {
    /// Refuses an identifier that an item has already.
    func refuseTaken(_ id: String) throws {
        guard let held = try evidenceIfAny(id) else { return }
        throw Failure(
            .unusableData, "\(held.evidence.id) exists already: \(held.evidence.title)",
            hint: "dossier revise \(held.evidence.id) FILE")
    }
}

extension Session {
    /// What links mean: remarks, and the clauses for which a heading stands.
    func tellLinks(_ matches: [ClauseFinder.Match]) {
        for match in matches {
            if let remark = match.remark { console.warn(remark) }
            guard !match.clause.isRequirement else { continue }
            let numbers = match.catalogue.requirements(under: match.clause.number).map(\.number)
            console.tell(
                "\(match.clause.number) (\(match.clause.title)) is a heading; the link stands for \(numbers.joined(separator: ", "))."
            )
        }
    }
}
