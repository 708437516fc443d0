import ArgumentParser
import Bundling
import Certification
import Reporting
import Store

/// `dossier export register.csv`
struct ExportCommand: Command {
    static let configuration = CommandConfiguration(
        "export", "Write the register as a master list.",
        detail: """
            The list has the columns of `dossier help formats`; `dossier import` reads it and changes nothing. Without
            --files the documents stay in the register, and a row says what the last revision of its item says; with it
            every revision has a row and its document beside the list, so that another register of the same standards
            can import it whole. A clause that was only suggested is written 8.6.1?. Retired items, reviews, remarks on
            links and verdicts are no part of a list.
            """,
        examples: [
            "dossier export register.csv", "dossier export register.json --overwrite",
            "dossier export handover/register.csv --files documents", "dossier export - --format json",
        ],
        statuses: [
            .answerIsNo, .unusableData, .notFound, .cannotCreate, .inputOutput, .temporary, .notPermitted,
        ])

    enum Format: String, ExpressibleByArgument, CaseIterable { case csv, json }

    @Argument(
        help: ArgumentHelp("The list to write, .csv or .json, or - for standard output.", valueName: "file"),
        completion: .file(extensions: ["csv", "json"]))
    var file: String

    @Option(help: "csv or json; by the ending of FILE when left out.")
    var format: Format?

    @Option(
        help: ArgumentHelp(
            "Also write the documents into this folder, which is new and lies beside the list.",
            valueName: "folder"))
    var files: String?

    @Flag(help: "Replace the list if it exists.")
    var overwrite = false

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if file == "-", overwrite { throw ValidationError("--overwrite goes with a file") }
        if file == "-", files != nil { throw ValidationError("--files goes with a file") }
        if let files, files.isEmpty || files.contains("/") || files.hasPrefix(".") {
            throw ValidationError("--files names a folder beside the list, without slashes")
        }
        guard file == "-" || format != nil || ending != nil else {
            throw ValidationError("\(file) has no known ending: .csv or .json; otherwise say --format")
        }
    }

    private var ending: Format? {
        Format.allCases.first { file.lowercased().hasSuffix("." + $0.rawValue) }
    }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let items = try register.read { try ExportedItems($0) }
        let documents = files.map {
            DocumentFolder($0, beside: session.absolute(file), register.vault, in: session)
        }
        let list = RegisterList(severalStandards: items.severalStandards, path: documents.map { $0.path })
        let rows = items.records.flatMap { list.rows(of: $0) }
        if file == "-" {
            try session.console.out(try octets(rows, session.console, marked: false))
        } else {
            let output = try OutputFile(file, in: session, overwrite: overwrite)
            try documents?.write(items.records)
            let list = try octets(rows, session.console, marked: true)
            try output.write { sink in
                try sink(list)
                try documents?.giveName()
            }
            documents?.keep()
        }
        tell(items, rows, session.console)
        return .done
    }

    private func octets(_ rows: [RegisterList.Row], _ console: Console, marked: Bool) throws -> [UInt8] {
        if (format ?? ending) == .json {
            return try console.collecting { console in
                try console.json(streaming: { write in for row in rows { try write(ListedRow(row)) } })
            }
        }
        // Spreadsheets take UTF-8 for the local code page unless it begins with this.
        var octets = Array(((marked ? "\u{FEFF}" : "") + MasterListWriter.header).utf8)
        for row in rows { octets += Array(MasterListWriter.row(row).utf8) }
        return octets
    }

    private func tell(_ items: ExportedItems, _ rows: [RegisterList.Row], _ console: Console) {
        let altered = (format ?? ending ?? .csv) == .csv ? rows.count(where: MasterListWriter.isAltered) : 0
        if altered > 0 {
            console.warn(
                "\(counted(altered, "row")) with control characters, which the list writes by their names")
        }
        let retired = items.retired == 0 ? "" : "; \(items.retired) retired left out"
        if file != "-" { console.tell("\(file)  \(counted(items.records.count, "item"))\(retired)") }
        if items.records.isEmpty { console.tell("The register is empty. Next: dossier add FILE") }
    }
}

/// A row of a list with the names of its columns.
private struct ListedRow: Encodable {
    let cells: [String: RegisterList.Cell]

    init(_ row: RegisterList.Row) {
        cells = Dictionary(row.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(cells)
    }
}

/// What of a register goes into a list.
private struct ExportedItems {
    var records: [EvidenceRecord] = []
    var retired = 0
    let severalStandards: Bool

    init(_ view: RegisterView) throws {
        severalStandards = try view.catalogues().count > 1
        try view.forEachEvidence { record in
            if record.retired == nil {
                records.append(record)
            } else {
                retired += 1
            }
        }
    }
}
