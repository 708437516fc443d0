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
    /// Documents that are made one after the other.
    private typealias Chain = @Sendable () throws -> [PayloadFile]

    private static func prepared(_ index: BundleIndex, name: String, level: Int?, _ vault: Vault) throws
        -> [PayloadFile]
    {
        try sideBySide([
            { try indexAndPage(index, name: name, level: level, vault) },
            { try lists(index).map { try prepared($0, level: level) } },
        ])
    }

    /// The index, and what tells its fingerprint: the page and the list for findings.
    private static func indexAndPage(_ index: BundleIndex, name: String, level: Int?, _ vault: Vault) throws
        -> [PayloadFile]
    {
        let document = try prepared(("dossier.json", { try IndexDocument.write(index, $0) }), level: level)
        let fingerprint = document.fingerprint
        let excerpts = DocumentExcerpts(of: index) { file, octets in
            try? vault.head(of: file.fingerprint, octets: octets)
        }
        let page = BundlePage(index, bundleName: name, index: fingerprint, excerpts: excerpts)
        return [
            document, try prepared(("index.html", { try page.write($0) }), level: level),
            try prepared(
                (
                    "findings-template.csv",
                    { try $0(Array(FindingsTemplate.csv(index: fingerprint).utf8)) }
                ), level: level),
        ]
    }

    private static func lists(_ index: BundleIndex) -> [Document] {
        let always: [Document] = [
            ("evidence.csv", { try EvidenceList.write(index, $0) }),
            ("clauses.csv", { try ClauseList.write(index, $0) }),
            shipped("dossier.schema.json"), shipped("findings.schema.json"),
        ]
        return always + findings(index) + changes(index)
    }

    private static func shipped(_ name: String) -> Document {
        (name, { try $0(ShippedTemplate.bytes("bundle/\(name)") ?? []) })
    }

    /// The list of what changed, where the bundle was compared with an earlier one.
    private static func changes(_ index: BundleIndex) -> [Document] {
        guard index.since != nil else { return [] }
        return [("changes.csv", { try ChangeList.write(index, $0) })]
    }

    private static func prepared(_ document: Document, level: Int?) throws -> PayloadFile {
        PayloadFile(
            path: "data/\(document.path)",
            source: .prepared(try PreparedDocument(level: level, document.write)))
    }

    /// In the order of the chains.
    private static func sideBySide(_ chains: [Chain]) throws -> [PayloadFile] {
        let results = Mutex<[Int: Result<[PayloadFile], any Error>]>([:])
        DispatchQueue.concurrentPerform(iterations: chains.count) { number in
            let files = Result { try chains[number]() }
            results.withLock { $0[number] = files }
        }
        return try results.withLock { results in
            try chains.indices.flatMap { try results[$0]?.get() ?? [] }
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
