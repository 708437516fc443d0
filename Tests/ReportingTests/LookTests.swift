import Certification
import Foundation
import Reporting
import Testing

/// Writes the sample's documents to a folder when asked for, to be looked at.
@Test(.enabled(if: ProcessInfo.processInfo.environment["DOSSIER_LOOK"] != nil))
func sampleCanBeLookedAt() throws {
    let base = URL(filePath: ProcessInfo.processInfo.environment["DOSSIER_LOOK"] ?? ".")
    let data = base.appending(path: "data")
    try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
    let index = try Sample.told()
    func write(_ text: String, _ name: String) throws {
        try Data(text.utf8).write(to: base.appending(path: name))
    }
    try write(BundlePage.html(index, bundleName: "acme-2026-11-22"), "data/index.html")
    try write(ClauseList.csv(index), "data/clauses.csv")
    try write(EvidenceList.csv(index), "data/evidence.csv")
    try write(String(decoding: IndexDocument.json(index), as: UTF8.self), "data/dossier.json")
    let text = try VerifyText.text(
        baseName: "acme-2026-11-22", organization: index.organization, standard: index.standard,
        day: index.day)
    try write(text, "VERIFY.txt")
}
