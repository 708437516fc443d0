/// Something that a check found: a value with the object, a sentence and the command that mends it.
public struct CheckProblem: Hashable, Sendable {
    /// The check that found it.
    public let rule: CheckRule
    /// The identifier of an item, the reference of a clause or the identifier of a standard.
    public let object: String
    /// What is wrong with the object, without naming it: `review was due 2026-10-01`.
    public let sentence: String
    /// The command to type; words in capitals are to be filled in.
    public let fix: String

    /// A problem that a check found.
    public init(_ rule: CheckRule, _ object: String, _ sentence: String, fix: String) {
        self.rule = rule
        self.object = object
        self.sentence = sentence
        self.fix = fix
    }
}
