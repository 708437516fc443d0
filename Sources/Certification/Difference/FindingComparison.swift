/// The findings of two bundles.
enum FindingComparison {
    /// What became of them, ordered by identifier; nil where one of the bundles does not tell of findings.
    static func changes(
        _ before: [BundleIndex.FindingEntry]?, _ after: [BundleIndex.FindingEntry]?
    ) -> [BundleIndex.FindingChangeEntry]? {
        guard let before, let after else { return nil }
        let old = Dictionary(before.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let new = Dictionary(after.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return Set(old.keys).union(new.keys).sorted().compactMap { change(old[$0], new[$0]) }
    }

    private static func change(_ old: BundleIndex.FindingEntry?, _ new: BundleIndex.FindingEntry?)
        -> BundleIndex.FindingChangeEntry?
    {
        guard let finding = new ?? old, let change = word(old, new) else { return nil }
        return BundleIndex.FindingChangeEntry(
            finding: finding.id, change: change, grade: finding.grade, clause: finding.clause,
            details: details(old, new))
    }

    private static func word(_ old: BundleIndex.FindingEntry?, _ new: BundleIndex.FindingEntry?)
        -> BundleIndex.FindingChangeEntry.Change?
    {
        guard let new else { return .gone }
        guard let old else { return new.closed == nil ? .opened : .closed }
        if (old.closed == nil) != (new.closed == nil) { return new.closed == nil ? .reopened : .closed }
        return details(old, new).isEmpty ? nil : .changed
    }

    private static func details(_ old: BundleIndex.FindingEntry?, _ new: BundleIndex.FindingEntry?)
        -> [String]
    {
        guard let new else { return ["the later bundle does not tell of it"] }
        guard let old else { return ["raised on \(new.raised)"] + closing(nil, new.closed) }
        let steps: [(String, String?, String?)] = [
            ("correction", old.correction, new.correction), ("cause", old.cause, new.cause),
            ("action", old.action, new.action), ("statement", old.statement, new.statement),
        ]
        return steps.filter { $0.1 != $0.2 }.map { "\($0.1 == nil ? "new" : "another") \($0.0)" }
            + moved("state", old.state, new.state) + moved("due", old.due?.description, new.due?.description)
            + moved("grade", old.grade.rawValue, new.grade.rawValue)
            + moved(
                "evidence", old.evidence.sorted().joined(separator: ", "),
                new.evidence.sorted().joined(separator: ", "))
            + closing(old.closed, new.closed)
    }

    private static func closing(_ old: Day?, _ new: Day?) -> [String] {
        old == new ? [] : [new.map { "closed on \($0)" } ?? "open again"]
    }

    private static func moved(_ fact: String, _ old: String?, _ new: String?) -> [String] {
        let words = [old, new].map { ($0 ?? "").isEmpty ? "none" : $0 ?? "" }
        return old == new ? [] : ["\(fact): \(words[1]), was \(words[0])"]
    }
}
