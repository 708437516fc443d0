/// What follows from facts by the rules of the cycle, without a register: answers to "what if".
public struct Forecast: Sendable {
    /// One thing that follows.
    public struct Line: Hashable, Sendable, Codable {
        /// Its stable name.
        public let key: String
        /// A day, a period `a/b`, a list `a,b`, a number or a word.
        public let value: String
        /// The rule that it follows from.
        public let rule: CycleRule
    }

    let facts: ForecastFacts
    let dates: CycleDates
    /// The lengths between stage 1 and stage 2 to compare.
    let stageGaps: [Span]

    /// A forecast from facts, as a body reads the rules. Several lengths between the stages can be compared.
    public init(_ facts: ForecastFacts, profile: BodyProfile, stageGaps: [Span] = []) {
        self.facts = facts
        dates = CycleDates(profile)
        self.stageGaps = stageGaps
    }

    /// All that follows, in the order of a certificate's life. A key comes once: what is known later goes before.
    public var lines: [Line] {
        let all =
            stages + certification + surveillance + extraordinary + renewal + standing + integration
        var places: [String: Int] = [:]
        var lines: [Line] = []
        for line in all {
            if let place = places[line.key] {
                lines[place] = line
            } else {
                places[line.key] = lines.count
                lines.append(line)
            }
        }
        return lines
    }

    func line(_ key: String, _ value: (some CustomStringConvertible)?, _ rule: CycleRule) -> [Line] {
        value.map { [Line(key: key, value: $0.description, rule: rule)] } ?? []
    }

    func line(_ key: String, _ period: Period?, _ rule: CycleRule) -> [Line] {
        line(key, period.map { "\($0.first)/\($0.last)" }, rule)
    }

    func line(_ key: String, years: [Int], _ rule: CycleRule) -> [Line] {
        line(key, years.isEmpty ? "none" : years.map(String.init).joined(separator: ","), rule)
    }
}

/// Before certification, and its first day.
extension Forecast {
    /// The last day of the present certificate: the one that is known, or by the rules.
    var expiry: Day? { facts.day(.expiry) ?? facts.decision.map(dates.expiry) }

    var postponed: Months { dates.profile.count(.postponement) }

    var stages: [Line] {
        var lines: [Line] = []
        if let stage1 = facts.day(.stage1), let period = Period(stage1, stage1) {
            lines += line("stage2_latest", dates.stage2Latest(stage1: period), .st2)
            for gap in stageGaps { lines += line("gap_\(gap)", stage1.adding(gap), .st2) }
        }
        if let stage2 = facts.stage2 {
            lines += line("major_verify_by", dates.majorVerifiedBy(stage2: stage2), .nc1)
            lines += line("after", "another-stage-2", .nc1)
        }
        return lines
    }

    var certification: [Line] {
        guard let decision = facts.decision, let expiry else { return [] }
        var lines = line("cycle_start", decision, .cy1) + line("expiry", expiry, .cy2)
        if dates.profile.differs(.expiryConvention) {
            lines += line(
                "expiry_day_before", decision.adding(CycleDates.cycle).adding(days: -1), .cy2)
        }
        return lines + line("recert_plan_from", dates.recertificationPlanFrom(expiry: expiry), .rc1)
            + line("recert_audit_by", dates.recertificationAuditBy(expiry: expiry), .rc2)
            + line("recert_onsite_by", expiry, .rc3)
    }

    /// What moves or shortens a cycle from outside.
    var extraordinary: [Line] {
        var lines: [Line] = []
        if let expiry, postponed.count > 0 {
            lines += line("expiry_extended_to", expiry.adding(postponed), .ex1)
            lines += line("next_cycle_expiry", expiry.adding(CycleDates.cycle), .ex1)
        }
        if let expiry, let end = facts.day(.transitionEnd) ?? dates.profile.transitionEnd {
            lines += line(
                "effective_expiry", dates.effectiveExpiry(expiry, transitionEnd: end), .tn1)
            lines += line("transition_audit_by", dates.transitionAuditBy(end: end), .tn1)
        }
        return lines + line("new_issue", facts.day(.extensionDecision), .sc1)
    }
}
