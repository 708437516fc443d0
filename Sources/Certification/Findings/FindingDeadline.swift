/// A date that binds a finding.
public struct FindingDeadline: Hashable, Sendable {
    /// The rule that gives it; nil for a day that somebody set.
    public let rule: CycleRule?
    /// What it is: `the body's date`.
    public let what: String
    /// The last day.
    public let day: Day
    /// What follows when it is missed.
    public let consequence: String
    /// The certificate under which it binds; nil where it binds without one.
    public internal(set) var certificate: String?
}

extension [FindingDeadline] {
    /// What follows of the dates that passed before a day; nil where none did.
    public func consequence(on day: Day) -> String? {
        var said: [String] = []
        for deadline in self where deadline.day < day && !said.contains(deadline.consequence) {
            said.append(deadline.consequence)
        }
        return said.isEmpty ? nil : said.joined(separator: "; ")
    }

    /// The earliest first: it is the one that counts (rule NC-4).
    var inOrder: [FindingDeadline] {
        enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
    }
}

extension Finding {
    /// The day by which the corrective action is to be done, as long as nobody saw that it works.
    func actionDue(by rule: CycleRule?, consequence: String) -> FindingDeadline? {
        guard effect?.isEffective != true, let due = last(.action)?.due else { return nil }
        return FindingDeadline(
            rule: rule, what: "the corrective action's day", day: due, consequence: consequence)
    }

    /// The days that no rule of a body gives: what was said when it was raised, and what the action was given.
    var ownDeadlines: [FindingDeadline] {
        let isBodys = audit.kind.isExternal && grade.isNonconformity
        guard !isBodys else { return [] }
        let consequence =
            audit.kind.isExternal ? "the body finds it open" : "the next external audit finds it open"
        let due = facts.due.map {
            FindingDeadline(rule: nil, what: "the day that was set", day: $0, consequence: consequence)
        }
        return [due, actionDue(by: nil, consequence: consequence)].compactMap(\.self)
    }
}
