import Certification

/// The statement of applicability as one page for auditors: read in any browser without a network, or printed.
public enum ApplicabilityPage {
    /// The page as HTML. The same statement gives the same text.
    public static func html(_ statement: StatementOfApplicability) throws(TemplateProblem) -> String {
        let style = PageInset("soa/style.css")
        let values: TemplateValues = [
            "style": style.text,
            "styleHash": style.hash,
            "head": head(statement),
            "states": ControlImplementation.allCases.filter { statement.count($0) > 0 }
                .map { state($0, statement.count($0)) },
            "themes": statement.themes.map(theme),
        ]
        return try TemplateRenderer.render("soa/index.html", values)
    }

    private static func head(_ statement: StatementOfApplicability) -> TemplateValues {
        let controls = statement.controls
        let applying = controls.count(where: \.applies)
        return [
            "organization": statement.organization,
            "designation": statement.standard.designation,
            "standardTitle": statement.standard.title,
            "amendments": statement.standard.amendments.forTemplate,
            "day": statement.day.description,
            "sequence": statement.version.sequence,
            "time": statement.version.time.description,
            "short": statement.version.hash.short,
            "whole": statement.version.hash.hex,
            "controls": controls.count,
            "applying": applying,
            "excluded": controls.count - applying,
            "usual": StatedControl.usualJustification,
        ]
    }

    private static func state(_ state: ControlImplementation, _ count: Int) -> TemplateValues {
        ["code": state.rawValue, "words": state.words, "number": count, "meaning": state.meaning]
    }

    private static func theme(_ theme: ControlTheme) -> TemplateValues {
        let applying = theme.controls.count(where: \.applies)
        return [
            "number": theme.heading.number, "title": theme.heading.title, "anchor": anchor(theme.heading),
            "count": theme.controls.count, "applying": applying,
            "excluded": theme.controls.count - applying, "controls": theme.controls.map(control),
        ]
    }

    private static func control(_ control: StatedControl) -> TemplateValues {
        [
            "number": control.clause.number, "title": control.clause.title,
            "anchor": anchor(control.clause), "unconfirmed": control.clause.isTitleUnconfirmed,
            "applies": control.applies, "justification": control.justification,
            "code": control.implementation.rawValue, "words": control.implementation.words,
            "owner": control.owner.forTemplate,
            "evidence": control.evidence.map { ["id": $0.id, "standing": $0.standing.rawValue] },
            "hasEvidence": !control.evidence.isEmpty,
            "assessment": control.assessment.map(assessment).forTemplate,
        ]
    }

    private static func assessment(_ assessment: Assessment) -> TemplateValues {
        [
            "verdict": assessment.verdict.rawValue, "by": assessment.by, "on": assessment.on.description,
            "reason": assessment.reason,
        ]
    }

    private static func anchor(_ clause: Clause) -> String { PageLink.anchor(clause: clause.number) }
}

extension ControlImplementation {
    /// For a reader who meets the word for the first time.
    fileprivate var meaning: String {
        switch self {
        case .implemented: "current evidence shows it"
        case .partly: "current evidence shows a part of it"
        case .toBeReviewed: "evidence that changed since somebody looked"
        case .lapsed: "evidence, but none that holds on the day"
        case .planned: "evidence asked for, nothing there yet"
        case .noEvidence: "nothing linked"
        case .notApplied: "excluded, with the reason"
        }
    }
}
