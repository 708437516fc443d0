/// What was changed of an item's facts, in words: `owner: Quality manager -> Head of operations`.
public enum EvidenceDifference {
    /// One part for each fact that differs, in a fixed order; empty when nothing does.
    public static func parts(from old: Evidence, to new: Evidence) -> [String] {
        let facts: [(String, (Evidence) -> String?)] = [
            ("title", { $0.title }), ("kind", { $0.kind.rawValue }), ("owner", { $0.owner }),
            ("classification", { $0.classification?.rawValue }),
            ("review every", { $0.reviewEvery?.description }),
            ("review", { $0.reviewOn?.description }), ("expires", { $0.expires?.description }),
            ("retain", { $0.retain?.description }),
            ("tags", { $0.tags.isEmpty ? nil : $0.tags.joined(separator: " ") }), ("note", { $0.note }),
            ("location", { $0.location }),
        ]
        return facts.compactMap { name, value in
            let (before, after) = (value(old), value(new))
            return before == after ? nil : "\(name): \(before ?? "none") -> \(after ?? "none")"
        }
    }
}
