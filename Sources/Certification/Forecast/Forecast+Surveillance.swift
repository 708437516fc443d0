/// Surveillance after an initial decision.
extension Forecast {
    var surveillance: [Line] {
        guard let decision = facts.decision, let expiry else { return [] }
        let year = dates.recertificationYear(expiry: expiry, audit: facts.audit(.recertificationAudit))
        let years = dates.surveillanceYears(decision: decision, recertificationYear: year)
        return first(decision) + line("recert_year", year, .sv2a) + line("sv_years", years: years, .sv2)
            + line("sv_min_count", 2, .sv5) + windows(decision, years) + calendar(years)
            + interval + secondYear(decision)
    }

    private var audits: [Period] { facts.surveillances }

    private func counted(_ audit: Period) -> Day { dates.profile.counted(audit) }

    private func first(_ decision: Day) -> [Line] {
        let latest = dates.firstSurveillanceLatest(
            decision: decision, stage2: facts.stage2, postponed: postponed)
        let window = dates.window(anchor: latest, cap: latest)
        return line("sv1_preferred", dates.firstSurveillancePreferred(decision: decision), .sv3)
            + line("sv1_window", window, .sv3) + line("sv1_latest", latest, .sv1)
            + (audits.first.map { status(of: $0, latest) } ?? [])
    }

    private func status(of audit: Period, _ latest: Day) -> [Line] {
        func word(_ day: Day) -> String { day <= latest ? "ok" : "overdue" }
        let status = word(counted(audit))
        return line("status", status, .sv4) + line("sv1_status", status, .sv4)
            + line("margin_days", latest.days(since: counted(audit)), .sv4)
            + line("status_if_first_day", word(audit.first), .sv4)
    }

    /// The second surveillance: the body's window around the second anniversary, and the latest day.
    private func windows(_ decision: Day, _ years: [Int]) -> [Line] {
        let anchor = dates.secondYearEnd(decision: decision)
        return line("sv2_window", dates.window(anchor: anchor, cap: Day.end(ofYear: anchor.year)), .sv3)
            + next(years)
    }

    /// The next surveillance after those that are known.
    private func next(_ years: [Int]) -> [Line] {
        guard let last = audits.last, let year = years.first(where: { $0 > counted(last).year }) else {
            return []
        }
        let latest = [Day.end(ofYear: year), dates.intervalLatest(after: last)].compactMap(\.self).min()
        let key = audits.count == 1 ? line("sv2_latest", latest, .sv2) : []
        return key + line("next_sv_latest", latest, .sv2)
    }

    /// Calendar years that are over, as far as later audits show, and had none.
    private func calendar(_ years: [Int]) -> [Line] {
        guard audits.count > 1, let last = audits.last else { return [] }
        let missing = years.filter { year in
            year < counted(last).year && !audits.contains { counted($0).year == year }
        }
        if missing.isEmpty { return line("calendar_status", "ok", .sv2) }
        return line("missing_years", years: missing, .sv2) + line("calendar_status", "violation", .sv2)
            + line("status", "violation", .sv2)
    }

    private var interval: [Line] {
        guard let first = audits.first, let latest = dates.intervalLatest(after: first) else { return [] }
        let second = audits.dropFirst().first.map { counted($0) <= latest ? "ok" : "late" }
        return line("interval_latest", latest, .sv3) + line("interval_status", second, .sv3)
    }

    private func secondYear(_ decision: Day) -> [Line] {
        let end = dates.secondYearEnd(decision: decision)
        let second = audits.dropFirst().first.map { counted($0) <= end ? "ok" : "warning" }
        return line("second_year_ends", end, .sv5) + line("second_year_status", second, .sv5)
    }
}
