import Foundation
import Testing

extension Desk {
    /// A bundle for the first surveillance was packed, handed to BSI and unpacked here as `sv`.
    static func afterHandover() throws -> Desk {
        let desk = try Desk.afterSurveillance()
        desk.run("pack", "--audit", "AUD-1", "--to", "BSI", "-o", "sv.zip", today: "2027-03-01").expect()
        desk.run("unpack", "sv.zip").expect()
        return desk
    }

    /// What the newest bundle in the list is known by, in groups of four.
    func spokenBundle() throws -> String {
        let digits = try #require(packed().first?["id"] as? String).prefix(16).map(String.init)
        return stride(from: 0, to: 16, by: 4).map { digits[$0..<($0 + 4)].joined() }.joined(separator: " ")
    }

    /// The list of bundles as programs read it.
    func packed() throws -> [[String: Any]] {
        let json = run("bundle", "list", "--format", "json").out
        return try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    }

    /// The index of a bundle that was unpacked.
    func index(_ folder: String) throws -> [String: Any] {
        let data = try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(folder)/data/dossier.json"))
        return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    /// Writes what the page of the bundle `sv` exports.
    @discardableResult
    func sendBack(
        _ findings: [[String: Any]], marks: [[String: Any]] = [], auditor: String? = "J. Lund",
        changing bundle: [String: Any] = [:], as name: String = "findings.json"
    ) throws -> String {
        let line = try #require(packed().first)
        let journal = try #require(index("sv")["journal"] as? [String: Any])
        let own: [String: Any] = [
            "index": line["index"] ?? "", "id": line["id"] ?? "",
            "journal": ["sequence": journal["sequence"], "hash": journal["hash"]],
        ]
        let file: [String: Any] = [
            "format": 1, "kind": "dossier-findings", "bundle": own.merging(bundle) { $1 },
            "auditor": auditor ?? NSNull(), "exported": "2027-03-02T15:00:00Z", "marks": marks,
            "findings": findings,
        ]
        return try write(name, String(decoding: JSONSerialization.data(withJSONObject: file), as: UTF8.self))
    }

    /// A finding as the page exports it.
    static func found(
        _ number: Int, _ grade: String, _ clause: String?, _ statement: String, evidence: [String] = []
    ) -> [String: Any] {
        [
            "number": number, "grade": grade, "clause": clause ?? NSNull(), "standard": NSNull(),
            "statement": statement, "evidence": evidence,
        ]
    }
}
