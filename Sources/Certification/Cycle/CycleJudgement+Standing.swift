/// Where a certificate stands, in words.
extension CycleJudgement {
    /// `certified until 2029-05-13`, `suspended since 2027-08-31`
    public var standing: String {
        if awaitsTransfer { return "waiting for the transfer of \(facts.certificate.continues ?? "-")" }
        guard let cycle = life.cycle else {
            return state == .preparing
                ? "in preparation" : "past \(state == .stage1Done ? "stage 1" : "stage 2")"
        }
        switch state {
        case .certified: return "certified until \(life.validUntil(cycle))"
        case .suspended: return "suspended since \(life.suspended.map(\.description) ?? "-")"
        case .expiredRestorable:
            return
                "expired since \(life.validUntil(cycle)); it can be restored until \(life.restoreUntil.map(\.description) ?? "-")"
        case .expired: return "expired since \(life.validUntil(cycle))"
        case .withdrawn: return "withdrawn since \(life.withdrawn.map(\.description) ?? "-")"
        case .transferred: return "transferred to \(life.transferred?.to ?? "-")"
        default: return state.words
        }
    }
}
