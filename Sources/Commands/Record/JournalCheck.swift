import Bundling
import Certification
import Store

/// `dossier log --verify`: whether the journal is what it was, by itself and beside a bundle that left the house.
struct JournalCheck {
    private let command: LogCommand
    private let session: Session
    private let bundled: BundledHead?

    /// The bundle is checked first: one that is damaged proves nothing.
    init(_ command: LogCommand, in session: Session) throws {
        self.command = command
        self.session = session
        bundled = try command.against.map { try BundledHead($0, command.passphrase, in: session) }
    }

    private struct Verdict: Encodable {
        let valid: Bool
        let entries: Int
        let head: JournalHead
        let problem: String?
        let against: Comparison?
    }

    struct Comparison: Encodable {
        let bundle: String
        let sequence: Int
        let hash: Fingerprint
        let isContained: Bool
        let sentence: String
    }

    func run(_ register: Register) throws -> ExitStatus {
        let progress = ProgressLine("checking", total: 0, console: session.console)
        defer { progress.finish() }
        let verification = try register.verifyJournal()
        progress.finish()
        let comparison = try bundled.map { head in
            try register.read { head.compared(with: try $0.journalEntry(head.sequence)) }
        }
        try show(verification, comparison)
        return verification.problem == nil && comparison?.isContained ?? true ? .done : .answerIsNo
    }

    private func show(_ verification: JournalVerification, _ comparison: Comparison?) throws {
        let (problem, console) = (verification.problem?.sentence, session.console)
        if command.format.format == .json {
            return try console.json(
                Verdict(
                    valid: problem == nil, entries: verification.entries, head: verification.head,
                    problem: problem, against: comparison))
        }
        if let problem {
            try console.say("not intact: \(problem)")
            console.tell(
                "Everything before it holds. Next: restore the register from a backup made before the damage."
            )
        } else {
            try console.say(
                "intact: \(counted(verification.entries, "entry", plural: "entries")), every hash holds, a replay gives the same tables"
            )
            try console.say("head  \(verification.head.sequence)  \(verification.head.hash.hex)")
        }
        if let comparison { try console.say(comparison.sentence) }
    }
}

/// The newest entry of the journal that a bundle tells of, as its bag-info.txt names it.
struct BundledHead {
    static let label = "Dossier-Journal-Head"

    let sequence: Int
    private let bundle: String
    private let hash: Fingerprint

    init(_ bundle: String, _ passphrase: PassphraseOptions, in session: Session) throws {
        self.bundle = bundle
        let progress = ProgressLine("checking the bundle", total: 0, console: session.console)
        defer { progress.finish() }
        let report = try BundleVerification.verify(
            path: session.absolute(bundle),
            key: passphrase.key(to: bundle, in: session, folder: session.temporaryFolder),
            progress: { progress.advance($0) })
        guard report.valid else {
            let errors = report.problems.count { $0.severity == .error }
            throw Failure(
                .unusableData, "\(bundle) is not valid (\(counted(errors, "error"))) and proves nothing",
                hint: "dossier verify \(bundle)")
        }
        guard let head = Self.head(report.info) else {
            throw Failure(
                .unusableData, "\(bundle) names no entry of a journal (\(Self.label) in bag-info.txt)",
                hint: "only bundles of dossier do; dossier inspect \(bundle)")
        }
        (sequence, hash) = head
    }

    /// `42 5f1c...`; nil where the label is absent, said twice or something else.
    private static func head(_ info: [InfoField]) -> (Int, Fingerprint)? {
        let values = info.filter { $0.label.lowercased() == label.lowercased() }.map(\.value)
        let parts = values.count == 1 ? values[0].split(separator: " ") : []
        guard parts.count == 2, let sequence = Int(parts[0]), sequence > 0,
            let hash = Fingerprint(hex: parts[1])
        else { return nil }
        return (sequence, hash)
    }

    /// Whether the register's entry of that number is the one that the bundle names.
    func compared(with entry: JournalHead?) -> JournalCheck.Comparison {
        let isContained = entry?.hash == hash
        let sentence =
            if let entry {
                isContained
                    ? "contained: entry \(sequence) of \(entry.time), of which \(bundle) tells, stands in this journal"
                    : "not contained: entry \(sequence) is not the one of which \(bundle) tells; the history was rewritten, or it is the bundle of another register"
            } else {
                "not contained: the journal has no entry \(sequence), of which \(bundle) tells; entries were taken away, or it is the bundle of another register"
            }
        return JournalCheck.Comparison(
            bundle: bundle, sequence: sequence, hash: hash, isContained: isContained, sentence: sentence)
    }
}
