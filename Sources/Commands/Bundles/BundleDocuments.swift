import Bundling
import Dispatch
import Certification
import Reporting
import Store
import Synchronization

/// The files of a bundle: the evidence from the vault and the pages that explain it.
enum BundleDocuments {
    static func contents(of assembly: BundleAssembly, name: String, level: Int?, vault: Vault) throws
        -> BagContents
    {
        let index = assembly.index
        let documents = try prepared(index, name: name, level: level, vault)
        let verify = try VerifyText.text(
            baseName: name, organization: index.organization, standard: index.standard, day: index.day,
            part: index.part)
        return try BagContents(
            baseName: name, payload: Payload(documents, stored: assembly.files, location: vault.location),
            tagFiles: [TagFile(name: "VERIFY.txt", bytes: Array(verify.utf8))], info: info(index),
            time: index.journal.time)
    }

    private typealias Sink = ([UInt8]) throws -> Void
    private typealias Document = (path: String, write: @Sendable (Sink) throws -> Void)
    /// The page and the list for findings last, because they tell the fingerprint of the index.
    private static func prepared(_ index: BundleIndex, name: String, level: Int?, _ vault: Vault) throws
        -> [PayloadFile]
    {
        let lists: [Document] = [
            ("dossier.json", { try IndexDocument.write(index, $0) }),
            ("evidence.csv", { try EvidenceList.write(index, $0) }),
            ("clauses.csv", { try ClauseList.write(index, $0) }),
            shipped("dossier.schema.json"), shipped("findings.schema.json"),
        ]
        let files = try sideBySide(lists + findings(index) + changes(index), level: level)
        let fingerprint = files[0].fingerprint
        let excerpts = DocumentExcerpts(of: index) { file, octets in
            try? vault.head(of: file.fingerprint, octets: octets)
        }
        let page = BundlePage(index, bundleName: name, index: fingerprint, excerpts: excerpts)
        let told: [Document] = [
            ("index.html", { try page.write($0) }),
            (
                "findings-template.csv",
                { try $0(Array(FindingsTemplate.csv(index: fingerprint).utf8)) }
            ),
        ]
        return try files + sideBySide(told, level: level)
    }

    private static func shipped(_ name: String) -> Document {
        (name, { try $0(ShippedTemplate.bytes("bundle/\(name)") ?? []) })
    }

    /// The list of what changed, where the bundle was compared with an earlier one.
    private static func changes(_ index: BundleIndex) -> [Document] {
        guard index.since != nil else { return [] }
        return [("changes.csv", { try ChangeList.write(index, $0) })]
    }

    /// In the order of the documents.
    private static func sideBySide(_ documents: [Document], level: Int?) throws -> [PayloadFile] {
        let results = Mutex<[Int: Result<PayloadFile, any Error>]>([:])
        DispatchQueue.concurrentPerform(iterations: documents.count) { number in
            let (path, write) = documents[number]
            let file = Result {
                PayloadFile(
                    path: "data/\(path)", source: .prepared(try PreparedDocument(level: level, write)))
            }
            results.withLock { $0[number] = file }
        }
        return try results.withLock { results in
            try documents.indices.compactMap { try results[$0]?.get() }
        }
    }

    /// The list of findings, where there are some to tell of.
    private static func findings(_ index: BundleIndex) -> [Document] {
        guard let findings = index.findings, !findings.isEmpty else { return [] }
        return [("findings.csv", { try FindingsTable.write(findings, $0) })]
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
        ] + (index.part.map(BagGroup.init)?.fields ?? [])
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
            index.part.map { "part \($0.number) of \($0.count)" },
        ].compactMap(\.self).joined(separator: ", ")
    }

    private static func oneLine(_ text: String) -> String {
        let line = ShownText.line(text).trimmed
        return line.isEmpty ? "-" : line
    }
}

extension BagGroup {
    init(_ part: BundleIndex.PartEntry) { self.init(id: part.group, number: part.number, count: part.count) }
}
