import Certification
import Yams

/// Rules of a person for the files of a folder, in order: of those that match a file, the first that says a fact counts.
struct FolderRules {
    /// One rule.
    struct Rule {
        let pattern: PathPattern
        var kind: EvidenceKind?
        var owner: String?
        var clauses: [String]?
        var isSkipped = false
    }

    private(set) var rules: [Rule] = []
    private let path: String

    /// No rules.
    init() { path = "" }

    /// Reads a file of rules; whatever is unknown or wrong is an error with its line.
    init(_ text: String, path: String) throws {
        self.path = path
        do {
            guard let root = try Yams.compose(yaml: text) else { return }
            let list = root.mapping.flatMap { $0["rules"] } ?? root
            guard let sequence = list.sequence else {
                throw failure(root, "write a list: - match: \"policies/**\"")
            }
            for node in sequence { rules.append(try rule(node)) }
        } catch let error as YamlError {
            throw Failure(.unusableData, "\(path):\(error.line): \(error.sentence)")
        }
    }

    private func rule(_ node: Node) throws -> Rule {
        guard let mapping = node.mapping, let match = mapping["match"]?.string, !match.isEmpty else {
            throw failure(node, "a rule begins with match: and a pattern of paths")
        }
        var rule = Rule(pattern: PathPattern(match))
        for (key, value) in mapping where key.string != "match" {
            switch key.string {
            case "kind":
                guard let kind = value.string.flatMap({ EvidenceKind(rawValue: $0.lowercased()) }) else {
                    throw failure(
                        value,
                        "\"\(value.string ?? "a list")\" is no kind of evidence; see dossier help kinds")
                }
                rule.kind = kind
            case "owner": rule.owner = value.string
            case "clauses", "clause":
                rule.clauses = value.sequence.map { $0.compactMap(\.string) } ?? value.string.map { [$0] }
            case "skip": rule.isSkipped = value.bool ?? false
            default:
                throw failure(key, "unknown: \(key.string ?? "?"); known: match, kind, owner, clauses, skip")
            }
        }
        return rule
    }

    private func failure(_ node: Node, _ what: String) -> Failure {
        Failure(.unusableData, "\(path):\(node.mark?.line ?? 1): \(what)")
    }

    /// What the rules say of a path.
    func rule(for path: String) -> Rule {
        var result = Rule(pattern: PathPattern(""))
        for rule in rules where rule.pattern.matches(path) {
            if rule.isSkipped { result.isSkipped = true; break }
            result.kind = result.kind ?? rule.kind
            result.owner = result.owner ?? rule.owner
            result.clauses = result.clauses ?? rule.clauses
        }
        return result
    }
}
