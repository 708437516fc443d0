import ArgumentParser
import Certification
import Store

/// `dossier snooze ITEM`
struct SnoozeCommand: Command {
    static let configuration = CommandConfiguration(
        "snooze", "Hear nothing of an item until a day.",
        detail: """
            ITEM is the name that `dossier due --format csv` shows as key, such as NW-1.SV-1.1, or the identifier of evidence or a
            finding with one date only. What breaks a rule is told again on the day before its due day at the latest. The due
            list shows snoozed items all the same.
            """,
        examples: [
            "dossier snooze PRO-005.review.1 --until 2027-01-15", "dossier snooze NW-1.SV-1.1 --end",
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The item.")
    var item: String

    @Option(help: ArgumentHelp("The first day on which it is told again.", valueName: "day"))
    var until: Day?

    @Flag(help: "Tell it again from now on.")
    var end = false

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if (until != nil) == end { throw ValidationError("say either --until DAY or --end") }
    }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let today = try session.today(register)
        if let until, until <= today {
            throw Failure(
                .usage, "\(until) does not lie in the future", hint: "--until \(today.adding(days: 7))")
        }
        let (found, effective) = try session.write(register) { transaction in
            let found = try self.item(transaction.view, on: today)
            let effective = until.map { Snooze.effective($0, for: found) }
            if let effective, effective <= today {
                throw Failure(
                    .unusableData,
                    "\(found.key) is due on \(found.due) and breaks a rule then; it cannot wait (RM-12)",
                    hint: "dossier due --explain \(found.rule)")
            }
            try transaction.record(
                .cycle(.snoozed(Snooze(item: found.key, until: effective, by: session.actor))))
            return (found, effective)
        }
        session.console.tell(
            effective.map { "\(found.key) is told again from \($0) on." } ?? "\(found.key) is told again.")
        if let until, let effective, effective < until {
            session.console.warn(
                "\(found.key) breaks a rule on \(found.due): not silent beyond the day before (RM-12)")
        }
        return .done
    }

    private func item(_ view: RegisterView, on today: Day) throws -> DueItem {
        var found: [DueItem] = []
        let name = item.lowercased()
        try view.forEachDueItem(on: today) { item in
            if item.key.lowercased() == name || item.subject.lowercased() == name { found.append(item) }
        }
        if let exact = found.first(where: { $0.key.lowercased() == name }) { return exact }
        guard let only = found.first else {
            throw Failure(
                .notFound, "nothing with a date is called \(item)", hint: "dossier due --format csv")
        }
        guard found.count == 1 else {
            throw Failure(
                .usage, "\(item) has several dates",
                hint: "one of " + found.map(\.key).joined(separator: ", "))
        }
        return only
    }
}
