import Certification
import Reporting

/// A certificate as people read it.
extension CertificatePage {
    func show(_ console: Console) throws {
        try console.say("\(certificate.id)  \(designation), \(certificate.body)", .strong)
        for (name, value) in facts {
            if let value { try console.say("  \(TerminalText.padded(name, to: 9)) \(value)") }
        }
        try showEvents(console)
        console.tell("Next: dossier cycle show \(certificate.id)")
    }

    private var facts: [(String, String?)] {
        let settings = certificate.profile.settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return [
            ("state", standing + (day.description.isEmpty ? "" : " (on \(day))")),
            ("number", certificate.number),
            ("scope", certificate.scope),
            ("sites", certificate.sites.isEmpty ? nil : certificate.sites.joined(separator: ", ")),
            ("sample", siteSample.map(words)),
            ("profile", ([certificate.profile.name] + settings).joined(separator: " ")),
            ("issued", issued?.description), ("continues", certificate.continues),
            ("expiry", cycles.last.map(expiry)),
        ]
    }

    private func words(_ sample: SiteSample) -> String {
        "of \(certificate.sites.count) sites \(sample.initial) initially, \(sample.surveillance) in surveillance, \(sample.recertification) in recertification (MS-1)"
    }

    private func expiry(_ cycle: Cycle) -> String {
        let other = cycle.otherExpiry.map { ", by another reading \($0)" } ?? ""
        guard let printed = cycle.printedExpiry else {
            return "\(cycle.computedExpiry) computed\(other); none is recorded"
        }
        return printed == cycle.computedExpiry
            ? "\(printed) printed, as computed"
            : "\(printed) printed; computed \(cycle.computedExpiry)\(other)"
    }

    private func showEvents(_ console: Console) throws {
        guard !events.isEmpty else {
            return try console.say(
                "  nothing recorded yet; dossier certificate record \(certificate.id) EVENT --on DAY")
        }
        try console.say("  what happened")
        var table = TextTable(columns: [.init("no"), .init("day"), .init("what")], titled: false, indent: 4)
        table.rows = events.map {
            [
                $0.reference, $0.first == $0.last ? "\($0.first)" : "\($0.first)..\($0.last)", $0.summary,
            ]
        }
        try console.table(table)
    }
}
