import Bundling
import Certification
import Reporting
import Store

/// The files of a bundle: the evidence from the vault and the pages that explain it.
enum BundleDocuments {
    static func contents(of assembly: BundleAssembly, name: String, vault: Vault) throws -> BagContents {
        let index = assembly.index
        let documents: [(String, [UInt8])] = [
            ("data/index.html", Array(try BundlePage.html(index, bundleName: name).utf8)),
            ("data/clauses.csv", Array(ClauseList.csv(index).utf8)),
            ("data/evidence.csv", Array(EvidenceList.csv(index).utf8)),
            ("data/dossier.json", try IndexDocument.json(index)),
            ("data/dossier.schema.json", ShippedTemplate.bytes("bundle/dossier.schema.json") ?? []),
        ]
        let evidence = assembly.files.map { file in
            PayloadFile(
                path: file.path,
                source: .stored(
                    path: vault.location(of: file.fingerprint), fingerprint: file.fingerprint, size: file.size
                ))
        }
        let verify = try VerifyText.text(
            baseName: name, organization: index.organization, standard: index.standard, day: index.day)
        return try BagContents(
            baseName: name, payload: documents.map { PayloadFile(path: $0, source: .bytes($1)) } + evidence,
            tagFiles: [TagFile(name: "VERIFY.txt", bytes: Array(verify.utf8))], info: info(index),
            time: index.journal.time)
    }

    /// The labels of RFC 8493 2.2.2 that apply, and the state of the journal. The day is that of the newest
    /// entry, not that of packing: the same state gives the same bytes.
    private static func info(_ index: BundleIndex) -> [InfoField] {
        [
            InfoField("Source-Organization", oneLine(index.organization)),
            InfoField("Bagging-Date", index.journal.time.utcDay.description),
            InfoField("External-Description", description(index)),
            InfoField("Bag-Software-Agent", "dossier \(Dossier.version)"),
            InfoField("Dossier-Journal-Head", "\(index.journal.sequence) \(index.journal.hash)"),
        ]
            + (index.audit.map {
                [InfoField("Dossier-Audit", oneLine("\($0.id) \($0.kind.rawValue) \($0.days)"))]
            }
                ?? [])
    }

    private static func description(_ index: BundleIndex) -> String {
        [
            "Evidence for \(oneLine(index.standard.designation))",
            index.audit.map { "for \($0.kind.words) \(oneLine($0.id))" },
            index.onlyClauses.map { "only clauses \($0.joined(separator: ", "))" },
            index.classificationUpTo.map { "classified up to \($0.rawValue)" }, "judged on \(index.day)",
        ].compactMap(\.self).joined(separator: ", ")
    }

    private static func oneLine(_ text: String) -> String {
        let line = ShownText.line(text).trimmed
        return line.isEmpty ? "-" : line
    }
}
