import Bundling
import Certification
import Reporting

/// What goes into a bundle and what does not, for the person who packs it.
///
/// It is told in words at once, so that the index of a large bundle need not stay in memory while it is packed.
struct PackSummary {
    /// Octets of the evidence files.
    let octets: Int
    /// `41 evidence files, 481 kB`
    let contents: String
    /// What the person who packs should know.
    let remarks: [String]

    /// `unlinked` are the live items without a clause.
    init(_ assembly: BundleAssembly, unlinked: [String]) {
        octets = assembly.files.octets
        contents = "\(counted(assembly.files.count, "evidence file")), \(FileSize.text(octets))"
        let told = ToldIndex(index: assembly.index, unlinked: unlinked)
        remarks = told.remarks
    }

    /// What the auditor will see, with counts that add up.
    static func counts(of assembly: BundleAssembly) -> [String] {
        ToldIndex(index: assembly.index, unlinked: []).counts
    }
}

/// An index put in words.
private struct ToldIndex {
    let index: BundleIndex
    /// Live items that are linked to no clause at all.
    let unlinked: [String]

    var remarks: [String] {
        [since, findings, withheld, sensitive, superseded, old, loose, notReady].compactMap(\.self)
    }

    var counts: [String] {
        let tally = index.evidence.tally
        return [
            "  evidence   \(counted(tally.items, "item")), \(tally.shown) with files in it"
                + Self.list(EvidenceKind.allCases.map { (tally.kinds[$0] ?? 0, $0.rawValue) }),
            "  status     \(counted(index.clauses.count { $0.status != nil }, "clause"))"
                + Self.list(
                    ClauseStatus.allCases.map { status in
                        (index.clauses.count { $0.status == status }, status.rawValue)
                    }),
            "  absent     \(counted(tally.absent, "revision"))"
                + Self.list(
                    BundleIndex.Absence.allCases.map { (tally.absences[$0] ?? 0, $0.rawValue) }),
        ]
    }

    /// `: 3 policy, 2 plan`; empty where nothing is counted.
    private static func list(_ counts: [(Int, String)]) -> String {
        let shown = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return shown.isEmpty ? "" : ": \(shown.joined(separator: ", "))"
    }

    private var since: String? {
        index.since.map { "  changes    since \($0.day): \($0.sentence)" }
    }

    /// `  findings   NC-1 acted, OBS-1 closed: told with what was done`
    private var findings: String? {
        guard let findings = index.findings, !findings.isEmpty else { return nil }
        let shown = findings.prefix(8).map { "\($0.id) \($0.state)" }.joined(separator: ", ")
        return "  findings   \(shown)\(findings.count > 8 ? ", ..." : ""): told with what was done"
    }

    private func revisions(_ absence: BundleIndex.Absence) -> Int {
        index.evidence.tally.absences[absence] ?? 0
    }

    private var withheld: String? {
        guard revisions(.withheld) > 0, let level = index.classificationUpTo else { return nil }
        let ids = index.evidence.withAbsentFiles.filter { $0.files.contains { $0.absence == .withheld } }
            .map(\.id)
        return
            "  withheld   \(counted(ids.count, "item")) above \"\(level.rawValue)\": \(ids.joined(separator: ", ")); listed with the reason"
    }

    /// Nobody limited the classification: what goes out is said.
    private var sensitive: String? {
        guard index.classificationUpTo == nil else { return nil }
        let counts = [Classification.restricted, .confidential].compactMap { level in
            index.evidence.tally.shownLevels[level].map { "\($0) \(level.rawValue)" }
        }
        return counts.isEmpty
            ? nil
            : "  sensitive  holds \(counts.joined(separator: ", ")); --classification-up-to internal withholds them"
    }

    private var loose: String? {
        guard !unlinked.isEmpty else { return nil }
        let shown = unlinked.prefix(5).joined(separator: ", ") + (unlinked.count > 5 ? ", ..." : "")
        return "  not in it  \(counted(unlinked.count, "item")) without a clause: \(shown)"
    }

    private var superseded: String? {
        let count = revisions(.superseded)
        return count == 0 ? nil : "  left out   \(counted(count, "superseded revision")): listed"
    }

    private var old: String? {
        let count = revisions(.beforeWindow)
        return count == 0
            ? nil : "  left out   \(counted(count, "revision")) before the window of the audit: listed"
    }

    private var notReady: String? {
        let counts = ClauseStatus.allCases.filter(\.isOpen).reversed().compactMap { status in
            let count = index.clauses.count { $0.status == status }
            return count == 0 ? nil : "\(count) \(status.rawValue)"
        }
        return counts.isEmpty
            ? nil : "  not ready  clauses: \(counts.joined(separator: ", ")); listed on the first page"
    }
}
