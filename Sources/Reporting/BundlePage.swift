import Certification

/// The page `data/index.html` of a bundle: what an auditor opens first, in any browser, without a network. It can be
/// read whole without its script; with it, it is a workbench that keeps marks and findings.
public struct BundlePage: Sendable {
    private let page: PageIndex
    private let bundleName: String
    private let fingerprint: Fingerprint

    /// The page of an index that as `data/dossier.json` has this fingerprint: what the auditor's findings are bound to.
    public init(
        _ index: BundleIndex, bundleName: String, index fingerprint: Fingerprint,
        excerpts: DocumentExcerpts = DocumentExcerpts()
    ) {
        page = PageIndex(index, excerpts: excerpts)
        self.bundleName = bundleName
        self.fingerprint = fingerprint
    }

    /// Writes the page as HTML, piece by piece. The same values give the same octets.
    public func write(_ sink: ([UInt8]) throws -> Void) throws {
        let (clauses, evidence) = (PageClauses(page: page), PageEvidence(page: page))
        var parts = try shell(clauses.jumps).makeIterator()
        try sink(Array((parts.next() ?? "").utf8))
        for clause in page.index.clauses { try sink(clauses.section(clause).octets) }
        try sink(Array((parts.next() ?? "").utf8))
        for item in page.index.evidence { try sink(evidence.article(item).octets) }
        try sink(Array((parts.next() ?? "").utf8))
    }

    /// What no text can hold: where it stands, the clauses and the evidence go in.
    private static let gap = "\0"

    /// The page without its clauses and its evidence: what is before, between and behind them.
    private func shell(_ jumps: HTML) throws -> [Substring] {
        let (style, script) = (PageInset("bundle/style.css"), PageInset("bundle/workbench.js"))
        let values: TemplateValues = [
            "style": style.text,
            "styleHash": style.hash,
            "script": script.text,
            "scriptHash": script.hash,
            "fingerprint": fingerprint.hex,
            "bundleName": bundleName,
            "head": PageHead(index: page.index).values,
            "certificate": PageCertificate(index: page.index).html.text,
            "notReady": PageNotReady(page: page).html.text,
            "earlier": PageEarlierFindings(page: page).html.text,
            "changes": PageChanges(page: page).html.text,
            "jumps": jumps.text,
            "grades": FindingGrade.allCases.map { ["grade": $0.rawValue, "words": $0.words] },
            "gap": Self.gap,
            "hasEvidence": !page.index.evidence.isEmpty,
        ]
        return try TemplateRenderer.render("bundle/index.html", values)
            .split(separator: Self.gap, omittingEmptySubsequences: false)
    }
}
