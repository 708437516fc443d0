import Certification

/// The items that do not go along, a line for each reason.
struct AbsenceLines {
    /// Names that a line holds before it only counts.
    private static let most = 12

    let lines: [String]

    init(_ leftOut: [AuditChoice.LeftOut]) {
        lines = ["not-asked", "before-window", "no-clause"].compactMap { code in
            let items = leftOut.filter { $0.reason.code == code }
            guard let first = items.first else { return nil }
            let names = items.prefix(Self.most).map(Self.name).joined(separator: ", ")
            let more = items.count > Self.most ? ", and \(items.count - Self.most) more" : ""
            return "\(items.count) \(Self.words(first.reason)): \(names)\(more)"
        }
    }

    private static func name(_ item: AuditChoice.LeftOut) -> String {
        if case .beforeWindow(let last) = item.reason { return "\(item.evidence) (until \(last))" }
        return item.evidence
    }

    private static func words(_ reason: AuditAbsence) -> String {
        switch reason {
        case .notAsked: "not asked for by such an audit"
        case .beforeWindow: "without a record in the window"
        case .noClause: "named, but linked to no clause of the standard"
        }
    }
}
