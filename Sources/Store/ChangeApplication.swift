import Certification
import GRDB

import class Foundation.JSONEncoder

/// Applies a change to the tables. Deterministic: the same changes in the same order give the same tables.
struct ChangeApplication {
    let database: Database
    /// The sequence of the journal entry that tells of the change.
    let entry: Int

    func apply(_ change: Change) throws {
        switch change {
        case .registerCreated(let organization): try create(organization)
        case .standardAdded(let catalogue): try add(catalogue)
        case .evidenceAdded(let evidence): try add(evidence)
        case .evidenceEdited(let evidence): try edit(evidence)
        case .revisionAdded(let id, let revision): try add(revision, to: id)
        case .sourceFound(let id, let revision, let source): try record(source, of: revision, id)
        case .linked(let link): try add(link)
        case .unlinked(let id, let clause): try unlink(id, clause)
        case .retired(let id, let reason): try setRetired(reason, id)
        case .reinstated(let id, _): try setRetired(nil, id)
        case .linkReviewed(let id, let review): try record(review, of: id)
        case .reviewWithdrawn(let id, let clause, _): try withdrawReview(of: id, clause)
        case .approved(let id, let approval): try record(approval, of: id)
        case .approvalWithdrawn(let id, let revision, _): try withdrawApproval(of: id, revision)
        case .assessed(let assessment): try record(assessment)
        case .assessmentWithdrawn(let clause, _): try withdrawAssessment(of: clause)
        case .controlStated(let control): try record(control)
        case .creditNoted(let note): try record(note)
        case .creditWithdrawn(let clause, let from, _): try withdrawCredit(of: clause, from: from)
        case .bundlePacked(let packing): try record(packing)
        case .cycle(let change): try apply(change)
        }
    }

