import Certification
import Store

/// A register in which every kind of change has happened, some of them more than once.
enum RichRegister {
    static let time = Timestamp(seconds: 1_795_000_000)

    static func catalogue(_ id: String, _ numbers: [String], edition: String = "1") -> Catalogue {
        Catalogue(
            standard: Standard(
                id: id, designation: id.uppercased(), title: "Title of \(id)", edition: edition,
                published: "2020-01",
                amendments: "Amd 1", status: "current", successor: nil, focus: "f", audience: "a",
                excludable: ["8.2"], exclusions: "some", controls: "8"),
            clauses: numbers.map { number in
                Clause(
                    number: number, title: "Clause \(number)", parent: nil,
                    isRequirement: number.contains("."),
                    demands: number.contains(".") ? [.maintain, .retain] : [], note: "note",
                    typicalKinds: [.plan, .record],
                    titleSources: 2)
            },
            answers: edition == "1"
                ? nil : KindAnswers(maintain: [.procedure], retain: [.kpiExport, .record]))
    }

    static func create(in folder: TemporaryFolder) throws -> Register {
        let location = RegisterLocation(folder: folder.path)
        try Register.create(
            at: location, configuration: "# empty\n", actor: "qm", time: time,
            changes: [
                .registerCreated(organization: "ACME & \"Söhne\""),
                .standardAdded(catalogue("a-1", ["8", "8.1", "8.2"])),
            ])
        return try Register.open(at: location, lockWait: 1)
    }

    static func fill(_ register: Register, items: Int = 30) throws {
        try register.write(actor: "qm", time: time) { transaction in
            try transaction.record(.standardAdded(catalogue("b-1", ["4", "4.1"])))
            for number in 1...items { try fill(&transaction, number) }
            // A newer text of the same edition: a clause more, another demand.
            try transaction.record(
                .standardAdded(catalogue("a-1", ["8", "8.1", "8.2", "8.3"], edition: "2")))
            try decide(&transaction)
            for change in RichCycle.changes { try transaction.record(.cycle(change)) }
            for audit in [nil, "AU-1", "AU-1"] { try transaction.record(.bundlePacked(packing(audit))) }
        }
    }

    static func packing(_ audit: String?) -> BundlePacking {
        BundlePacking(
            id: Fingerprint(of: [2]), index: Fingerprint(of: [1]), standard: "a-1", day: Day(ordinal: 20_600),
            audit: audit, recipient: audit.map { "Body of \($0)" }, fileName: "b \"1\".zip", octets: 12_345,
            isSigned: audit != nil, isEncrypted: audit == nil)
    }

    private static func decide(_ transaction: inout RegisterTransaction) throws {
        let (day, here) = (Day(ordinal: 20_500), ClauseReference(standard: "a-1", number: "8.2"))
        for verdict in Verdict.allCases {
            try transaction.record(
                .assessed(Assessment(clause: here, verdict: verdict, by: "A. Berg", reason: "seen", on: day)))
        }
        let other = ClauseReference(standard: "b-1", number: "4.1")
        try transaction.record(
            .assessed(Assessment(clause: other, verdict: .gap, by: "A. Berg", reason: "not seen", on: day)))
        try transaction.record(.assessmentWithdrawn(clause: other, reason: "wrong site"))
        for (exclusion, owner) in [("no", nil), (nil, "Owner"), (nil, nil), ("none here", "CISO")]
            as [(String?, String?)]
        {
            try transaction.record(
                .controlStated(
                    ControlStatement(
                        clause: .init(standard: "a-1", number: "8.3"), exclusion: exclusion, inclusion: nil,
                        owner: owner)))
        }
        for from in [other, .init(standard: "b-1", number: "4")] {
            try transaction.record(
                .creditNoted(CreditNote(clause: here, from: from, missing: "half", by: "A. Berg", on: day)))
        }
        try transaction.record(.creditWithdrawn(clause: here, from: other, reason: "own now"))
    }

