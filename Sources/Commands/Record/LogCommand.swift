import ArgumentParser
import Certification
import Reporting
import Store

/// `dossier log`
struct LogCommand: Command {
    static let configuration = CommandConfiguration(
        "log", "Show the journal, or check it.",
        detail: """
            The journal holds every change in order; nothing in it is ever altered. --verify recomputes the chain of
            hashes and replays all entries into an empty register, whose tables must then be the same. A bundle names the
            newest entry of the journal that it tells of: --against BUNDLE checks the bundle and says whether the journal
            still has that entry. Where it has not, the history was rewritten, or it is the bundle of another register.
            """,
        examples: [
            "dossier log --evidence INC-PRO-001", "dossier log --actor qm --since 2026-11-01 --format json",
            "dossier log --verify", "dossier log --verify --against sv1.zip",
        ],
        statuses: [
            .answerIsNo, .unusableData, .notFound, .cannotCreate, .inputOutput, .temporary, .notPermitted,
        ])

    @Option(help: ArgumentHelp("Changes of this item.", valueName: "id"))
    var evidence: String?

    @Option(help: ArgumentHelp("Changes by this person.", valueName: "name"))
    var actor: String?

    @Option(help: ArgumentHelp("From this UTC day on.", valueName: "day"))
    var since: Day?

    @Option(help: ArgumentHelp("Until the end of this UTC day.", valueName: "day"))
    var until: Day?

    @Flag(help: "Check the whole journal instead.")
    var verify = false

    @Option(
        help: ArgumentHelp(
            "With --verify: whether the journal holds what this bundle tells of.", valueName: "bundle"))
    var against: String?

    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var global: GlobalOptions

    private struct Line: Encodable {
        let sequence: Int
        let time: Timestamp
        let actor: String
        let type: String
        let evidence: String?
        let summary: String
        let hash: Fingerprint
    }

    func validate() throws {
        if verify, evidence != nil || actor != nil || since != nil || until != nil {
            throw ValidationError("--verify checks the whole journal; it takes no filter")
        }
        if against != nil, !verify { throw ValidationError("--against goes with --verify") }
        if passphrase.isGiven, against == nil {
            throw ValidationError("--passphrase-file and --passphrase-fd go with --against")
        }
        if verify, format.format == .csv { throw ValidationError("--verify writes table or json") }
    }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        if verify { return try JournalCheck(self, in: session).run(register) }
        let lines = try register.read { view in try self.lines(view) }
        switch format.format {
        case .json: try session.console.json(lines)
        case .csv:
            try session.console.csv(
                ["sequence", "time", "actor", "type", "evidence", "summary", "hash"], lines.map(row))
        case .table where lines.isEmpty: session.console.tell("No entry found.")
        case .table:
            var table = TextTable(columns: [
                .init("no", .right), .init("time (UTC)"), .init("actor"), .init("item"), .init("change"),
            ])
            table.rows = lines.map {
                ["\($0.sequence)", $0.time.description, $0.actor, $0.evidence ?? "-", $0.summary]
            }
            try session.console.table(table)
        }
        return .done
    }

    private func lines(_ view: RegisterView) throws -> [Line] {
        if let evidence { _ = try view.evidence(evidence) }
        let filter = JournalFilter(
            evidence: evidence, actor: actor, since: since.map { Timestamp(seconds: $0.ordinal * 86_400) },
            until: until.map { Timestamp(seconds: ($0.ordinal + 1) * 86_400 - 1) })
        let coder = ChangeCoder()
        var lines: [Line] = []
        try view.forEachEntry(filter) { entry in
            let change = try coder.change(entry.change)
            lines.append(
                Line(
                    sequence: entry.sequence, time: entry.time, actor: entry.actor, type: change.type,
                    evidence: change.evidence, summary: try view.summary(of: change, at: entry.sequence),
                    hash: entry.hash))
        }
        return lines
    }

    private func row(_ line: Line) -> [String] {
        [
            "\(line.sequence)", line.time.description, line.actor, line.type, line.evidence ?? "",
            line.summary,
            line.hash.hex,
        ]
    }
}

extension JournalVerification.Problem {
    /// The first bad entry in words.
    var sentence: String {
        switch self {
        case .sequenceBroken(let entry, let expected):
            "entry \(entry) stands where entry \(expected) is expected"
        case .chainBroken(let entry): "entry \(entry) does not follow the entry before it"
        case .altered(let entry): "entry \(entry) is not what was hashed"
        case .notApplicable(let entry, let why): "entry \(entry) cannot be replayed: \(why)"
        case .unprotected:
            "every entry holds, but what refuses to alter the journal was taken out of the database"
        case .tableDiffers(let table, let row):
            "the table \(table) is not what the journal gives, first at \(row)"
        }
    }
}
