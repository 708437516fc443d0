import Certification
import Store

/// A register in which every kind of change has happened, some of them more than once.
enum RichRegister {
    static let time = Timestamp(seconds: 1_795_000_000)

    static func catalogue(_ id: String, _ numbers: [String]) -> Catalogue {
        Catalogue(
            standard: Standard(
                id: id, designation: id.uppercased(), title: "Title of \(id)", edition: "1", published: "2020-01",
                amendments: "Amd 1", status: "current", successor: nil),
            clauses: numbers.map { number in
                Clause(
                    number: number, title: "Clause \(number)", parent: nil, isRequirement: number.contains("."),
                    demands: number.contains(".") ? [.maintain, .retain] : [], note: "note", typicalKinds: [.plan, .record],
                    titleSources: 2)
            })
    }

    static func create(in folder: TemporaryFolder) throws -> Register {
        let location = RegisterLocation(folder: folder.path)
        try Register.create(
            at: location, configuration: "# empty\n", actor: "qm", time: time,
            changes: [.registerCreated(organization: "ACME & \"Söhne\""), .standardAdded(catalogue("a-1", ["8", "8.1", "8.2"]))])
        return try Register.open(at: location, lockWait: 1)
    }

    static func fill(_ register: Register, items: Int = 30) throws {
        try register.write(actor: "qm", time: time) { transaction in
            try transaction.record(.standardAdded(catalogue("b-1", ["4", "4.1"])))
            for number in 1...items { try fill(&transaction, number) }
            // A newer text of the same edition: a clause more, another title.
            try transaction.record(.standardAdded(catalogue("a-1", ["8", "8.1", "8.2", "8.3"])))
        }
    }

    private static func fill(_ transaction: inout RegisterTransaction, _ number: Int) throws {
        let id = try number.isMultiple(of: 3) ? "DOC-\(number)" : transaction.view.nextGeneratedIdentifier()
        var evidence = Evidence(
            id: id, title: "Item \(number) Müller-訓練", kind: number.isMultiple(of: 2) ? .procedure : .kpiExport,
            owner: number.isMultiple(of: 5) ? nil : "Owner", classification: .internal, reviewEvery: Months(12),
            expires: Day("2027-02-28"), retain: Months(36), tags: ["b", "a", "a"], note: "'; DROP TABLE link; --")
        try transaction.record(.evidenceAdded(evidence))
        for revision in 1...(1 + number % 3) {
            try transaction.record(.revisionAdded(evidence: id, self.revision(revision, of: id)))
        }
        try transaction.record(.linked(Link(evidence: id, clause: .init(standard: "a-1", number: "8.1"), locator: "p. 1")))
        try transaction.record(.linked(Link(evidence: id, clause: .init(standard: "a-1", number: "8.1"), note: "again")))
        try transaction.record(.linked(Link(evidence: id, clause: .init(standard: "b-1", number: "4.1"))))
        if number.isMultiple(of: 4) {
            evidence.title = "Renamed"
            evidence.tags = ["c"]
            try transaction.record(.evidenceEdited(evidence))
            try transaction.record(.unlinked(evidence: id, clause: .init(standard: "b-1", number: "4.1")))
        }
        if number.isMultiple(of: 7) { try transaction.record(.retired(evidence: id, reason: "old")) }
        if number.isMultiple(of: 14) { try transaction.record(.reinstated(evidence: id, reason: "needed")) }
    }

    static func revision(_ number: Int, of id: String) -> Revision {
        Revision(
            number: number, fingerprint: Fingerprint(of: Array("\(id) \(number)".utf8)), size: number * 10,
            mediaType: "text/plain", originalName: "\(id).txt", label: "\(number).0", effective: Day("2026-01-31"),
            period: number.isMultiple(of: 2) ? Period("2026-06") : nil, received: Day(ordinal: 20_000))
    }
}
