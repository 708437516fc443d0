import Certification
import GRDB

/// Certificates, audits, findings and roads.
extension ChangeApplication {
    func apply(_ change: CycleChange) throws {
        switch change {
        case .certificateStated(let certificate): try state(certificate)
        case .eventRecorded(let id, let event): try record(event, of: id)
        case .eventWithdrawn(let id, let number, let reason): try withdrawEvent(of: id, number, reason)
        case .auditStated(let audit): try state(audit)
        case .findingRaised(let facts): try raise(facts)
        case .findingAdvanced(let id, let step): try advance(id, step)
        case .roadPlanned(let road): try plan(road)
        case .snoozed(let snooze): try record(snooze)
        }
    }

    private func state(_ certificate: Certificate) throws {
        try run(
            """
            INSERT INTO certificate (id, standard, body, number, scope, sites, profile, continues)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET
                standard = excluded.standard, body = excluded.body, number = excluded.number,
                scope = excluded.scope, sites = excluded.sites, profile = excluded.profile,
                continues = excluded.continues
            """,
            [
                certificate.id, certificate.standard, certificate.body, certificate.number, certificate.scope,
                try JSONColumn.text(certificate.sites), try JSONColumn.text(certificate.profile),
                certificate.continues,
            ])
    }

    private func record(_ event: CertificateEvent, of id: String) throws {
        try run(
            """
            INSERT INTO certificate_event (certificate, number, kind, day, expiry, months, target, note)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                id, event.number, event.kind.rawValue, event.on, event.expiry, event.months, event.to,
                event.note,
            ])
    }

    private func withdrawEvent(of id: String, _ number: Int, _ reason: String) throws {
        try run(
            "UPDATE certificate_event SET withdrawn = ? WHERE certificate = ? AND number = ?",
            [reason, id, number])
        if database.changesCount == 0 {
            throw RegisterError.unknown(what: "event", id: "\(id) \(number)", nearest: [])
        }
    }

    private func state(_ audit: Audit) throws {
        for table in ["audit_certificate", "audit_standard", "audit_clause"] {
            try run("DELETE FROM \(table) WHERE audit = ?", [audit.id])
        }
        try run(
            """
            INSERT INTO audit (id, kind, state, first, last, mode, counts, auditors, sites, reports, note)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET
                kind = excluded.kind, state = excluded.state, first = excluded.first, last = excluded.last,
                mode = excluded.mode, counts = excluded.counts, auditors = excluded.auditors,
                sites = excluded.sites, reports = excluded.reports, note = excluded.note
            """,
            [
                audit.id, audit.kind.rawValue, audit.state.rawValue, audit.period.first, audit.period.last,
                audit.mode?.rawValue, audit.countsAsSurveillance, try JSONColumn.text(audit.auditors),
                try JSONColumn.text(audit.sites), try JSONColumn.text(audit.reports), audit.note,
            ])
        for id in Set(audit.certificates) {
            try run("INSERT INTO audit_certificate VALUES (?, ?)", [audit.id, id])
        }
        for id in Set(audit.standards) {
            try run("INSERT INTO audit_standard VALUES (?, ?)", [audit.id, id])
        }
        for clause in Set(audit.clauses) {
            try run(
                "INSERT INTO audit_clause VALUES (?, ?, ?)", [audit.id, clause.standard, clause.number])
        }
    }

    private func raise(_ facts: FindingFacts) throws {
        try run(
            "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                facts.id, facts.grade.rawValue, facts.audit, facts.clause?.standard, facts.clause?.number,
                facts.statement, facts.by, facts.on, facts.owner, facts.due, facts.origin?.index,
                facts.origin?.number, try facts.origin.map { try JSONColumn.text($0.evidence) },
            ])
    }

    private func advance(_ id: String, _ step: FindingStep) throws {
        try run(
            "INSERT INTO finding_step VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                id, step.number, step.kind.rawValue, step.text, step.by, step.on, step.due, step.owner,
                try JSONColumn.text(step.evidence), step.isEffective,
            ])
    }

    private func record(_ snooze: Snooze) throws {
        try run("DELETE FROM snooze WHERE item = ?", [snooze.item])
        guard let until = snooze.until else { return }
        try run("INSERT INTO snooze VALUES (?, ?, ?)", [snooze.item, until, snooze.by])
    }

    private func plan(_ road: RoadPlan) throws {
        try run("DELETE FROM road WHERE standard = ?", [road.standard])
        try run("INSERT INTO road VALUES (?, ?)", [road.standard, try JSONColumn.text(road.items)])
    }
}