    func run(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// Runs a statement that must change a row: an item that is not there cannot be edited.
    func change(_ id: String, _ sql: String, _ arguments: StatementArguments) throws {
        try run(sql, arguments)
        if database.changesCount == 0 { throw RegisterError.unknownEvidence(id, nearest: []) }
    }

    private func create(_ organization: String) throws {
        try run("INSERT INTO register (single, organization) VALUES (1, ?)", [organization])
    }

    private func add(_ catalogue: Catalogue) throws {
        let standard = catalogue.standard
        try run(
            """
            INSERT INTO standard (id, designation, title, edition, published, amendments, status, successor,
                entry, focus, audience, excludable, exclusions, controls, maintain, retain)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET
                designation = excluded.designation, title = excluded.title, edition = excluded.edition,
                published = excluded.published, amendments = excluded.amendments, status = excluded.status,
                successor = excluded.successor, entry = excluded.entry, focus = excluded.focus,
                audience = excluded.audience, excludable = excluded.excludable,
                exclusions = excluded.exclusions, controls = excluded.controls,
                maintain = excluded.maintain, retain = excluded.retain
            """,
            [
                standard.id, standard.designation, standard.title, standard.edition, standard.published,
                standard.amendments, standard.status, standard.successor, entry, standard.focus,
                standard.audience, standard.excludable?.joined(separator: ","), standard.exclusions,
                standard.controls, catalogue.answers?.maintain.joined, catalogue.answers?.retain.joined,
            ])
        for (position, clause) in catalogue.clauses.enumerated() {
            try add(clause, at: position, of: standard.id)
            try run(
                """
                UPDATE link SET clause_changed = (edition IS NOT NULL AND edition <> ?)
                WHERE standard = ? AND clause = ?
                """,
                [ClauseEdition.text(of: clause, in: standard), standard.id, clause.number])
        }
        // A foreign key refuses to lose a clause that evidence is linked to.
        let numbers = String(
            decoding: try JSONEncoder().encode(catalogue.clauses.map(\.number)), as: UTF8.self)
        try run(
            "DELETE FROM clause WHERE standard = ? AND number NOT IN (SELECT value FROM json_each(?))",
            [standard.id, numbers])
    }

    private func add(_ clause: Clause, at position: Int, of standard: String) throws {
        try run(
            """
            INSERT INTO clause VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (standard, number) DO UPDATE SET
                position = excluded.position, title = excluded.title, parent = excluded.parent,
                requirement = excluded.requirement, demands = excluded.demands, note = excluded.note,
                kinds = excluded.kinds, title_sources = excluded.title_sources
            """,
            [
                standard, clause.number, position, clause.title, clause.parent, clause.isRequirement,
                clause.demands.map(\.rawValue).joined(separator: "+"), clause.note,
                clause.typicalKinds.joined, clause.titleSources,
            ])
    }

    private func add(_ evidence: Evidence) throws {
        try run(
            """
            INSERT INTO evidence (id, title, kind, owner, classification, review_every, review_on, expires,
                retain, note, location, entry) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [evidence.id] + facts(of: evidence) + [entry])
        try addTags(of: evidence)
        if let number = EvidenceIdentifier.number(of: evidence.id) {
            try run("UPDATE register SET last_generated = max(last_generated, ?)", [number])
        }
    }

    private func edit(_ evidence: Evidence) throws {
        try change(
            evidence.id,
            """
            UPDATE evidence SET title = ?, kind = ?, owner = ?, classification = ?, review_every = ?,
                review_on = ?, expires = ?, retain = ?, note = ?, location = ? WHERE id = ?
            """,
            facts(of: evidence) + [evidence.id])
        try run("DELETE FROM evidence_tag WHERE evidence = ?", [evidence.id])
        try addTags(of: evidence)
    }

    private func facts(of evidence: Evidence) -> StatementArguments {
        [
            evidence.title, evidence.kind, evidence.owner, evidence.classification, evidence.reviewEvery,
            evidence.reviewOn, evidence.expires, evidence.retain, evidence.note, evidence.location,
        ]
    }

    private func addTags(of evidence: Evidence) throws {
        for tag in Set(evidence.tags).sorted() {
            try run("INSERT INTO evidence_tag VALUES (?, ?)", [evidence.id, tag])
        }
    }

    private func add(_ revision: Revision, to id: String) throws {
        try run(
            "INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                id, revision.number, revision.fingerprint, revision.size, revision.mediaType,
                revision.originalName, revision.label, revision.effective, revision.period?.first,
                revision.period?.last, revision.received, entry, revision.openPlaces, revision.source,
            ])
        // A content that somebody looked at earlier is still looked at.
        try run(
            "UPDATE link SET reviewed_revision = ? WHERE evidence = ? AND reviewed = ?",
            [revision.number, id, revision.fingerprint])
    }

    private func record(_ source: String, of revision: Int, _ id: String) throws {
        try change(
            id, "UPDATE revision SET source = ? WHERE evidence = ? AND number = ?", [source, id, revision])
    }

    private func add(_ link: Link) throws {
        try run(
            """
            INSERT OR REPLACE INTO link (evidence, standard, clause, locator, note, reviewed, entry, edition,
                answers, reviewed_by, reviewed_on, suggested, reviewed_revision)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, \(Self.latestRevision))
            """,
            [
                link.evidence, link.clause.standard, link.clause.number, link.locator, link.note,
                link.reviewed, entry, link.edition,
                link.answers.map { $0.map(\.rawValue).joined(separator: "+") }, link.reviewedBy,
                link.reviewedOn, link.isSuggested,
            ])
    }

    /// The number of the item's latest revision with the content that was looked at; 0 when there is none.
    static let latestRevision =
        "coalesce((SELECT max(number) FROM revision WHERE evidence = ?1 AND fingerprint = ?6), 0)"

    private func unlink(_ id: String, _ clause: ClauseReference) throws {
        try change(
            id, "DELETE FROM link WHERE evidence = ? AND standard = ? AND clause = ?",
            [id, clause.standard, clause.number])
    }

    private func setRetired(_ reason: String?, _ id: String) throws {
        try change(id, "UPDATE evidence SET retired = ? WHERE id = ?", [reason, id])
    }
}

extension [EvidenceKind] {
    /// As a column holds a list of kinds.
    fileprivate var joined: String { map(\.rawValue).joined(separator: ",") }
}
