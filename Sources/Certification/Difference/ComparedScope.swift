/// What two bundles cover, and so why an item is in one of them only.
struct ComparedScope {
    private let positions: [String: Int]
    private let leftOutBefore: [String: String]
    private let leftOutNow: [String: String]
    private let retired: [String: String]
    let level: Classification?

    init(_ before: BundleIndex, _ after: BundleIndex, _ retired: [String: String]) {
        positions = Dictionary(
            after.clauses.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
        leftOutBefore = Self.leftOut(before)
        leftOutNow = Self.leftOut(after)
        self.retired = retired
        level = after.classificationUpTo
    }

    private static func leftOut(_ index: BundleIndex) -> [String: String] {
        Dictionary(
            index.audit?.leftOut.map { ($0.evidence, $0.text) } ?? [], uniquingKeysWith: { first, _ in first }
        )
    }

    /// Numbers in the order of the standard.
    func ordered(_ clauses: Set<String>) -> [String] {
        clauses.sorted { one, other in
            let places = (positions[one] ?? .max, positions[other] ?? .max)
            return places.0 == places.1 ? one < other : places.0 < places.1
        }
    }

    /// An item of which the earlier bundle tells nothing.
    func arrival(of item: BundleIndex.EvidenceEntry) -> ItemDifference {
        let held = FilesInForce(item)
        let why =
            if held.areWithheld { "withheld" } else if held.files.isEmpty {
                "no file of it is in force"
            } else { held.files.named }
        let earlier = leftOutBefore[item.id].map { "left out of the earlier bundle: \($0)" }
        return ItemDifference(
            item.id, item.title, .new, details: [why, earlier].compactMap(\.self),
            linked: ordered(Set(item.links.map(\.clause))))
    }

    /// An item of which the later bundle tells nothing.
    func departure(of item: BundleIndex.EvidenceEntry) -> ItemDifference {
        ItemDifference(
            item.id, item.title, .gone, details: [reason(item)],
            unlinked: ordered(Set(item.links.map(\.clause))))
    }

    private func reason(_ item: BundleIndex.EvidenceEntry) -> String {
        if let reason = retired[item.id] { return "retired: \(reason)" }
        if let text = leftOutNow[item.id] { return "left out: \(text)" }
        if !item.links.contains(where: { positions[$0.clause] != nil }) {
            return "the later bundle does not cover its clauses"
        }
        return retired.isEmpty
            ? "retired, or no longer linked to the standard" : "no longer linked to the standard"
    }
}

extension [BundleIndex.FileEntry] {
    /// `revision 3`, `revisions 3 and 4`; records by the time that they speak of.
    var named: String {
        let names = map { $0.period.map { "\($0)" } ?? "revision \($0.revision)" }
        guard count > 1, allSatisfy({ $0.period == nil }) else { return names.joined(separator: ", ") }
        return "revisions " + map { "\($0.revision)" }.joined(separator: ", ")
    }
}
