import Certification

/// Small bundles to compare.
enum SampleBundle {
    static func index(
        _ items: [SampleEntry], status: ClauseStatus = .covered, standard: String = "iso20000-1-2018",
        organization: String = "ACME", sequence: Int = 7, clauses: [String]? = nil,
        level: Classification? = .internal, findings: [BundleIndex.FindingEntry]? = nil
    ) -> BundleIndex {
        BundleIndex(
            organization: organization,
            standard: Standard(
                id: standard, designation: "\(standard)!", title: "T", edition: "3", published: "2018-09",
                amendments: nil, status: "current", successor: nil), day: day("2026-11-22"),
            journal: JournalHead(sequence: sequence, time: Timestamp(seconds: 0), hash: hash("journal")),
            classificationUpTo: level, onlyClauses: clauses, findings: findings,
            clauses: ["7", "8", "10"].map { clause($0, status) }, evidence: items.map(\.entry))
    }

    private static func clause(_ number: String, _ status: ClauseStatus) -> BundleIndex.ClauseEntry {
        BundleIndex.ClauseEntry(
            clause: Clause(
                number: number, title: "Title", parent: nil, isRequirement: true, demands: [], note: "",
                typicalKinds: [], titleSources: 2), status: number == "8" ? status : .covered, reasons: [],
            demands: [],
            links: [])
    }

    static func day(_ text: String) -> Day { Day(text) ?? Day(ordinal: 0) }

    static func hash(_ text: String) -> Fingerprint { Fingerprint(of: Array(text.utf8)) }
}

/// An item of a bundle in a few words.
struct SampleEntry: Sendable {
    struct File: Sendable {
        let revision: Int
        let content: String
        let absence: BundleIndex.Absence?
        let path: String

        init(
            _ revision: Int, _ content: String, _ absence: BundleIndex.Absence? = nil,
            path: String = "data/evidence/a"
        ) {
            self.revision = revision
            self.content = content
            self.absence = absence
            self.path = path
        }

        var entry: BundleIndex.FileEntry {
            BundleIndex.FileEntry(
                revision: Revision(
                    number: revision, fingerprint: SampleBundle.hash(content), size: 1,
                    mediaType: "text/plain", originalName: "a.txt", label: nil, effective: nil, period: nil,
                    received: SampleBundle.day("2026-01-01")), path: absence == nil ? path : nil,
                absence: absence)
        }
    }

    let id: String
    let title: String
    let owner: String?
    let standing: Standing
    let links: [String: String?]
    let files: [File]

    init(
        _ title: String = "A", id: String = "A-1", owner: String? = nil, standing: Standing = .current,
        links: [String: String?] = ["8": nil], files: [File] = [File(1, "a")]
    ) {
        self.id = id
        self.title = title
        self.owner = owner
        self.standing = standing
        self.links = links
        self.files = files
    }

    var entry: BundleIndex.EvidenceEntry {
        BundleIndex.EvidenceEntry(
            evidence: Evidence(id: id, title: title, kind: .procedure, owner: owner), standing: standing,
            reasons: [], reviewDue: nil,
            links: links.sorted { $0.key < $1.key }.map {
                BundleIndex.LinkEntry(evidence: id, clause: $0.key, locator: $0.value, note: nil)
            }, files: files.map(\.entry))
    }
}

/// A finding in a few words.
struct SampleFinding: Sendable {
    var cause: String?
    var closed: String?

    var entry: BundleIndex.FindingEntry {
        BundleIndex.FindingEntry(
            id: "NC-1", grade: .minor, audit: "AUD-1", clause: "8", statement: "three tickets",
            raised: SampleBundle.day("2026-04-24"), due: nil, state: closed == nil ? "open" : "closed",
            correction: nil, cause: cause, action: nil, closed: closed.map(SampleBundle.day), evidence: [])
    }
}

/// Bundles drawn from a seed.
struct RandomBundle: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    /// Marsaglia's xorshift64*.
    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 0x2545_F491_4F6C_DD1D
    }

    mutating func index() -> BundleIndex {
        let names = (1...8).filter { _ in Bool.random(using: &self) }
        let items = names.map { item("A-\($0)") }
        let status = ClauseStatus.allCases.randomElement(using: &self) ?? .covered
        return SampleBundle.index(items, status: status)
    }

    private mutating func item(_ id: String) -> SampleEntry {
        let absences: [BundleIndex.Absence?] = [nil] + BundleIndex.Absence.allCases.map { $0 }
        let files = (0..<Int.random(in: 0...3, using: &self)).map { number in
            SampleEntry.File(
                number + 1, ["a", "b", "c"].randomElement(using: &self) ?? "a",
                absences.randomElement(using: &self) ?? nil)
        }
        let clauses = ["7", "8", "10", "11"].filter { _ in Bool.random(using: &self) }
        let links = clauses.map { ($0, ["section 1", nil].randomElement(using: &self) ?? nil) }
        return SampleEntry(
            ["A", "B"].randomElement(using: &self) ?? "A", id: id,
            links: Dictionary(links, uniquingKeysWith: { first, _ in first }), files: files)
    }

    /// The same bundle, its items listed in another order.
    mutating func mixed(_ index: BundleIndex) -> BundleIndex {
        BundleIndex(
            organization: index.organization, standard: index.standard, day: index.day,
            journal: index.journal, classificationUpTo: index.classificationUpTo,
            onlyClauses: index.onlyClauses, findings: index.findings, clauses: index.clauses,
            evidence: index.evidence.shuffled(using: &self))
    }
}
