import Certification

/// The finding as people read it.
extension FindingPage {
    func show(_ console: Console) throws {
        let days = audit.first == audit.last ? "\(audit.first)" : "\(audit.first)..\(audit.last)"
        try console.say(
            "\(finding.id)  \(finding.grade.words) of \(audit.id) (\(audit.kind.words), \(days))", .strong)
        for (name, value) in facts {
            if let value { try console.say("  \(TerminalText.padded(name, to: 9)) \(value)") }
        }
        try show("what was done", stepLines, console)
        try show("what binds it", deadlineLines, console)
        console.tell("Next: \(finding.next ?? "dossier finding list --open")")
    }

    private var facts: [(String, String?)] {
        [
            ("statement", finding.statement),
            ("clause", clause.map { [$0, clauseTitle].compactMap(\.self).joined(separator: " ") }),
            ("raised", "\(finding.raised) by \(finding.by)"), ("came from", source), ("owner", finding.owner),
            ("state", "\(standing) (on \(day))"),
            ("missing", missing.isEmpty ? nil : missing.map(\.text).joined(separator: ", ")),
        ]
    }

    /// `number 3 of the reader of a bundle; about INC-1`
    private var source: String? {
        finding.origin.map { origin in
            let what = origin.number.map { "number \($0)" } ?? "a question"
            let about = origin.evidence.isEmpty ? "" : "; about \(origin.evidence.joined(separator: ", "))"
            return "\(what) of the reader of a bundle (index \(origin.index.short))\(about)"
        }
    }

    /// `1  2027-03-05  correction by A. Berg: priorities set (evidence INC-1)`
    private var stepLines: [String] {
        let width = steps.map { "\($0.number)".count }.max() ?? 0
        return steps.map { step in
            let more = [
                step.owner.map { "owner \($0)" }, step.due.map { "due \($0)" },
                step.evidence.isEmpty ? nil : "evidence \(step.evidence.joined(separator: ", "))",
            ].compactMap(\.self).joined(separator: "; ")
            let number = TerminalText.leftPadded("\(step.number)", to: width)
            return "\(number)  \(step.on)  \(step.words) by \(step.by): \(step.text)"
                + (more.isEmpty ? "" : " (\(more))")
        }
    }

    /// `2027-05-31  NC-4, the body's date, NW-1: otherwise the certificate lapses`
    private var deadlineLines: [String] {
        deadlines.map { deadline in
            let why = [deadline.rule?.rawValue, deadline.what, deadline.certificate].compactMap(\.self)
            return "\(deadline.day)  \(why.joined(separator: ", ")): otherwise \(deadline.consequence)"
        }
    }

    /// Lines that are never cut: what was done is to be read whole.
    private func show(_ title: String, _ lines: [String], _ console: Console) throws {
        if !lines.isEmpty { try console.say("  \(title)") }
        for line in lines { try console.say("    \(line)") }
    }
}
