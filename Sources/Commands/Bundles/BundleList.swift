import ArgumentParser
import Certification
import Store

/// `dossier bundle list`
struct BundleList: Command {
    static let configuration = CommandConfiguration(
        "list", "List the bundles that were packed: when, for which audit, to whom.",
        detail: """
            The register remembers each bundle as it is packed. One that is packed again for the same audit and recipient,
            under the same name, is remembered once. The newest comes first.
            """,
        examples: ["dossier bundle list", "dossier bundle list --audit SV1-2027 --format json"],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Option(help: "Only those for this audit.")
    var audit: String?

    @OptionGroup var format: FormatOption
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let page = try session.register().read { view in
            let audit = try audit.map { try view.audit($0).id }
            return BundleListPage(
                try view.packedBundles().filter { audit == nil || $0.packing.audit == audit })
        }
        try session.console.render(page, as: format.format)
        return .done
    }
}

/// The bundles that were packed, the newest first.
struct BundleListPage: Listing {
    struct Line: Encodable {
        let packed: Timestamp
        let by: String
        let id: Fingerprint
        let index: Fingerprint
        let standard: String
        let day: Day
        let audit: String?
        let to: String?
        let file: String
        let octets: Int
        let isSigned: Bool
        let isEncrypted: Bool
    }

    let bundles: [Line]

    init(_ entries: [PackedEntry]) {
        bundles = entries.map { entry in
            let packing = entry.packing
            return Line(
                packed: entry.time, by: entry.actor, id: packing.id, index: packing.index,
                standard: packing.standard, day: packing.day, audit: packing.audit, to: packing.recipient,
                file: packing.fileName, octets: packing.octets, isSigned: packing.isSigned,
                isEncrypted: packing.isEncrypted)
        }
    }

    func encode(to encoder: any Encoder) throws { try bundles.encode(to: encoder) }

    static let header = [
        "packed", "by", "id", "index", "standard", "day", "audit", "to", "file", "octets", "signed",
        "encrypted",
    ]

    var rows: [[String]] {
        bundles.map { line in
            [
                line.packed.description, line.by, line.id.hex, line.index.hex, line.standard,
                line.day.description, line.audit ?? "", line.to ?? "", line.file, "\(line.octets)",
                line.isSigned ? "yes" : "no", line.isEncrypted ? "yes" : "no",
            ]
        }
    }

    func show(_ console: Console) throws {
        guard !bundles.isEmpty else {
            return console.tell("No bundle was packed. Next: dossier pack --to WHO")
        }
        var table = TextTable(columns: [
            .init("packed"), .init("bundle id"), .init("judged"), .init("audit"), .init("to", shrinks: true),
            .init("file"),
        ])
        table.rows = bundles.map { line in
            [
                line.packed.utcDay.description, BundleName.spoken(line.id), line.day.description,
                line.audit ?? "-", line.to ?? "-", line.file,
            ]
        }
        try console.table(table)
        console.tell("Next: dossier log --verify --against \(bundles[0].file)")
    }
}
