import ArgumentParser
import Certification
import Reporting
import Store

/// `dossier soa`
struct SoAShow: Command {
    static let configuration = CommandConfiguration(
        "show", "Show the statement of applicability, or write it to a file.",
        detail: """
            Every control with whether it applies and why, how far it is carried out by the evidence on the day, who
            answers for it, and what a person judged. The version is the newest entry of the journal. The same
            version judged at the same day gives the same bytes.
            """,
        examples: [
            "dossier soa show", "dossier soa --only excluded,missing", "dossier soa -o soa.html",
            "dossier soa --as-of 2026-06-30 --format csv",
        ],
        statuses: [.unusableData, .notFound, .cannotCreate, .inputOutput, .temporary, .notPermitted])

    @Option(
        help: ArgumentHelp("The standard; needed when several have controls.", valueName: "id"))
    var standard: String?

    @Option(help: ArgumentHelp("The day to judge at; today when left out.", valueName: "day"))
    var on: Day?

    @Option(
        help: ArgumentHelp(
            "The statement as it was at the end of this day, judged at it unless --on is said.",
            valueName: "day"))
    var asOf: Day?

    @Option(
        help: ArgumentHelp(
            "List only controls with these statuses of `gap`, separated by commas.", valueName: "statuses"),
        transform: GapCommand.statuses)
    var only: [ClauseStatus]?

    @Option(help: "table, json, csv or html; by the ending of FILE when left out.")
    var format: ApplicabilityFormat?

    @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"))
    var output: String?

    @Flag(help: "Replace the file if it exists.")
    var overwrite = false

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if overwrite, output == nil { throw ValidationError("--overwrite goes with --output") }
        if let output, format == nil, ApplicabilityFormat(fileName: output) == nil {
            throw ValidationError(
                "\(output) has no known ending: .html, .csv or .json; otherwise say --format")
        }
        if form == .html, only != nil {
            throw ValidationError("--only does not go with html, which shows the whole statement")
        }
    }

    func run(in session: Session) throws -> ExitStatus {
        let statement = try session.applicability(of: standard, asOf: asOf, on: on)
        guard let output else {
            try write(statement, as: form, to: session.console)
            return .done
        }
        let octets = try session.console.collecting { try write(statement, as: form, to: $0) }
        // Spreadsheets take UTF-8 for the local code page unless it begins with this.
        let mark = form == .csv ? Array("\u{FEFF}".utf8) : []
        try OutputFile(output, in: session, overwrite: overwrite).write(mark + octets)
        session.console.tell("\(output)  \(statement.sentence)")
        return .done
    }

    /// What was asked for, or what the name of the file says.
    private var form: ApplicabilityFormat {
        format ?? output.flatMap { ApplicabilityFormat(fileName: $0) } ?? .table
    }

    private func write(
        _ statement: StatementOfApplicability, as format: ApplicabilityFormat, to console: Console
    ) throws {
        let page = SoAPage(statement, only: only)
        switch format {
        case .table: try console.render(page, as: .table)
        case .json: try console.render(page, as: .json)
        case .csv: try console.render(page, as: .csv)
        case .html: try console.out(Array(ApplicabilityPage.html(statement).utf8))
        }
    }
}

/// How a statement of applicability is written.
enum ApplicabilityFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv, html

    /// By the ending of a file's name; nil where it says nothing.
    init?(fileName: String) {
        let parts = fileName.lowercased().split(separator: ".", omittingEmptySubsequences: false)
        switch parts.count > 1 ? parts.last : nil {
        case "html", "htm": self = .html
        case "csv": self = .csv
        case "json": self = .json
        default: return nil
        }
    }
}
