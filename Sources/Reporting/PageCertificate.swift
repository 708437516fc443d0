import Certification

/// What the page says of the certificate: what is held, where in its cycle the audit stands, and what comes next.
struct PageCertificate {
    let index: BundleIndex

    /// Nothing where the index tells of no certificate.
    var html: HTML {
        guard let certificate = index.certificate else { return .nothing }
        let scope: HTML? = certificate.scope.map { "<p class=\"scope\">Scope: <bdi>\($0)</bdi></p>\n" }
        return """
            <section class="certificate" aria-labelledby="certificate-title">
            <h2 id="certificate-title">Certificate and cycle</h2>
            <dl class="facts">
            <div><dt>Certificate</dt><dd><bdi>\(certificate.number ?? certificate.id)</bdi> <span class="quiet">\(certificate.state)</span></dd></div>
            <div><dt>Certification body</dt><dd><bdi>\(certificate.body)</bdi></dd></div>
            \(decision(certificate))\(expiry(certificate))\(place(certificate))</dl>
            \(scope)\(steps(certificate))</section>

            """
    }

    /// The day that matters: the first of the audit, else that of the bundle.
    private var day: Day { index.audit?.first ?? index.day }

    private func decision(_ certificate: BundleIndex.CertificateEntry) -> HTML? {
        certificate.decided.map { "<div><dt>Decided</dt><dd><time>\($0.description)</time></dd></div>\n" }
    }

    private func expiry(_ certificate: BundleIndex.CertificateEntry) -> HTML? {
        certificate.expires.map { expires in
            "<div><dt>Expires</dt><dd><time>\(expires.description)</time> <strong>\(left(until: expires))</strong></dd></div>\n"
        }
    }

    /// `454 days left on 2027-03-14`
    private func left(until expires: Day) -> String {
        let days = expires.days(since: day)
        if days < 0 { return "expired \(Self.counted(-days)) before \(day)" }
        return "\(Self.counted(days)) left on \(day)"
    }

    /// `day 641 of 1,095`
    private func place(_ certificate: BundleIndex.CertificateEntry) -> HTML? {
        guard let decided = certificate.decided, let expires = certificate.expires, decided < expires,
            decided <= day, day <= expires
        else { return nil }
        let (gone, whole) = (day.days(since: decided), expires.days(since: decided))
        return """
            <div><dt>In the cycle</dt><dd>day \(gone) of \(whole) <meter min="0" max="\(whole)" value="\(gone)" \
            aria-label="Part of the cycle that has passed">\(gone) of \(whole)</meter></dd></div>

            """
    }

    private func steps(_ certificate: BundleIndex.CertificateEntry) -> HTML? {
        guard !certificate.steps.isEmpty else { return nil }
        return "<ol class=\"steps\">\n\(certificate.steps.map(step))</ol>\n"
    }

    private func step(_ step: BundleIndex.StepEntry) -> HTML {
        let from: HTML? = step.from.map { "<time>\($0.description)</time> to " }
        let isNow = step.due >= day && step.from.map { $0 <= day } ?? false
        let mark: HTML? =
            isNow
            ? " <span class=\"chip requested\">\(index.audit == nil ? "now" : "this audit’s days lie here")</span>"
            : step.due < day ? " <span class=\"chip stale\">was due</span>" : nil
        return "<li><b>\(step.title)</b> \(from)<time>\(step.due.description)</time>\(mark)</li>\n"
    }

    private static func counted(_ days: Int) -> String { days == 1 ? "1 day" : "\(days) days" }
}
