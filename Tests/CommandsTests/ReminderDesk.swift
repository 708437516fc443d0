import Certification
import Dispatch
import Testing

extension Desk {
    /// A procedure to be reviewed by 2026-11-30 and a contract that ends on 2027-02-28. 2026-11-30 is a Monday.
    static func withDates() throws -> Desk {
        let desk = try Desk.withRegister()
        for name in ["a.md", "b.md"] { try desk.write(name, name) }
        desk.run(
            "add", "a.md", "--id", "PRO-1", "--title", "Incident procedure", "--kind", "procedure",
            "--clause", "8.6.1", "--owner", "Service desk lead", "--effective", "2025-11-30",
            "--review-every", "12m"
        ).expect()
        desk.run(
            "add", "b.md", "--id", "CON-1", "--title", "Contract, hosting", "--kind", "contract", "--clause",
            "8.3.4.1", "--owner", "Supplier manager", "--expires", "2027-02-28"
        ).expect()
        return desk
    }

    /// Records the certificate NW-1 with its decision of 2026-05-14; the first surveillance is due by 2027-05-14.
    func certify() {
        run(
            "certificate", "add", "--id", "NW-1", "--standard", "20000-1", "--body", "BSI", "--scope",
            "Hosting"
        ).expect()
        run("certificate", "record", "NW-1", "decision", "--on", "2026-05-14", "--expiry", "2029-05-13")
            .expect()
    }

    /// What is told on each of some days in a row, as a scheduler would find it.
    func told(from first: String, days: Int, _ more: String...) -> String {
        let start = Day(first) ?? Day(ordinal: 0)
        let runs = (0..<days).map { offset in
            let day = start.adding(days: offset).description
            let answer = run(["remind"] + more, today: day)
            answer.expect()
            return answer.shown.isEmpty ? "" : "\(day)\n\(answer.shown)"
        }
        return runs.joined()
    }

    /// Lets `config.yaml` address mail: the service desk has an address of its own.
    func addressMail() throws {
        try write(
            ".dossier/config.yaml",
            """
            mail:
              from: dossier@example.com
              to: quality@example.com
              owners:
                service desk lead: desk@example.com

            """)
    }

    /// As `run`, on a thread of its own: a command that is waited for needs those that all tasks share.
    func runAlone(
        on day: String = "2026-11-22", _ arguments: String..., environment: [String: String] = [:]
    ) async -> Answer {
        let noon = Timestamp(seconds: (Day(day)?.ordinal ?? 0) * 86_400 + 43_200)
        return await withCheckedContinuation { continuation in
            DispatchQueue(label: "desk").async {
                continuation.resume(
                    returning: self.run(arguments, today: day, environment: environment, now: noon))
            }
        }
    }
}
