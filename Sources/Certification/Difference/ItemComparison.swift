/// An item of which both bundles tell.
struct ItemComparison {
    private let before: BundleIndex.EvidenceEntry
    private let after: BundleIndex.EvidenceEntry
    private let old: FilesInForce
    private let new: FilesInForce
    private let scope: ComparedScope

    init(_ before: BundleIndex.EvidenceEntry, _ after: BundleIndex.EvidenceEntry, _ scope: ComparedScope) {
        self.before = before
        self.after = after
        old = FilesInForce(before)
        new = FilesInForce(after)
        self.scope = scope
    }

    var difference: ItemDifference {
        let (then, now) = (Set(before.links.map(\.clause)), Set(after.links.map(\.clause)))
        let (linked, unlinked) = (now.subtracting(then), then.subtracting(now))
        let others = linkDetails(linked, unlinked) + factDetails
        let (outcome, detail) = content ?? (others.isEmpty ? .unchanged : .changed, nil)
        return ItemDifference(
            after.id, after.title, outcome, details: [detail].compactMap(\.self) + others,
            linked: scope.ordered(linked), unlinked: scope.ordered(unlinked))
    }

    /// What became of its files; nil where the reader sees the same content.
    private var content: (ItemDifference.Outcome, String?)? {
        if new.files.isEmpty != old.files.isEmpty {
            return new.files.isEmpty
                ? (.gone, "no file of it is in force any more") : (.new, "its first file: \(new.files.named)")
        }
        if old.areShown != new.areShown { return new.areShown ? (.new, hidden(old)) : (.gone, hidden(new)) }
        let (added, removed) = (new.missing(in: old), old.missing(in: new))
        if added.isEmpty, removed.isEmpty { return nil }
        if removed.isEmpty { return (.replaced, "added: \(added.named)") }
        if added.isEmpty { return (.replaced, "no longer in force: \(removed.named)") }
        let verb = added.count == 1 ? "replaces" : "replace"
        return (.replaced, "\(added.named) \(verb) \(removed.named)")
    }

    /// Why one of the bundles does not hold what is in force.
    private func hidden(_ files: FilesInForce) -> String {
        let isNow = !new.areShown
        guard files.areWithheld else {
            return
                "\(isNow ? "its records are" : "its records were") of a time before the window of the audit"
        }
        guard isNow else { return "was withheld" }
        return "withheld now" + (scope.level.map { ": the bundle goes up to \($0.rawValue)" } ?? "")
    }

    private func linkDetails(_ linked: Set<String>, _ unlinked: Set<String>) -> [String] {
        let added = scope.ordered(linked).joined(separator: ", ")
        let removed = scope.ordered(unlinked).joined(separator: ", ")
        return [
            added.isEmpty ? nil : "linked to \(added)", removed.isEmpty ? nil : "unlinked from \(removed)",
        ]
        .compactMap(\.self) + places
    }

    /// Links that point to another place in the document. Of a withheld item they are not told.
    private var places: [String] {
        guard !isHidden else { return [] }
        let then = Dictionary(before.links.map { ($0.clause, $0) }, uniquingKeysWith: { first, _ in first })
        let moved = Dictionary(after.links.map { ($0.clause, $0) }, uniquingKeysWith: { first, _ in first })
            .filter { clause, link in
                then[clause].map { $0.locator != link.locator || $0.note != link.note } ?? false
            }
        return scope.ordered(Set(moved.keys)).map { clause in
            guard let now = moved[clause], now.locator != then[clause]?.locator else {
                return "the note of its link to \(clause) is another one"
            }
            return sentence("the place for \(clause)", then[clause]?.locator, now.locator) ?? ""
        }
    }

    private var isHidden: Bool { old.areWithheld || new.areWithheld }

    private var factDetails: [String] {
        let told = isHidden ? [] : [sentence("title", before.title, after.title), note]
        return
            (told + [
                sentence("kind", before.kind.rawValue, after.kind.rawValue),
                sentence("owner", before.owner, after.owner),
                sentence("classification", before.classification?.rawValue, after.classification?.rawValue),
                sentence("standing", before.standing.rawValue, after.standing.rawValue),
                sentence("review", before.reviewDue?.description, after.reviewDue?.description),
                sentence("expiry", before.expires?.description, after.expires?.description),
            ]).compactMap(\.self)
    }

    private var note: String? {
        before.note == after.note ? nil : "the note is another one"
    }

    /// `owner: Service desk lead, was nobody`; nil where nothing changed.
    private func sentence(_ fact: String, _ before: String?, _ after: String?) -> String? {
        before == after ? nil : "\(fact): \(after ?? "none"), was \(before ?? "none")"
    }
}
