import Certification
import Store

/// How the clauses and standards of a register are written in commands that somebody is to type: with the standard
/// where the register holds several, bare where it holds one.
struct RegisterNames {
    private let catalogues: [Catalogue]
    /// By the identifier of the standard: `20000-1`.
    private let short: [String: String]

    init(_ catalogues: [Catalogue]) {
        self.catalogues = catalogues
        let standards = catalogues.map(\.standard)
        short = Dictionary(
            zip(standards.map(\.id), StandardNames.short(standards)), uniquingKeysWith: { first, _ in first })
    }

    private var holdsSeveral: Bool { catalogues.count > 1 }

    /// `20000-1`
    func standard(_ id: String) -> String { short[id] ?? id }

    /// `8.6.1`, or `20000-1:8.6.1`
    func clause(_ clause: ClauseReference) -> String {
        holdsSeveral ? "\(standard(clause.standard)):\(clause.number)" : clause.number
    }

    /// `dossier gap`, or `dossier gap 20000-1`
    func gap(_ id: String) -> String { "dossier gap" + (holdsSeveral ? " \(standard(id))" : "") }

    /// `dossier cycle plan`, or `dossier cycle plan 20000-1`
    func road(_ id: String) -> String {
        "dossier cycle plan" + (holdsSeveral ? " \(standard(id))" : "")
    }

    /// How everything stands: `dossier gap`, or `dossier gap --all`
    var overview: String { holdsSeveral ? "dossier gap --all" : "dossier gap" }

    /// What to send when everything is ready: `dossier pack`, or `dossier pack --standard 20000-1`
    var pack: String {
        let first = catalogues.first.map { standard($0.standard.id) } ?? "STANDARD"
        return "dossier pack" + (holdsSeveral ? " --standard \(first)" : "")
    }

    /// A clause to begin with: `8.6.1` of those that carry requirements, or else the first; nil without a standard.
    var example: String? {
        let all = catalogues.flatMap { catalogue in catalogue.requirements.map(catalogue.reference) }
        return (all.first { $0.number == "8.6.1" } ?? all.first).map(clause)
    }
}

extension Session {
    /// How commands for the register of today are written, also where a past state of it was asked for.
    func registerNames() throws -> RegisterNames {
        RegisterNames(try register().read { try $0.catalogues() })
    }
}
