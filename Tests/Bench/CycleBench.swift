import Certification
import Store

/// The certificates of a large group over three cycles.
struct CycleBench {
    let tools: Tools
    let scale: Scale

    func rows() throws -> [Row] {
        let register = tools.path("cycles")
        try tools.dossier(["init", register, "--organization", "Bench", "--standard", "20000-1"])
        try tools.measure(
            CommandLine.arguments[0], ["--make-certificates", register, "\(scale.certificates)"])
        try tools.settle()
        var rows = [
            try row("cycle show --all", ["cycle", "show", "--all"], 0.3),
            try row("cycle show --all --format json", ["cycle", "show", "--all", "--format", "json"], nil),
            try row("certificate list", ["certificate", "list"], nil),
        ]
        rows[0].remark = "\(scale.certificates) certificates over nine years"
        try tools.remove("cycles")
        return rows
    }

    private func row(_ what: String, _ arguments: [String], _ seconds: Double?) throws -> Row {
        let runs = try (0..<scale.runs).map { _ in try tools.dossier(arguments, in: tools.path("cycles")) }
        return Row(what: what, measured: runs.median, target: seconds.map { .seconds($0) })
    }
}

/// Certificates with all that happens to them in nine years, made through the same door as every other.
enum ManyCertificates {
    private static let standard = "iso20000-1-2018"

    static func fill(_ folder: String, count: Int) throws {
        let register = try Register.open(at: RegisterLocation(folder: folder), lockWait: 5)
        try register.write(actor: "bench", time: Timestamp(seconds: 1_790_000_000)) { transaction in
            for number in 1...count {
                for change in changes(number) { try transaction.record(.cycle(change)) }
            }
        }
    }

    private static func changes(_ number: Int) -> [CycleChange] {
        let (id, start) = ("C-\(number)", Day(ordinal: 17_300 + number % 365))
        let certificate = Certificate(
            id: id, standard: standard, body: "Body \(number % 7)", number: "IT \(number)",
            scope: "Site \(number)")
        let audits: [(AuditKind, Int)] = [
            (.stage1, -60), (.stage2, -20), (.surveillance, 340), (.surveillance, 700),
            (.recertification, 1000),
            (.surveillance, 1430), (.surveillance, 1800), (.recertification, 2100), (.surveillance, 2540),
            (.surveillance, 2900),
        ]
        let events: [(CertificateEventKind, Int)] = [
            (.decision, 0), (.recertificationDecision, 1060), (.recertificationDecision, 2150),
        ]
        return [.certificateStated(certificate)]
            + audits.enumerated().compactMap { index, audit in
                let first = start.adding(days: audit.1)
                return Period(first, first.adding(days: 1)).map { period in
                    .auditStated(
                        Audit(
                            id: "A-\(number)-\(index)", kind: audit.0, state: .held, period: period,
                            certificates: [id], standards: [standard], auditors: ["Auditor \(number % 9)"]))
                }
            }
            + events.enumerated().map { index, event in
                .eventRecorded(
                    certificate: id,
                    CertificateEvent(number: index + 1, kind: event.0, on: start.adding(days: event.1)))
            }
    }
}
