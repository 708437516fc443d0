import Certification
import Store

/// What is new since the last run, for each recipient: a question to a register, without an effect.
struct ReminderRun {
    let today: Day
    let format: RemindFormat
    let digests: [ReminderDigest]
    /// The day of the last run where that lies after today: somebody set the clock back (rule RM-9).
    let clockSetBack: Day?

    /// - Parameter recipient: who is told of an item; nil where nobody is known, which is an error where something new is
    ///   to be told.
    init(
        _ view: RegisterView, today: Day, format: RemindFormat, policy: ReminderPolicy,
        recipient: (DueItem) -> String?
    ) throws {
        self.today = today
        self.format = format
        let last = try view.lastReminderRun()
        clockSetBack = last.flatMap { $0 > today ? $0 : nil }
        digests = try Self.digests(view, today, format, policy, recipient)
    }

    private static func digests(
        _ view: RegisterView, _ today: Day, _ format: RemindFormat, _ policy: ReminderPolicy,
        _ recipient: (DueItem) -> String?
    ) throws -> [ReminderDigest] {
        let (marks, snoozes) = (try view.reminderMarks(format.channel), try view.snoozes())
        var found: [String: [(line: ReminderLine, mark: (ReminderKey, ReminderMark))]] = [:]
        try view.forEachDueItem(on: today) { item in
            // What lies far ahead was never told, unless it was moved there.
            guard policy.mayTell(item, today: today) || !marks.isEmpty else { return }
            let known = recipient(item)
            let key = ReminderKey(item: item.key, recipient: known ?? "")
            let decision = policy.decide(
                item, after: marks[key], today: today, snoozedUntil: snoozes[item.key])
            guard let mark = decision.mark(due: item.due) else { return }
            guard known != nil else { throw ReminderSettings.noAddress(of: item) }
            found[key.recipient, default: []].append(
                (ReminderLine(item, decision, today: today), (key, mark)))
        }
        return found.sorted { $0.key < $1.key }.map { recipient, lines in
            let sorted = lines.sorted { $0.line.order < $1.line.order }
            return ReminderDigest(
                recipient: recipient, day: today, lines: sorted.map(\.line), marks: sorted.map(\.mark))
        }
    }
}

extension ReminderPolicy {
    /// Whether anything of an item is reached at all.
    fileprivate func mayTell(_ item: DueItem, today: Day) -> Bool {
        item.due.days(since: today) <= max(Self.longLead, leads.first ?? 0) + 60
    }
}

extension ReminderLine {
    /// By section, then by date, then by name.
    fileprivate var order: (Int, Day, String) {
        (Section.allCases.firstIndex(of: section) ?? 0, due, key)
    }
}
