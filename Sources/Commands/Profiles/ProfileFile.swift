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
            problems.append(Problem(line: error.line, message: error.sentence))
        } catch {
            problems.append(Problem(line: 1, message: "\(error)"))
        }
        return (profile, problems)
    }
}
