import Yams

/// What the parser says of a file of settings, on one line.
extension YamlError {
    /// The line that is wrong; the first where the parser does not know.
    var line: Int { place.line }

    /// What is wrong with it.
    var sentence: String { place.message }

    private var place: (line: Int, message: String) {
        switch self {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            (mark.line, problem)
        case .duplicatedKeysInMapping(let keys, let context):
            (context.mark.line, "said twice: \(keys.map { "\($0)" }.joined(separator: ", "))")
        default: (1, "this is no YAML")
        }
    }
}
