/// A change about certificates, audits, findings or the road to them. Part of the journal like every other: a case and
/// its payload are never altered once released, only added to.
public enum CycleChange: Hashable, Sendable {
    /// A certificate, or the wish for one; a later statement replaces the earlier one.
    case certificateStated(Certificate)
    case eventRecorded(certificate: String, CertificateEvent)
    /// The opposite of `eventRecorded`.
    case eventWithdrawn(certificate: String, number: Int, reason: String)
    /// An audit or a management review, planned, held or called off; a later statement replaces the earlier one.
    case auditStated(Audit)
    case findingRaised(FindingFacts)
    /// A step on the way from a finding to its closure.
    case findingAdvanced(finding: String, FindingStep)
    /// The way to a first certificate; a later plan replaces the earlier one.
    case roadPlanned(RoadPlan)
    /// Nothing is told of an item until a day, or it is told again.
    case snoozed(Snooze)
}

extension CycleChange: Codable {
    enum Name: String, Codable {
        case certificateStated = "certificate-stated"
        case eventRecorded = "certificate-event-recorded"
        case eventWithdrawn = "certificate-event-withdrawn"
        case auditStated = "audit-stated"
        case findingRaised = "finding-raised"
        case findingAdvanced = "finding-advanced"
        case roadPlanned = "road-planned"
        case snoozed = "item-snoozed"
    }

    private enum Key: String, CodingKey {
        case type, certificate, event, number, reason, audit, finding, step, road, snooze
    }

    var name: Name {
        switch self {
        case .certificateStated: .certificateStated
        case .eventRecorded: .eventRecorded
        case .eventWithdrawn: .eventWithdrawn
        case .auditStated: .auditStated
        case .findingRaised: .findingRaised
        case .findingAdvanced: .findingAdvanced
        case .roadPlanned: .roadPlanned
        case .snoozed: .snoozed
        }
    }

    /// Written as an object whose `type` names the change, beside the fields of its payload.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: .type)
        switch self {
        case .certificateStated(let certificate): try container.encode(certificate, forKey: .certificate)
        case .eventRecorded(let id, let event):
            try container.encode(id, forKey: .certificate)
            try container.encode(event, forKey: .event)
        case .eventWithdrawn(let id, let number, let reason):
            try container.encode(id, forKey: .certificate)
            try container.encode(number, forKey: .number)
            try container.encode(reason, forKey: .reason)
        case .auditStated(let audit): try container.encode(audit, forKey: .audit)
        case .findingRaised(let facts): try container.encode(facts, forKey: .finding)
        case .findingAdvanced(let id, let step):
            try container.encode(id, forKey: .finding)
            try container.encode(step, forKey: .step)
        case .roadPlanned(let road): try container.encode(road, forKey: .road)
        case .snoozed(let snooze): try container.encode(snooze, forKey: .snooze)
        }
    }

    /// Reads what any release wrote; throws where the `type` is unknown or a field is missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        func value<Value: Decodable>(_ key: Key) throws -> Value {
            try container.decode(Value.self, forKey: key)
        }
        switch try container.decode(Name.self, forKey: .type) {
        case .certificateStated: self = try .certificateStated(value(.certificate))
        case .eventRecorded: self = try .eventRecorded(certificate: value(.certificate), value(.event))
        case .eventWithdrawn:
            self = try .eventWithdrawn(
                certificate: value(.certificate), number: value(.number), reason: value(.reason))
        case .auditStated: self = try .auditStated(value(.audit))
        case .findingRaised: self = try .findingRaised(value(.finding))
        case .findingAdvanced: self = try .findingAdvanced(finding: value(.finding), value(.step))
        case .roadPlanned: self = try .roadPlanned(value(.road))
        case .snoozed: self = try .snoozed(value(.snooze))
        }
    }
}

extension CycleChange {
    /// One line for people.
    public var summary: String {
        switch self {
        case .certificateStated(let certificate):
            "certificate \(certificate.id): \(certificate.standard), \(certificate.body)"
        case .eventRecorded(let id, let event): "\(id): \(event.summary)"
        case .eventWithdrawn(let id, let number, let reason): "\(id): event \(number) withdrawn: \(reason)"
        case .auditStated(let audit):
            "\(audit.id): \(audit.kind.words) \(audit.state.rawValue), \(audit.period.first)..\(audit.period.last)"
        case .findingRaised(let finding):
            "\(finding.id): \(finding.grade.words) of \(finding.audit) raised by \(finding.by)"
        case .findingAdvanced(let id, let step):
            "\(id): \(step.kind.rawValue.replacing("-", with: " ")) by \(step.by) on \(step.on): \(step.text)"
        case .roadPlanned(let road): "road to \(road.standard): \(road.items.count) steps"
        case .snoozed(let snooze):
            "\(snooze.item) \(snooze.until.map { "snoozed until \($0)" } ?? "told again") by \(snooze.by)"
        }
    }
}

extension CertificateEvent {
    /// `decision on 2026-05-14, expires 2029-05-13`
    public var summary: String {
        let parts = [
            "\(kind.words) on \(on)", expiry.map { "expires \($0)" }, months.map { "by \($0)" },
            to.map { "to \($0)" }, note,
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }
}
