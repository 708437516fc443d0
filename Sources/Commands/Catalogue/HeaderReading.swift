import Certification
import Store

/// What a file that was taken in says of itself at its top, as far as it can be used.
struct HeaderReading {
    /// Nil where the file has no header.
    let header: DocumentHeader?
    /// The clauses that the header names, as the register knows them.
    let clauses: [ClauseFinder.Match]
    /// How many places of a skeleton are still to be filled in.
    let places: Int

    /// A file that says nothing of itself.
    static let nothing = HeaderReading(header: nil, clauses: [], places: 0)

    var id: String? { header?.id }

    /// The facts of an item: what was said goes before what the header says.
    func facts(_ said: EvidenceFacts, to evidence: Evidence) -> Evidence {
        said.applied(to: header?.facts.applied(to: evidence) ?? evidence)
    }

    /// The facts of a file: what was said goes before what the header says.
    func file(_ said: RevisionFacts) -> RevisionFacts {
        RevisionFacts(
            label: said.label ?? header?.file.label, effective: said.effective ?? header?.file.effective,
            period: said.period ?? header?.file.period, approvedBy: said.approvedBy,
            approvedOn: said.approvedOn, openPlaces: places > 0 ? places : nil)
    }

    /// The clauses that were said or, where none were, those of the header.
    func links(_ said: [ClauseFinder.Match]) -> [ClauseFinder.Match] { said.isEmpty ? clauses : said }
}

extension Session {
    /// The headers of files that were taken in, in their order. Nothing that is wrong with a header keeps a file
    /// out: it is told, and the file goes in without. Clauses are looked up where none were said.
    func headers(
        of contents: [VaultContent], named paths: [String], withClauses: Bool, in register: Register
    ) throws -> [HeaderReading] {
        let catalogues = try register.read { try $0.catalogues() }
        var missing: Set<String> = []
        defer { tell(missing: missing) }
        return zip(paths.map(\.lastComponent), contents).map { name, content in
            let file = HeaderFile(path: register.vault.location(of: content.fingerprint), shown: name)
            guard
                let (header, places) = file.read(
                    console, without: withClauses ? [] : ["clauses"], missing: &missing)
            else {
                return .nothing
            }
            return HeaderReading(
                header: header,
                clauses: withClauses ? matches(header.clauses, in: catalogues, named: name) : [],
                places: places)
        }
    }

    /// The header of a new file for an item, if it speaks of this item.
    func header(of content: VaultContent?, named path: String?, for id: String, in register: Register)
        -> HeaderReading
    {
        guard let content, let path else { return .nothing }
        let file = HeaderFile(
            path: register.vault.location(of: content.fingerprint), shown: path.lastComponent)
        // It changes neither the name nor the links of the item.
        var missing: Set<String> = []
        defer { tell(missing: missing) }
        guard
            let (header, places) = file.read(console, without: ["id", "clauses"], for: id, missing: &missing)
        else {
            return .nothing
        }
        return HeaderReading(header: header, clauses: [], places: places)
    }

    private func matches(_ clauses: [String], in catalogues: [Catalogue], named name: String)
        -> [ClauseFinder.Match]
    {
        var matches: [ClauseFinder.Match] = []
        for clause in clauses {
            do {
                matches.append(try ClauseFinder(catalogues).clause(clause))
            } catch {
                console.warn("\(name): clauses: \(Failure(translating: error).message)")
            }
        }
        return matches.unrepeated
    }
}

extension [ClauseFinder.Match] {
    /// Each clause once, where it comes first.
    var unrepeated: [ClauseFinder.Match] {
        var seen: Set<ClauseReference> = []
        return filter { seen.insert($0.reference).inserted }
    }
}
