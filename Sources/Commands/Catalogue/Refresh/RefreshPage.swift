import Certification

/// What a look at the sources gave, for people and for programs.
struct RefreshPage: Encodable {
    /// A source that is not as it was.
    struct Line: Encodable {
        let id: String
        let revision: Int
        let state: String
        let source: String
        /// Where the register looks for the file from now on.
        let foundAt: String?
        /// Other files with the content of a source that is gone.
        let alike: [String]?
        let newRevision: Int?
        let version: String?
        let effective: Day?
        let period: Period?
        /// Whether a person must decide.
        let isHeldBack: Bool
        let text: String
    }

    /// Whether the register was changed.
    let isApplied: Bool
    let looked: Int
    let unchanged: Int
    /// Items with files of which nobody knows where they lie.
    let withoutSource: Int
    let sources: [Line]

    init(_ plan: RefreshPlan, _ survey: SourceSurvey, isApplied: Bool) {
        self.isApplied = isApplied
        looked = survey.looked
        withoutSource = survey.withoutSource
        sources = plan.steps.map(\.line)
        unchanged = survey.looked - sources.count
    }

    /// How many sources a person must look at.
    var heldBack: Int { sources.count(where: \.isHeldBack) }

    /// How many are in this state, without those that a person must look at.
    func count(_ state: String) -> Int { sources.count { $0.state == state && !$0.isHeldBack } }

    func show(_ console: Console) throws {
        var table = TextTable(columns: [
            .init("id"), .init("state"), .init("source", shrinks: true),
            .init(isApplied ? "done" : "proposal"),
        ])
        table.rows = sources.map { [$0.id, $0.state, $0.source, $0.text] }
        try console.table(table)
        try console.say("\(counted(looked, "source")) looked at")
        try console.say(
            "  \(count("changed")) changed, \(count("moved")) moved, \(count("vanished")) vanished, \(unchanged) unchanged, \(heldBack) for a person to decide"
        )
        if withoutSource > 0 {
            try console.say(
                "  \(counted(withoutSource, "item")) without a known source; dossier import FOLDER or dossier revise ID FILE remembers it"
            )
        }
    }
}

extension RefreshPlan.Step {
    /// The revision that the changed file becomes; nil where it becomes none.
    private var next: Revision? {
        for case .revisionAdded(_, let revision) in changes { return revision }
        return nil
    }

    fileprivate var line: RefreshPage.Line {
        .init(
            id: finding.source.evidence, revision: finding.source.revision, state: finding.verdict.name,
            source: finding.path, foundAt: place, alike: finding.verdict.alike, newRevision: next?.number,
            version: next?.label, effective: next?.effective, period: next?.period,
            isHeldBack: isHeldBack, text: text)
    }

    /// What vanished is told, and there is nothing to decide: the register holds it.
    private var isHeldBack: Bool {
        if case .vanished = finding.verdict { return false }
        return changes.isEmpty
    }

    private var text: String {
        if let obstacle { return obstacle }
        if let next { return ([proposal(next)] + edits).joined(separator: "; ") }
        if let place {
            return finding.verdict == .changed ? "the register holds this content already" : "now at \(place)"
        }
        let reason = finding.verdict.reason ?? ""
        if case .ambiguous = finding.verdict {
            return "\(reason); dossier revise \(finding.source.evidence) FILE says which"
        }
        return reason
    }

    /// `revision 3, version 2.1, in force from 2026-11-01`
    private func proposal(_ next: Revision) -> String {
        let version = next.label.map {
            $0 == finding.source.label ? "still version \($0)" : "version \($0)"
        }
        let parts = [
            version, next.effective.map { "in force from \($0)" }, next.period.map { "for \($0)" },
            next.openPlaces.map { "\(counted($0, "place")) to fill in" },
        ]
        return (["revision \(next.number)"] + parts.compactMap(\.self)).joined(separator: ", ")
    }

    private var edits: [String] {
        for case .evidenceEdited(let evidence) in changes {
            return before.map { EvidenceDifference.parts(from: $0, to: evidence) } ?? []
        }
        return []
    }
}

extension SourceVerdict {
    /// The other files with the content of a source that is gone; nil where that says nothing.
    fileprivate var alike: [String]? {
        switch self {
        case .ambiguous(let paths): paths
        case .vanished(let copies) where !copies.isEmpty: copies.map(\.path)
        default: nil
        }
    }
}
