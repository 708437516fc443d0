import Certification

/// The page `data/index.html` of a bundle: what an auditor opens first, in any browser, without a network.
public enum BundlePage {
    /// Writes the page as HTML, piece by piece. The same index and name give the same octets.
    public static func write(
        _ index: BundleIndex, bundleName: String, _ sink: ([UInt8]) throws -> Void
    ) throws {
        let page = PageIndex(index)
        let (clauses, evidence) = (PageClauses(page: page), PageEvidence(page: page))
        var parts = try shell(page, bundleName, clauses.jumps).makeIterator()
        try sink(Array((parts.next() ?? "").utf8))
        for clause in index.clauses { try sink(clauses.section(clause).octets) }
        try sink(Array((parts.next() ?? "").utf8))
        for item in index.evidence { try sink(evidence.article(item).octets) }
        try sink(Array((parts.next() ?? "").utf8))
    }

    /// What no text can hold: where it stands, the clauses and the evidence go in.
    private static let gap = "\0"

    /// The page without its clauses and its evidence: what is before, between and behind them.
    private static func shell(_ page: PageIndex, _ bundleName: String, _ jumps: HTML) throws -> [Substring] {
        let style = PageStyle("bundle/style.css")
        let values: TemplateValues = [
            "style": style.text,
            "styleHash": style.hash,
            "bundleName": bundleName,
            "head": PageHead(index: page.index).values,
            "notReady": String(decoding: PageNotReady(page: page).html.octets, as: UTF8.self),
            "jumps": String(decoding: jumps.octets, as: UTF8.self),
            "gap": gap,
            "hasEvidence": !page.index.evidence.isEmpty,
        ]
        return try TemplateRenderer.render("bundle/index.html", values)
            .split(separator: gap, omittingEmptySubsequences: false)
    }
}
