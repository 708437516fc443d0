/// What the rule of a date says, whatever the source of the date.
public struct DueRuleWords: Hashable, Sendable {
    /// `SV-1`, `review`
    public let name: String
    /// What it asks for, in our words.
    public let statement: String
    /// Where it comes from; `default` where it is our reading.
    public let source: String
    /// The keys of a body profile that change it.
    public let keys: [ProfileKey]

    /// The rule of this name, whatever the case of the letters; nil where there is none.
    public init?(_ name: String) {
        if let rule = CycleRule(named: name) {
            (self.name, statement, source, keys) = (rule.rawValue, rule.statement, rule.source, rule.keys)
            return
        }
        let name = name.lowercased()
        guard let statement = EvidenceDue.Rule(rawValue: name)?.statement ?? Self.others[name] else {
            return nil
        }
        (self.name, self.statement, source, keys) = (name, statement, "default", [])
    }

    private static let others = [
        "audit": "A planned audit, by its first day.",
        "finding": "An internal finding is closed by the day that was set for it.",
    ]
}
