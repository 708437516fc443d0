import Certification

/// What a bundle is asked to hold: by the options of a command, or as an earlier bundle did.
struct PackScope {
    let standard: String?
    let clauses: [String]
    let audit: String?
    let on: Day?
    let classificationUpTo: Classification?

    init(_ command: PackCommand) {
        standard = command.standard
        clauses = command.clauses
        audit = command.audit
        on = command.on
        classificationUpTo = command.classificationUpTo
    }

    /// What an earlier bundle was asked to hold, judged on another day. An audit names its clauses itself.
    init(of index: BundleIndex, on day: Day?) {
        standard = index.standard.id
        clauses = index.audit == nil ? index.onlyClauses ?? [] : []
        audit = index.audit?.id
        on = day
        classificationUpTo = index.classificationUpTo
    }
}
