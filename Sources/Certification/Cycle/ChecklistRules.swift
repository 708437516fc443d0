/// Rule SV-6: what every surveillance looks at. Not among the outcomes of a judgement, which reads no evidence.
extension CycleJudgement {
    /// The day after which the evidence for the next audit is dated; nil without a certificate that is kept.
    public var evidenceAfter: Day? {
        guard let cycle = life.cycle, isKept else { return nil }
        return life.previousAudit?.period.last ?? cycle.decision
    }

    /// Whether each item of the checklist has evidence dated after the previous external audit.
    public func checklist(_ reading: SurveillanceReading) -> [RuleOutcome] {
        guard let after = evidenceAfter else { return [] }
        let due = nextAudit.map { $0.adding(days: -1) }
        return reading.answers.map { item, parts in
            let latest = parts.map { $0.evidence.first?.day }
            let isShown = latest.allSatisfy { $0.map { $0 > after } ?? false }
            let met = isShown ? latest.compactMap(\.self).min() : nil
            return outcome(
                .sv6, item.title, status(due, met), severity: .warning, due: due, met: met,
                detail: item.letter, from: ["previous external audit": after.description],
                remark: isShown ? nil : lacking(parts, after))
        }
    }

    private func status(_ due: Day?, _ met: Day?) -> RuleOutcome.Status {
        if met != nil { return .ok }
        return due.map { Punctuality.status(due: $0, met: nil, planned: nil, on: day) } ?? .due
    }

    /// `no report of an internal audit since 2026-04-24 (the latest is AUD-002 of 2026-03-01)`
    private func lacking(_ parts: [SurveillanceReading.Answer], _ after: Day) -> String {
        parts.filter { $0.evidence.first.map { $0.day <= after } ?? true }.map { answer in
            let known = [
                answer.evidence.first.map { "the latest is \($0.evidence) of \($0.day)" },
                unreported(answer.part, after).map { "\($0.id) names none" },
            ].compactMap(\.self)
            let remark = known.isEmpty ? "" : " (\(known.joined(separator: "; ")))"
            return "no \(answer.part.asks) since \(after)\(remark)"
        }.joined(separator: ", ")
    }

    /// The latest internal audit or review that would answer if it named a report.
    private func unreported(_ part: SurveillanceChecklist.Part, _ after: Day) -> Audit? {
        facts.audits.last {
            $0.state == .held && $0.reports.isEmpty && $0.period.last > after && $0.period.last <= day
                && $0.kind.row.map(part.rows.contains) ?? false
        }
    }
}
