import Certification

/// What of an item may be told to the reader of a bundle.
struct Disclosure {
    static let hidden = "(withheld)"

    /// The item with what may be told of it.
    let evidence: Evidence
    let isWithheld: Bool
    private let hidesNames: Bool

    /// The title of a withheld item is told, unless the item is restricted: then its very name may be too much.
    init(_ evidence: Evidence, upTo level: Classification?) {
        let classification = evidence.classification ?? BundleAssembly.unclassified
        isWithheld = level.map { classification > $0 } ?? false
        hidesNames = isWithheld && classification == .restricted
        var told = evidence
        if isWithheld { told.note = nil }
        if hidesNames { told.title = Self.hidden }
        self.evidence = told
    }

    func link(_ link: Link) -> BundleIndex.LinkEntry {
        BundleIndex.LinkEntry(
            evidence: link.evidence, clause: link.clause.number, locator: isWithheld ? nil : link.locator,
            note: isWithheld ? nil : link.note)
    }

    func revision(_ revision: Revision) -> Revision {
        guard hidesNames else { return revision }
        return Revision(
            number: revision.number, fingerprint: revision.fingerprint, size: revision.size,
            mediaType: revision.mediaType, originalName: Self.hidden, label: revision.label,
            effective: revision.effective, period: revision.period, received: revision.received)
    }
}
