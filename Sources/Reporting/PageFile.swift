import Certification

/// A revision's file as the page shows it.
struct PageFile {
    let file: BundleIndex.FileEntry
    let item: BundleIndex.EvidenceEntry
    /// The most confidential level that was let into the bundle.
    let limit: Classification?

    /// The row of the item's table of files.
    var row: TemplateValues {
        mention.merging(
            [
                "renamed": (name.hasSuffix(file.originalName) ? nil : file.originalName).forTemplate,
                "size": FileSize.text(file.size),
                "revision": file.revision,
                "label": file.label.forTemplate,
                "effective": (file.effective?.description).forTemplate,
                "period": (file.period?.description).forTemplate,
                "received": file.received.description,
                "short": file.fingerprint.short,
                "whole": file.fingerprint.hex,
                "absence": absence.forTemplate,
            ], uniquingKeysWith: { mine, _ in mine })
    }

    /// The name with a link to the file where it is in the bundle.
    var mention: TemplateValues {
        let href = file.path.flatMap { PageLink.href(toBundlePath: $0) }
        return ["present": href != nil, "href": href ?? "", "name": name]
    }

    /// The name in the bundle or, without a file there, the name that the file had.
    private var name: String {
        file.path.flatMap { PageLink.segments(of: $0).last } ?? file.originalName
    }

    /// Why the file is not in the bundle, as a sentence; nil where it is.
    var absence: String? {
        switch file.absence {
        case nil: nil
        case .superseded: "superseded by a later revision"
        case .notInForce: file.effective.map { "takes effect only on \($0)" } ?? "not in force on the day"
        case .beforeWindow: "of a time before the window of the audit"
        case .withheld: "withheld: " + withheldBecause
        }
    }

    private var withheldBecause: String {
        let level = item.classification.map { "classified \($0.rawValue)" } ?? "no classification"
        return level + (limit.map { "; this bundle goes up to \($0.rawValue)" } ?? "")
    }
}
