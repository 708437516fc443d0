/// Suspension and transfer.
extension Forecast {
    var standing: [Line] { suspension + transfer + ceased + samples }

    private var suspension: [Line] {
        guard let suspended = facts.day(.suspended), let expiry else { return [] }
        return line("six_months", suspended.adding(dates.profile.count(.suspension)), .su1)
            + line("resolve_by", dates.resolveBy(suspended: suspended, expiry: expiry), .su1)
    }

    /// The accepting body takes the cycle over where it stands.
    private var transfer: [Line] {
        guard let day = facts.day(.transferDecision), let decision = facts.decision, let expiry else {
            return []
        }
        let years = dates.surveillanceYears(
            decision: decision, recertificationYear: dates.recertificationYear(expiry: expiry))
        let served = facts.surveillances.map { dates.profile.counted($0).year }
        return line("new_issue", day, .tr2)
            + line("remaining_sv_years", years: years.filter { $0 >= day.year && !served.contains($0) }, .tr2)
            + line("sv1_latest", "none", .tr2)
    }

    private var ceased: [Line] {
        guard let ceased = facts.day(.ceased), let expiry else { return [] }
        return line("six_months", ceased.adding(CycleDates.halfYear), .tr3)
            + line("transfer_by", dates.transferBy(ceased: ceased, expiry: expiry), .tr3)
    }

    private var samples: [Line] {
        guard let sample = facts.sites.map({ SiteSample(sites: $0) }) else { return [] }
        return line("sites_initial", sample.initial, .ms1)
            + line("sites_surveillance", sample.surveillance, .ms1)
            + line("sites_recertification", sample.recertification, .ms1)
    }
}

/// Two certificates together.
extension Forecast {
    /// The window to try where the body names none.
    private static let threeMonths = 3

    var integration: [Line] { joint + aligned }

    private var joint: [Line] {
        let pair = [("a", facts.certificate(.first)), ("b", facts.certificate(.second))]
        let known = pair.compactMap { key, certificate in certificate.map { (key, $0.decision) } }
        let latest = known.map { dates.firstSurveillanceLatest(decision: $0.1, stage2: nil) }
        let ends = zip(known, latest).flatMap { each, latest in
            line("\(each.0)_expiry", dates.expiry(from: each.1), .cy2)
                + line("\(each.0)_sv1_latest", latest, .sv1)
        }
        guard known.count == 2, let window = JointWindow(opened(latest, dates.profile.window?.before)) else {
            return ends
        }
        let tried = JointWindow(opened(latest, Self.threeMonths))
        return ends + line("joint_latest", window.latest, .in1) + line("joint_window", text(window), .in1)
            + line("joint_with_minus3_window", tried.map(text), .in1)
    }

    private func opened(_ latest: [Day], _ before: Int?) -> [(latest: Day, opens: Day?)] {
        latest.map { day in (day, before.map { day.adding(Months(-$0)) }) }
    }

    private func text(_ window: JointWindow) -> String {
        if window.isEmpty { return "empty" }
        return window.opens.map { "\($0)/\(window.latest)" } ?? "until \(window.latest)"
    }

    private var aligned: [Line] {
        guard let first = facts.day(.firstOldExpiry), let second = facts.day(.secondOldExpiry),
            let alignment = Alignment(expiries: [first, second])
        else { return [] }
        return zip(["a", "b"], zip(alignment.unaligned, alignment.daysGivenUp)).flatMap { key, each in
            line("\(key)_unaligned_expiry", each.0, .rc4) + line("\(key)_new_expiry", alignment.expiry, .in2)
                + line("\(key)_days_given_up", each.1, .in2)
        }
    }
}
