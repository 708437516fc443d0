/// The time whose records an audit looks at. Documents are looked at as they are in force, whatever their age.
public struct EvidenceWindow: Hashable, Sendable {
    /// The first day; nil where records of any time count.
    public let since: Day?
    /// What the window rests on, for people.
    public let because: String

    /// For people: `records since 2026-04-25: the day after stage 2 (AUD-2) ended`.
    public var sentence: String { "records \(since.map { "since \($0)" } ?? "of any time"): \(because)" }

    /// The window of an audit by what happened to its certificate before; nil for one without a certificate.
    public init(of audit: Audit, _ facts: CertificateFacts?) {
        let life = facts.map { CertificateLife($0, upTo: audit.period.first.adding(days: -1)) }
        switch audit.kind {
        case .stage1: self.init(nil, "stage 1 reads documents, the audit programme and minutes (ST-1)")
        case .stage2: self.init(nil, "stage 2 covers every requirement (ST-3)")
        case .recertification: self.init(wholeCycle: life)
        case .transfer: self.init(sinceWhole: facts?.lastWhole(before: audit.period.first), life)
        default: self.init(sincePrevious: life)
        }
    }

    /// The widest of several: an audit of several certificates needs them all.
    public static func widest(_ windows: [EvidenceWindow]) -> EvidenceWindow? {
        windows.min { ($0.since ?? .longAgo) < ($1.since ?? .longAgo) }
    }

    private init(_ since: Day?, _ because: String) {
        self.since = since
        self.because = because
    }

    /// Rule RC-9.
    private init(wholeCycle life: CertificateLife?) {
        if let cycle = life?.cycle {
            self.init(cycle.decision, "a recertification considers the whole cycle (RC-9)")
        } else {
            self.init(nil, "no decision is recorded with which the cycle began (RC-9)")
        }
    }

    /// Rule SV-6: what is dated after the previous audit.
    private init(sincePrevious life: CertificateLife?) {
        if let audit = life?.previousAudit {
            self.init(
                audit.period.last.adding(days: 1), "the day after \(audit.kind.words) (\(audit.id)) ended")
        } else if let cycle = life?.cycle {
            self.init(cycle.decision, "the cycle began; no earlier audit of a body is recorded")
        } else {
            self.init(nil, "no earlier audit of a body is recorded")
        }
    }

    /// Rule TR-4: back to the last initial or recertification audit.
    private init(sinceWhole audit: Audit?, _ life: CertificateLife?) {
        if let audit {
            self.init(
                audit.period.first,
                "\(audit.kind.words) (\(audit.id)) began, the last audit of everything (TR-4)")
        } else if let cycle = life?.cycle {
            self.init(cycle.decision, "the cycle began; the audit before it is not recorded (TR-4)")
        } else {
            self.init(nil, "no initial or recertification audit is recorded (TR-4)")
        }
    }
}

extension CertificateFacts {
    /// The last audit that looked at everything and was over before a day.
    fileprivate func lastWhole(before day: Day) -> Audit? {
        heldAudits.last { $0.kind.coversAll && $0.period.last < day }
    }
}

extension Day {
    /// Before every day that stands in a register.
    fileprivate static let longAgo = Day(ordinal: .min / 2)
}
