import ArgumentParser
import Certification

/// How a certification body reads the rules, as it is said on the command line.
struct ProfileOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How the body reads the rules: a name of dossier profile list, or a file.", valueName: "profile"))
    var profile: String?

    @Option(
        name: .customLong("rule"),
        help: ArgumentHelp(
            "A setting on top: sv_window_months=-1/+1; may be repeated.", valueName: "key=value"))
    var rules: [String] = []

    /// The profile that was said, on top of another one.
    func profile(over held: BodyProfile, _ session: Session) throws -> BodyProfile {
        let base = try profile.map { try session.profile($0) } ?? held
        do throws(ProfileProblem) {
            return try base.with(pairs)
        } catch {
            throw Failure(.usage, error.message, hint: "dossier profile show default")
        }
    }

    /// Nothing was said.
    var isEmpty: Bool { profile == nil && rules.isEmpty }

    private var pairs: [(key: String, value: String)] { rules.map { KeyValue($0).pair } }

    func validate() throws {
        for rule in rules where !rule.contains("=") {
            throw ValidationError("\"\(rule)\" is no setting; write key=value")
        }
    }
}

/// `key=value`, cut at the first equals sign.
struct KeyValue {
    let pair: (key: String, value: String)

    init(_ text: String) {
        let cut = text.firstIndex(of: "=") ?? text.endIndex
        pair = (String(text[..<cut]).trimmed, String(text[cut...].dropFirst()).trimmed)
    }
}
