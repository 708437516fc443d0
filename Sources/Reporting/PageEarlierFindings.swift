import Certification

/// The findings of earlier audits, with what was done about each.
struct PageEarlierFindings {
    let page: PageIndex

    /// Nothing where nobody looked for them.
    var html: HTML {
        guard let findings = page.index.findings else { return .nothing }
        guard !findings.isEmpty else {
            return "\(Self.title)<p>Earlier audits left no findings.</p>\n</section>\n"
        }
        return """
            \(Self.title)<table class="earlier-findings">
            <caption>Findings (\(findings.count)), open ones first</caption>
            <thead><tr><th scope="col">Finding</th><th scope="col">State</th><th scope="col">What was found</th>\
            <th scope="col">What was done</th></tr></thead>
            <tbody>
            \(findings.map(row))</tbody>
            </table>
            </section>

            """
    }

    private static let title: HTML = """
        <section id="earlier-findings" class="overview" aria-labelledby="earlier-findings-title">
        <h2 id="earlier-findings-title">Findings of earlier audits</h2>

        """

    private func row(_ finding: BundleIndex.FindingEntry) -> HTML {
        let clause: HTML? = finding.clause.map { " clause \(page.mention(clause: $0))" }
        let due: HTML? =
            finding.closed == nil
            ? finding.due.map { " <small>due <time>\($0.description)</time></small>" } : nil
        let closed: HTML? = finding.closed.map { " <small><time>\($0.description)</time></small>" }
        return """
            <tr><th scope="row"><b>\(finding.id)</b> \(finding.grade.words)<small> \(finding.audit), \
            <time>\(finding.raised.description)</time></small>\(clause)</th>\
            <td><span class="chip \(finding.closed == nil ? "stale" : "covered")">\(finding.state)</span>\(due)\(closed)</td>\
            <td><bdi>\(finding.statement)</bdi></td><td>\(done(finding))</td></tr>

            """
    }

    private func done(_ finding: BundleIndex.FindingEntry) -> HTML {
        let steps = [
            ("Correction", finding.correction), ("Cause", finding.cause), ("Action", finding.action),
        ].compactMap { word, text in
            text.map { "<div><small>\(word):</small> <bdi>\($0)</bdi></div>" as HTML }
        }
        let evidence = finding.evidence.map { "<span>\(page.mention(evidence: $0))</span> " as HTML }
        let shown: HTML? =
            evidence.isEmpty ? nil : "<div class=\"list\"><small>Evidence:</small> \(evidence)</div>"
        return steps.isEmpty && evidence.isEmpty ? "nothing told" : "\(steps)\(shown)"
    }
}
