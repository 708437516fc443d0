import Certification

/// A problem as programs read it.
struct CheckLine: Encodable {
    let rule: CheckRule
    let severity: CheckSeverity
    let object: String
    let sentence: String
    let fix: String

    init(_ problem: CheckProblem) {
        rule = problem.rule
        severity = problem.rule.severity
        object = problem.object
        sentence = problem.sentence
        fix = problem.fix
    }

    static let header = ["rule", "severity", "object", "sentence", "fix"]

    var row: [String] { [rule.rawValue, severity.rawValue, object, sentence, fix] }
}
