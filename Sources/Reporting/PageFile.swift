import Certification

/// A revision's file as the page shows it.
struct PageFile {
    let file: BundleIndex.FileEntry
    let item: BundleIndex.EvidenceEntry
    /// The most confidential level that was let into the bundle.
    let limit: Classification?
    /// The name in the bundle or, without a file there, the name that the file had.
    private let name: String
    /// Where a link to it leads; nil where it is not in the bundle.
    let href: String?

    init(file: BundleIndex.FileEntry, item: BundleIndex.EvidenceEntry, limit: Classification?) {
        (self.file, self.item, self.limit) = (file, item, limit)
        name = file.path.flatMap { PageLink.segments(of: $0).last } ?? file.originalName
        href = file.path.flatMap { PageLink.href(toBundlePath: $0) }
    }

    /// The file with its facts, as a line of the item.
    var line: HTML {
        let renamed: HTML? = name.hasSuffix(file.originalName) ? nil : " was \(isolated: file.originalName)"
        let absence: HTML? = absence.map { " · <em>not here: \($0)</em>" }
        let label: HTML? = file.label.map { " “\(isolated: $0)”" }
        return """
            <p class="file">\(mention)\(renamed)\(absence) · revision \(file.revision)\(label)\(time) · \
            received \(file.received.description) · \(FileSize.text(file.size)) · checksum \(file.fingerprint.short)</p>
            """
    }

    private var time: HTML {
        let period: HTML? = file.period.map { " · covers \($0.description)" }
        let effective: HTML? = file.effective.map { " · in force from \($0.description)" }
        return "\(period)\(effective)"
    }

    /// The name with a link to the file where it is in the bundle.
    var mention: HTML {
        guard let href else { return "\(isolated: name)" }
        return "<a class=\"file\" href=\"\(href)\">\(isolated: name)</a>"
    }

    /// Why the file is not in the bundle, as a sentence; nil where it is.
    var absence: String? {
        switch file.absence {
        case nil: nil
        case .superseded: "superseded by a later revision"
        case .notInForce: file.effective.map { "takes effect only on \($0)" } ?? "not in force on the day"
        case .beforeWindow: "of a time before the window of the audit"
        case .otherPart: file.part.map { "in part \($0) of this bundle" } ?? "in another part of this bundle"
        case .withheld: "withheld: " + withheldBecause
        }
    }

    private var withheldBecause: String {
        let level = item.classification.map { "classified \($0.rawValue)" } ?? "no classification"
        return level + (limit.map { "; this bundle goes up to \($0.rawValue)" } ?? "")
    }
}
