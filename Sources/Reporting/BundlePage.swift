import Certification
import Foundation

/// The page `data/index.html` of a bundle: what an auditor opens first, in any browser, without a network.
public enum BundlePage {
    /// The page as HTML. The same index and name give the same text.
    public static func html(_ index: BundleIndex, bundleName: String) throws(TemplateProblem) -> String {
        let style = ShippedTemplate.text("bundle/style.css") ?? ""
        let page = PageIndex(index)
        let clauses = PageClauses(page: page)
        let values: TemplateValues = [
            "style": style,
            "styleHash": base64(Fingerprint(of: Array(style.utf8))),
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

    /// A digest in the form in which a content security policy names it.
    private static func base64(_ fingerprint: Fingerprint) -> String {
        let digits = fingerprint.hex.compactMap(\.hexDigitValue)
        let octets = stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
        return Data(octets).base64EncodedString()
    }
}
