import ArgumentParser
import Certification

/// What can be said of an audit, planned or held.
struct AuditOptions: ParsableArguments {
    @Option(
        name: .customLong("certificate"),
        help: ArgumentHelp(
            "A certificate that an external audit is about; may be repeated.", valueName: "cert"))
    var certificates: [String] = []

    @Option(
        name: .customLong("standard"),
        help: ArgumentHelp(
            "A standard that an internal audit or a review is about; may be repeated.",
            valueName: "standard"))
    var standards: [String] = []

    @Option(
        name: .customLong("auditor"), help: ArgumentHelp("Who looks; may be repeated.", valueName: "name"))
    var auditors: [String] = []

    @Option(help: "How it is held.")
    var mode: AuditMode?

    @Option(
        name: .customLong("clause"),
        help: ArgumentHelp(
            "A clause that it looks at, a heading with all below it, all or none; may be repeated.",
            valueName: "clause"))
    var clauses: [String] = []

    @Option(
        name: .customLong("site"),
        help: ArgumentHelp("A site that it looks at; may be repeated.", valueName: "site"))
    var sites: [String] = []

    @Option(help: "A remark.")
    var note: String?

    var isEmpty: Bool {
        certificates.isEmpty && standards.isEmpty && auditors.isEmpty && mode == nil && clauses.isEmpty
            && sites.isEmpty && note == nil
    }

    func validate() throws {
        for auditor in auditors { try refuseEmpty(auditor, "--auditor") }
        for site in sites { try refuseEmpty(site, "--site") }
        if clauses.count > 1, clauses.contains(where: { ["all", "none"].contains($0) }) {
            throw ValidationError("--clause all and --clause none stand alone")
        }
    }

    /// Why this cannot be said of an audit of a kind; nil where it can.
    func objection(to kind: AuditKind) -> String? {
        if kind.isExternal, !standards.isEmpty {
            return
                "--standard goes with an internal audit or a management review; \(kind.article) is about certificates"
        }
        if !kind.isExternal, !certificates.isEmpty {
            return "--certificate goes with an external audit; \(kind.article) is about standards"
        }
        return nil
    }
}

/// What can be said only of an audit that was held.
struct AuditResultOptions: ParsableArguments {
    @Option(
        name: .customLong("report"),
        help: ArgumentHelp("Its report, an item of evidence; may be repeated.", valueName: "id"))
    var reports: [String] = []

    @Flag(
        inversion: .prefixedNo,
        help: "Whether the body counts a special audit as surveillance; otherwise as its profile says.")
    var countsAsSurveillance: Bool?

    var isEmpty: Bool { reports.isEmpty && countsAsSurveillance == nil }

    /// Why this cannot be said of an audit of a kind; nil where it can.
    func objection(to kind: AuditKind) -> String? {
        countsAsSurveillance != nil && kind != .special
            ? "--counts-as-surveillance goes with a special audit, not with \(kind.article)" : nil
    }
}

extension AuditKind {
    /// `internal audit`, `surveillance`, `recertification audit`
    var title: String {
        switch self {
        case .internal, .recertification, .special, .transfer: "\(words) audit"
        case .managementReview, .stage1, .stage2, .surveillance: words
        }
    }

    /// `an internal audit`, `a surveillance`
    var article: String { (self == .internal ? "an " : "a ") + title }
}
