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
        try session.write(register) { transaction in
            let found = try self.item(transaction.view, on: today)
            let effective = try until.map { try day(of: found, asked: $0, today) }
            let isSilent = try transaction.view.snoozes()[found.key] != nil
            if isSilent || effective != nil {
                try transaction.record(
                    .cycle(.snoozed(Snooze(item: found.key, until: effective, by: session.actor))))
            }
            tell(found, effective, wasSilent: isSilent, session.console)
        }
        return .done
    }

    /// The first day on which it is told again; a violation is not silent beyond the day before its due day.
    private func day(of item: DueItem, asked: Day, _ today: Day) throws -> Day {
        let effective = Snooze.effective(asked, for: item)
        if effective > today { return effective }
        throw Failure(
            .unusableData,
            "\(item.key) is due on \(item.due) and breaks a rule then; it cannot wait (RM-12)",
            hint: "dossier due --explain \(item.rule)")
    }

    private func tell(_ item: DueItem, _ effective: Day?, wasSilent: Bool, _ console: Console) {
        guard let effective else {
            return console.tell(wasSilent ? "\(item.key) is told again." : "\(item.key) was not snoozed.")
        }
        console.tell("\(item.key) is told again from \(effective) on.")
        if let until, effective < until {
            console.warn(
                "\(item.key) breaks a rule on \(item.due): not silent beyond the day before (RM-12)")
        }
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
