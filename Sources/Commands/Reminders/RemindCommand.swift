import ArgumentParser
import Certification
import Store

/// `dossier remind`
struct RemindCommand: Command {
    static let configuration = CommandConfiguration(
        "remind", "Hand over what is newly due since the last run; silent when nothing is.",
        detail: """
            For a scheduler, every working day. Each item is told some days before its date (90, 60, 30, 14, 7, 1, and 0), then
            at growing distances after it; after missed runs once, the most urgent. What was told is remembered only after it
            was handed over: printed, or taken by COMMAND, which gets one message for each recipient on its standard input and
            the address in DOSSIER_RECIPIENT; where it ends with 75 the next run tries again. The first run tells all
            that has come so near; --mark-only adopts it silently.
            """,
        examples: [
            "dossier remind", "dossier remind --dry-run",
            "dossier remind --format mail --command \"sendmail -t -oi\"", "dossier remind --mark-only",
            "dossier remind --print-timer systemd",
        ],
        statuses: [
            .unusableData, .notFound, .programMissing, .inputOutput, .temporary, .notPermitted,
        ])

    @Option(help: "How it is written: text, json or mail.")
    var format = RemindFormat.text

    @Option(help: ArgumentHelp("Takes each message on its standard input.", valueName: "command"))
    var command: String?

    @Flag(help: "Show what would be handed over; nothing is remembered.")
    var dryRun = false

    @Flag(help: "Hand nothing over; remember everything as told.")
    var markOnly = false

    @Option(
        help: ArgumentHelp(
            "Print what runs this every working day: systemd, cron or schtasks.", valueName: "scheduler"))
    var printTimer: TimerKind?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if dryRun, markOnly { throw ValidationError("say either --dry-run or --mark-only") }
        if printTimer != nil, dryRun || markOnly {
            throw ValidationError("--print-timer only prints")
        }
        try refuseEmpty(command, "--command")
    }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        if let printTimer {
            return try ReminderTimer(printTimer, self, register, session).show(session.console)
        }
        let today = try session.today(register)
        let settings = try ReminderSettings(register, session)
        if dryRun {
            let run = try register.read { try self.run($0, today, settings) }
            return try show(run, settings, session)
        }
        return try handOver(register, today, settings, session)
    }

    private func run(_ view: RegisterView, _ today: Day, _ settings: ReminderSettings) throws -> ReminderRun {
        try ReminderRun(view, today: today, format: format, policy: settings.policy) { item in
            format == .mail ? settings.address(of: item) : ""
        }
    }

    private func show(_ run: ReminderRun, _ settings: ReminderSettings, _ session: Session) throws
        -> ExitStatus
    {
        tellClock(run, session.console)
        for digest in run.digests { try session.console.out(try settings.message(digest, format, session)) }
        session.console.tell(
            run.digests.isEmpty ? "Nothing new." : "Nothing was remembered. Run again without --dry-run.")
        return .done
    }

    /// The transaction is the claim: a second run at the same time waits, and then finds nothing new (rule RM-11).
    private func handOver(
        _ register: Register, _ today: Day, _ settings: ReminderSettings, _ session: Session
    ) throws -> ExitStatus {
        let refusals = try session.write(register) { transaction in
            let run = try self.run(transaction.view, today, settings)
            tellClock(run, session.console)
            // All are written before the first is handed over: one that cannot be written stops nothing half-way.
            let messages = try run.digests.map { try settings.message($0, format, session) }
            let refusals = try zip(run.digests, messages).compactMap { digest, message in
                if !markOnly, let refusal = try deliver(message, to: digest.recipient, session) {
                    return refusal
                }
                for (key, mark) in digest.marks { try transaction.mark(key, format.channel, mark) }
                return nil
            }
            // A run of which nothing was taken is none: the due list shall warn that reminders stopped.
            if refusals.isEmpty || refusals.count < run.digests.count {
                try transaction.recordReminderRun(on: today)
            }
            return refusals
        }
        return try conclude(refusals, session.console)
    }

    /// Hands one message over; the answer is why it was not taken.
    private func deliver(_ message: [UInt8], to recipient: String, _ session: Session) throws
        -> DeliveryRefusal?
    {
        guard let command else {
            try session.console.out(message)
            return nil
        }
        let outcome = ShellCommand(line: command, variables: ["DOSSIER_RECIPIENT": recipient]).run(message)
        guard outcome.status != 0 else { return nil }
        return DeliveryRefusal(recipient: recipient, status: outcome.status, complaint: outcome.complaint)
    }

    private func conclude(_ refusals: [DeliveryRefusal], _ console: Console) throws -> ExitStatus {
        guard let worst = DeliveryRefusal.worst(refusals) else { return .done }
        for refusal in refusals where refusal != worst { console.warn(refusal.message) }
        throw Failure(
            worst.exitStatus, worst.message, hint: "nothing of it is remembered; the next run tells it again")
    }

    private func tellClock(_ run: ReminderRun, _ console: Console) {
        guard let last = run.clockSetBack else { return }
        console.warn("today is \(run.today), but reminders ran on \(last) already; nothing is forgotten")
    }
}
