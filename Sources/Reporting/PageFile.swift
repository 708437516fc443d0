import Certification

/// A revision's file as the page shows it.
struct PageFile {
    let file: BundleIndex.FileEntry
    let item: BundleIndex.EvidenceEntry
    /// The most confidential level that was let into the bundle.
    let limit: Classification?

    /// The row of the item's table of files.
    var row: HTML {
        let renamed: HTML? =
            name.hasSuffix(file.originalName) ? nil : " <small>was <bdi>\(file.originalName)</bdi></small>"
        let absence: HTML? = absence.map { " <em>not here: \($0)</em>" }
        let label: HTML? = file.label.map { " <small>“<bdi>\($0)</bdi>”</small>" }
        return """
            <tr><th scope="row">\(mention)\(renamed)\(absence)</th><td>\(file.revision)\(label)</td><td>\(time)</td>\
            <td><span>\(file.received.description)</span></td><td>\(FileSize.text(file.size))</td>\
            <td><code title="\(file.fingerprint.hex)">\(file.fingerprint.short)</code></td></tr>

            """
    }

    private var time: HTML {
        let period: HTML? = file.period.map { "<small>covers</small> <span>\($0.description)</span>" }
        let effective: HTML? = file.effective.map {
            " <small>in force from</small> <span>\($0.description)</span>"
        }
        return "\(period)\(effective)"
    }

    /// The name with a link to the file where it is in the bundle.
    var mention: HTML {
        guard let href = file.path.flatMap({ PageLink.href(toBundlePath: $0) }) else {
            return "<bdi>\(name)</bdi>"
        }
        return "<a class=\"file\" href=\"\(href)\"><bdi>\(name)</bdi></a>"
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
        case .otherPart: file.part.map { "in part \($0) of this bundle" } ?? "in another part of this bundle"
        case .withheld: "withheld: " + withheldBecause
        }
    }

    private var withheldBecause: String {
        let level = item.classification.map { "classified \($0.rawValue)" } ?? "no classification"
        return level + (limit.map { "; this bundle goes up to \($0.rawValue)" } ?? "")
    }
}