    /// Reviews, approvals and what takes them back, for some items.
    private static func look(_ transaction: inout RegisterTransaction, at id: String, _ number: Int) throws {
        let day = Day(ordinal: 20_400)
        let here = ClauseReference(standard: "a-1", number: "8.1")
        let seen = revision(1, of: id)
        if number.isMultiple(of: 2) {
            try transaction.record(
                .linkReviewed(
                    evidence: id,
                    LinkReview(
                        clause: here, fingerprint: seen.fingerprint,
                        edition: "edition 1: Clause 8.1; maintain+retain",
                        by: "A. Berg", on: day, note: number.isMultiple(of: 4) ? "read" : nil)))
        }
        if number.isMultiple(of: 6) {
            try transaction.record(.reviewWithdrawn(evidence: id, clause: here, reason: "too fast"))
        }
        try transaction.record(
            .approved(
                evidence: id, Approval(revision: 1, fingerprint: seen.fingerprint, by: "M. Okafor", on: day)))
        if number.isMultiple(of: 5) {
            try transaction.record(.approvalWithdrawn(evidence: id, revision: 1, reason: "not signed"))
        }
    }

    private static func fill(_ transaction: inout RegisterTransaction, _ number: Int) throws {
        let id = try number.isMultiple(of: 3) ? "DOC-\(number)" : transaction.view.nextGeneratedIdentifier()
        var evidence = Evidence(
            id: id, title: "Item \(number) Müller-訓練",
            kind: number.isMultiple(of: 2) ? .procedure : .kpiExport,
            owner: number.isMultiple(of: 5) ? nil : "Owner", classification: .internal,
            reviewEvery: Months(12),
            expires: Day("2027-02-28"), retain: Months(36), tags: ["b", "a", "a"],
            note: "'; DROP TABLE link; --",
            location: number.isMultiple(of: 9) ? "https://dms.example/\(number)" : nil)
        try transaction.record(.evidenceAdded(evidence))
        for revision in 1...(1 + number % 3) {
            try transaction.record(.revisionAdded(evidence: id, self.revision(revision, of: id)))
        }
        try transaction.record(
            .linked(Link(evidence: id, clause: .init(standard: "a-1", number: "8.1"), locator: "p. 1")))
        try transaction.record(
            .linked(
                Link(
                    evidence: id, clause: .init(standard: "a-1", number: "8.1"), note: "again",
                    reviewed: revision(1, of: id).fingerprint,
                    edition: "edition 1: Clause 8.1; maintain+retain",
                    answers: number.isMultiple(of: 8) ? [.retain] : nil)))
        try transaction.record(
            .linked(
                Link(
                    evidence: id, clause: .init(standard: "b-1", number: "4.1"),
                    isSuggested: number.isMultiple(of: 5))))
        try look(&transaction, at: id, number)
        if number.isMultiple(of: 4) {
            evidence.title = "Renamed"
            evidence.tags = ["c"]
            try transaction.record(.evidenceEdited(evidence))
            try transaction.record(.unlinked(evidence: id, clause: .init(standard: "b-1", number: "4.1")))
        }
        if number.isMultiple(of: 4) {
            try transaction.record(
                .sourceFound(evidence: id, revision: 1, source: "/elsewhere/Müller-訓練 \(number).txt"))
        }
        if number.isMultiple(of: 7) { try transaction.record(.retired(evidence: id, reason: "old")) }
        if number.isMultiple(of: 14) { try transaction.record(.reinstated(evidence: id, reason: "needed")) }
    }

    static func revision(_ number: Int, of id: String) -> Revision {
        Revision(
            number: number, fingerprint: Fingerprint(of: Array("\(id) \(number)".utf8)), size: number * 10,
            mediaType: "text/plain", originalName: "\(id).txt", label: "\(number).0",
            effective: Day("2026-01-31"),
            period: number.isMultiple(of: 2) ? Period("2026-06") : nil, received: Day(ordinal: 20_000),
            source: number == 3 ? nil : "docs/\(id) \(number).txt")
    }
}
