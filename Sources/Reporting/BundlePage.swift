import Certification

/// The page `data/index.html` of a bundle: what an auditor opens first, in any browser, without a network.
public enum BundlePage {
    /// The page as HTML. The same index and name give the same text.
    public static func html(_ index: BundleIndex, bundleName: String) throws(TemplateProblem) -> String {
        let style = PageStyle("bundle/style.css")
        let page = PageIndex(index)
        let clauses = PageClauses(page: page)
        let values: TemplateValues = [
            "style": style.text,
            "styleHash": style.hash,
            "bundleName": bundleName,
            "head": PageHead(index: index).values,
            "notReady": PageNotReady(page: page).values,
            "jumps": clauses.jumps,
            "clauses": clauses.values,
            "evidence": PageEvidence(page: page).values,
            "hasEvidence": !index.evidence.isEmpty,
        ]
        return try TemplateRenderer.render("bundle/index.html", values)
    }
}
