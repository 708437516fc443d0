import Certification
import Yams

/// A body profile as a small YAML file: one key a line, with its value.
enum ProfileFile {
    /// Something wrong, with its line.
    struct Problem: Hashable {
        let line: Int
        let message: String
    }

    /// The profile, or everything that is wrong with the text.
    static func parse(_ text: String, name: String) -> (profile: BodyProfile, problems: [Problem]) {
        var (profile, problems) = (BodyProfile(name: name), [Problem]())
        do {
            guard let root = try Yams.compose(yaml: text) else { return (profile, []) }
            guard let mapping = root.mapping else {
                return (profile, [Problem(line: root.mark?.line ?? 1, message: "not a list of settings")])
            }
            for (key, value) in mapping {
                do throws(ProfileProblem) {
                    try profile.set(key.string ?? "?", to: value.string ?? "a list")
                } catch {
                    problems.append(Problem(line: key.mark?.line ?? 1, message: error.message))
                }
            }
        } catch let error as YamlError {
            problems.append(Problem(yaml: error))
        } catch {
            problems.append(Problem(line: 1, message: "\(error)"))
        }
        return (profile, problems)
    }
}

extension ProfileFile.Problem {
    /// What the parser says, on one line.
    fileprivate init(yaml error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(line: mark.line, message: problem)
        case .duplicatedKeysInMapping(let keys, let context):
            self.init(
                line: context.mark.line,
                message: "said twice: \(keys.map { "\($0)" }.joined(separator: ", "))")
        default: self.init(line: 1, message: "this is no YAML")
        }
    }
}
