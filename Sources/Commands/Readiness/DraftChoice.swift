import Certification

/// The one skeleton that a command line means.
struct DraftChoice {
    let template: DocumentTemplate

    /// The skeleton that was named, or the only one that fits the clause.
    init(_ surroundings: DraftSurroundings, _ match: ClauseFinder.Match?, named name: String?) throws {
        if let name {
            template = try Self.named(name, surroundings.templates)
        } else if let match {
            template = try Self.fitting(match, surroundings)
        } else {
            throw Failure(.usage, "name a clause or a skeleton", hint: "dossier draft --list")
        }
    }

    private static func named(_ name: String, _ templates: DocumentTemplates) throws -> DocumentTemplate {
        if let template = templates.template(name) { return template }
        throw Failure(
            .notFound, "no skeleton \"\(name)\"",
            hint: templates.nearest(to: name).map { "did you mean \($0.name)?" } ?? "dossier draft --list")
    }

    private static func fitting(
        _ match: ClauseFinder.Match, _ surroundings: DraftSurroundings
    ) throws -> DocumentTemplate {
        let fitting = surroundings.templates.choice(for: match.reference).best
        guard let first = fitting.first else { throw nothing(for: match, surroundings) }
        guard fitting.count == 1 else {
            throw Failure(
                .usage,
                "\(counted(fitting.count, "skeleton")) fit \(match.words): \(fitting.map(\.name).joined(separator: ", "))",
                hint: surroundings.command(first, match))
        }
        return first
    }

    /// What an auditor typically asks for at the clause leads to a skeleton of the same kind.
    private static func nothing(
        for match: ClauseFinder.Match, _ surroundings: DraftSurroundings
    ) -> Failure {
        let alike = surroundings.templates.templates(of: match.clause.typicalKinds).first
        return Failure(
            .notFound, "no skeleton is made for \(match.words)",
            hint: alike.map { "one of the kind \($0.kind.rawValue): \(surroundings.command($0, match))" }
                ?? "dossier draft --list")
    }
}

extension ClauseFinder.Match {
    /// `8.6 (Resolution and fulfilment)`
    fileprivate var words: String { "\(clause.number) (\(clause.title))" }
}

extension DraftSurroundings {
    fileprivate func command(_ template: DocumentTemplate, _ match: ClauseFinder.Match) -> String {
        "dossier draft \(written(match.reference)) --template \(template.name)"
    }
}
