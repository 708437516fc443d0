import Certification
import Reporting

/// A statement of applicability as it is shown and as programs read it.
struct SoAPage: Encodable {
    struct Counts: Encodable {
        let controls: Int
        let applicable: Int
        let excluded: Int
        let implementation: [String: Int]
    }

    struct Line: Encodable {
        let control: String
        let title: String
        let titleUnconfirmed: Bool
        let theme: String
        let applies: Bool
        let justification: String
        let implementation: ControlImplementation
        let status: ClauseStatus
        let owner: String?
        let evidence: [Item]
        let assessment: Verdicts?
    }

    struct Item: Encodable {
        let id: String
        let kind: EvidenceKind
        let standing: Standing
    }

    struct Verdicts: Encodable {
        let verdict: Verdict
        let by: String
        let on: Day
        let reason: String
    }

    let organization: String
    let standard: String
    let designation: String
    let day: Day
    let version: JournalHead
    let counts: Counts
    let controls: [Line]
    /// The counts in words, for people only.
    let sentence: String

    private enum CodingKeys: CodingKey {
        case organization, standard, designation, day, version, counts, controls
    }

    init(_ statement: StatementOfApplicability, only: [ClauseStatus]? = nil) {
        organization = statement.organization
        standard = statement.standard.id
        designation = statement.standard.designation
        day = statement.day
        version = statement.version
        sentence = statement.sentence
        counts = Counts(statement)
        controls = statement.themes.flatMap { theme in
            theme.controls.filter { only?.contains($0.status) ?? true }
                .map { Line($0, theme: theme.heading.number) }
        }
    }
}

extension SoAPage.Counts {
    fileprivate init(_ statement: StatementOfApplicability) {
        let all = statement.controls
        let states = ControlImplementation.allCases.map { ($0.rawValue, statement.count($0)) }
        self.init(
            controls: all.count, applicable: all.count(where: \.applies),
            excluded: all.count { !$0.applies },
            implementation: Dictionary(states, uniquingKeysWith: { first, _ in first }))
    }
}

extension SoAPage.Line {
    fileprivate init(_ control: StatedControl, theme: String) {
        self.init(
            control: control.clause.number, title: control.clause.title,
            titleUnconfirmed: control.clause.isTitleUnconfirmed, theme: theme, applies: control.applies,
            justification: control.justification, implementation: control.implementation,
            status: control.status, owner: control.owner,
            evidence: control.evidence.map { .init(id: $0.id, kind: $0.kind, standing: $0.standing) },
            assessment: control.assessment.map {
                .init(verdict: $0.verdict, by: $0.by, on: $0.on, reason: $0.reason)
            })
    }
}
