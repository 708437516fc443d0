import Certification
import Foundation
import Store

/// What a file that was taken in says of itself at its top, as far as it can be used.
struct HeaderReading {
    /// Nil where the file has no header.
    let header: DocumentHeader?
    /// The clauses that the header names, as the register knows them.
    let clauses: [ClauseFinder.Match]

    /// A file that says nothing of itself.
    static let nothing = HeaderReading(header: nil, clauses: [])

    var id: String? { header?.id }

    /// The facts of an item: what was said goes before what the header says.
    func facts(_ said: EvidenceFacts, to evidence: Evidence) -> Evidence {
        said.applied(to: header?.facts.applied(to: evidence) ?? evidence)
    }

    /// The facts of a file: what was said goes before what the header says.
    func file(_ said: RevisionFacts) -> RevisionFacts {
        RevisionFacts(
            label: said.label ?? header?.file.label, effective: said.effective ?? header?.file.effective,
            period: said.period ?? header?.file.period)
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
        return zip(paths.map(\.lastComponent), contents).map { name, content in
            let file = HeaderFile(path: register.vault.location(of: content.fingerprint), shown: name)
            guard let header = file.read(console, without: withClauses ? [] : ["clauses"]) else {
                return .nothing
            }
            return HeaderReading(
                header: header,
                clauses: withClauses ? matches(header.clauses, in: catalogues, named: name) : [])
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
        guard let header = file.read(console, without: ["id", "clauses"], for: id) else { return .nothing }
        return HeaderReading(header: header, clauses: [])
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

/// A text document in the vault whose first lines may be a header.
private struct HeaderFile {
    /// Where its content lies.
    let path: String
    /// Its name in the user's words.
    let shown: String

    /// Octets; a header that has not ended by then is none.
    private static let headerLimit = 64 << 10
    /// Octets; places to fill in are counted this far.
    private static let placesLimit = 1 << 20
    private static let endings = [".md", ".markdown", ".txt"]

    /// What the header says; what is wrong with it, and what is left to fill in, is told. From the keys `untaken`
    /// nothing is taken, and from a header that speaks of another item than `id` nothing at all.
    func read(_ console: Console, without untaken: [String], for id: String? = nil) -> DocumentHeader? {
        guard Self.endings.contains(where: shown.lowercased().hasSuffix), let text = beginning() else {
            return nil
        }
        guard let matter = FrontMatter(String(decoding: text.utf8.prefix(Self.headerLimit), as: UTF8.self))
        else { return nil }
        guard matter.isClosed else {
            console.warn(
                "\(shown): the header does not end within \(Self.headerLimit >> 10) KiB; it is not read")
            return nil
        }
        let header = DocumentHeader(matter)
        guard accepts(header, for: id, console) else { return nil }
        tell(header, untaken, places: DocumentHeader.places(in: text), console)
        return header
    }

    /// A header without an identifier may speak of anything, so a new file for an item takes nothing from it.
    private func accepts(_ header: DocumentHeader, for id: String?, _ console: Console) -> Bool {
        guard let id else { return true }
        guard let stated = header.id else { return false }
        if stated.lowercased() == id.lowercased() { return true }
        console.warn("\(shown): its header speaks of \(stated), not of \(id); nothing was taken from it")
        return false
    }

    private func tell(_ header: DocumentHeader, _ untaken: [String], places: Int, _ console: Console) {
        for problem in header.problems {
            console.warn("\(shown):\(problem.line): \(problem.key) \(problem.message)")
        }
        let taken = header.stated.filter { !untaken.contains($0.lowercased()) }
        if !taken.isEmpty { console.tell("\(shown): its header says \(taken.joined(separator: ", "))") }
        if places > 0, !header.stated.isEmpty {
            console.warn(
                "\(shown): \(counted(places, "place")) still \(places == 1 ? "says" : "say") (fill in ...)")
        }
    }

    /// The first octets as text; nil where they are none.
    private func beginning() -> String? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        guard let octets = try? file.read(upToCount: Self.placesLimit) else { return nil }
        return octets.starts(with: Data("---".utf8)) || octets.starts(with: Data([0xEF, 0xBB, 0xBF]))
            ? String(decoding: octets, as: UTF8.self) : nil
    }
}
