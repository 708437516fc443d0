import Certification
import Testing

/// Numbers that look random and are the same in every run.
private struct SeededNoise: RandomNumberGenerator {
    var state: UInt64

    /// Marsaglia's xorshift64*.
    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 0x2545_F491_4F6C_DD1D
    }
}

@Suite("Properties of the cycle")
struct CyclePropertyTests {
    private static let days = Day(ordinal: 18_000)...Day(ordinal: 30_000)

    private static func day(_ noise: inout SeededNoise) -> Day {
        Day(ordinal: .random(in: days.lowerBound.ordinal...days.upperBound.ordinal, using: &noise))
    }

    private static func profile(_ noise: inout SeededNoise) throws -> BodyProfile {
        var profile = BodyProfile.usual
        try profile.set(
            "expiry_convention",
            to: ["day-before", "same-day", "month-end"].randomElement(using: &noise) ?? "")
        try profile.set(
            "sv_window_months", to: ["-3/+0", "-1/+1", "-3/+3", "none"].randomElement(using: &noise) ?? "")
        try profile.set("restore_months", to: "\(Int.random(in: 0...6, using: &noise))")
        try profile.set(
            "late_expiry_basis", to: ["prior-cycle", "new-cycle"].randomElement(using: &noise) ?? "")
        return profile
    }

    @Test("no date lies before its anchor, and none outlives its limit", arguments: 1...300)
    func anchors(seed: Int) throws {
        var noise = SeededNoise(state: UInt64(seed) &* 0x9E37_79B9)
        let (dates, decision) = (CycleDates(try Self.profile(&noise)), Self.day(&noise))
        let expiry = dates.expiry(from: decision)
        #expect(decision < expiry && expiry <= decision.adding(Months(36)))
        let first = dates.firstSurveillanceLatest(decision: decision, stage2: nil)
        #expect(decision < first && first <= decision.adding(Months(12)))
        if let window = dates.window(anchor: first, cap: first) { #expect(window.last <= first) }
        #expect(dates.recertificationPlanFrom(expiry: expiry) < expiry)
        if let until = dates.restoreUntil(expiry: expiry) { #expect(until > expiry) }
        let suspended = decision.adding(days: .random(in: 0...1000, using: &noise))
        #expect(dates.resolveBy(suspended: suspended, expiry: expiry) <= expiry)
        let years = dates.surveillanceYears(
            decision: decision, recertificationYear: dates.recertificationYear(expiry: expiry))
        #expect(years.allSatisfy { $0 > decision.year && $0 < expiry.year } && years.count <= 2)
    }

    @Test(
        "recertifying early never shortens the expiry, and no outcome leaves a certified gap",
        arguments: 1...300)
    func early(seed: Int) throws {
        var noise = SeededNoise(state: UInt64(seed) &* 0x85EB_CA6B)
        let (dates, old) = (CycleDates(try Self.profile(&noise)), Self.day(&noise))
        let decision = old.adding(days: -.random(in: 0...1095, using: &noise))
        let renewal = dates.renewal(old: old, decision: decision)
        #expect(renewal.expiry == old.adding(Months(36)) && renewal.expiry > old)
        #expect(renewal.lapse == nil && renewal.margin >= 0)
        let late = dates.renewal(old: old, decision: old.adding(days: .random(in: 1...400, using: &noise)))
        #expect(late.lapseDays == -late.margin - 1)
        #expect([.restored, .stage2Required].contains(late.outcome))
    }

    @Test(
        "whatever is recorded, there is a state on every day, and refused things change nothing",
        arguments: 1...200)
    func total(seed: Int) throws {
        var noise = SeededNoise(state: UInt64(seed) &* 0xC2B2_AE35)
        var desk = CycleDesk()
        desk.certificate.profile = try Self.profile(&noise)
        for _ in 0..<30 {
            let on = Self.day(&noise)
            if Bool.random(using: &noise) {
                let kind = CertificateEventKind.allCases.randomElement(using: &noise) ?? .decision
                let event = desk.event(
                    kind, on.description,
                    expiry: Bool.random(using: &noise)
                        ? on.adding(days: .random(in: -5...1200, using: &noise)).description : nil,
                    months: .random(in: 0...8, using: &noise), to: "C-2")
                desk.events.append(event)
            } else {
                desk.audit(AuditKind.allCases.randomElement(using: &noise) ?? .stage1, on.description)
            }
        }
        for _ in 0..<10 {
            let judgement = desk.judged(Self.day(&noise).description)
            #expect(CertificateState.allCases.contains(judgement.state))
            #expect(judgement.outcomes.allSatisfy { !$0.title.isEmpty })
            #expect(
                judgement.life.cycles.map(\.number) == Array(0..<judgement.life.cycles.count).map { $0 + 1 })
        }
    }

    @Test(
        "sites are sampled by the rounded-up root",
        arguments: [
            (1, 1, 1, 1), (4, 2, 2, 2), (5, 3, 2, 2), (10, 4, 2, 3), (25, 5, 3, 4), (26, 6, 4, 5),
            (100, 10, 6, 8), (0, 0, 0, 0),
        ])
    func sites(count: Int, initial: Int, surveillance: Int, recertification: Int) {
        let sample = SiteSample(sites: count)
        #expect(
            sample.initial == initial && sample.surveillance == surveillance
                && sample.recertification == recertification)
    }
}
