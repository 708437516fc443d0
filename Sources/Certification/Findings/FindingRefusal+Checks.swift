extension Audit {
    /// Why a finding cannot be one of this audit; nil where it can.
    public func refusal(of finding: FindingFacts) -> FindingRefusal? {
        if state != .held { return .notHeld(audit: id, state) }
        return gradeRefusal(finding) ?? dayRefusal(finding)
    }

    private func gradeRefusal(_ finding: FindingFacts) -> FindingRefusal? {
        if finding.grade == .areaOfConcern, kind != .stage1 { return .concern(audit: id, kind) }
        guard finding.grade.isNonconformity else { return nil }
        if kind == .stage1 { return .nonconformityAtStage1(audit: id) }
        return finding.clause == nil ? .noClause(finding.grade) : nil
    }

    private func dayRefusal(_ finding: FindingFacts) -> FindingRefusal? {
        if finding.on < period.first {
            return .beforeAudit(finding.on, audit: id, began: period.first)
        }
        return refusal(ofDue: finding.due)
    }

    fileprivate func refusal(ofDue day: Day?) -> FindingRefusal? {
        guard let day, day < period.first else { return nil }
        return .dueBeforeAudit(day, audit: id, began: period.first)
    }
}

extension Finding {
    /// Why a step cannot be the next one; nil where it can.
    public func refusal(of step: FindingStep) -> FindingRefusal? {
        if step.by.isEmpty { return .unnamed(id) }
        return openness(step.kind) ?? content(step) ?? day(step) ?? audit.refusal(ofDue: step.due)
    }

    private func openness(_ kind: FindingStep.Kind) -> FindingRefusal? {
        guard kind != .reopened else { return isOpen ? .notClosed(id, state) : nil }
        return closed.map { .closed(id, on: $0) }
    }

    private func content(_ step: FindingStep) -> FindingRefusal? {
        switch step.kind {
        case .planAccepted, .effectVerified: last(.action) == nil ? .noAction(id) : nil
        case .closed:
            missing.isEmpty ? (step.evidence.isEmpty ? .unproven(id) : nil) : .incomplete(id, missing)
        case .correction, .cause, .action, .reopened: nil
        }
    }

    private func day(_ step: FindingStep) -> FindingRefusal? {
        if step.on < facts.on { return .beforeFinding(step.on, finding: id, raised: facts.on) }
        return grounds(of: step.kind).first { $0.on > step.on }.map { .beforeStep(step.on, $0) }
    }

    /// The steps on which a step of a kind rests: none of them can lie after it.
    private func grounds(of kind: FindingStep.Kind) -> [FindingStep] {
        let opened = steps.filter { $0.kind == .reopened }
        return switch kind {
        case .correction, .cause, .action: opened
        case .planAccepted, .effectVerified: opened + [last(.action)].compactMap(\.self)
        case .closed: opened + current
        case .reopened: [last(.closed)].compactMap(\.self)
        }
    }
}

extension EvidenceRecord {
    /// Why the item cannot show that something was done; nil where it can.
    public var refusalAsProof: FindingRefusal? {
        switch state {
        case .held: nil
        case .requested: .requestedEvidence(evidence.id)
        case .retired: .retiredEvidence(evidence.id, reason: retired ?? "")
        }
    }
}
