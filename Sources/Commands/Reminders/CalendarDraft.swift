import Certification
import Reporting
import Store

/// The calendar of a register as it is about to be written.
struct CalendarDraft {
    private let register: Register
    private let session: Session
    private let today: Day
    private let filter: DueFilter
    /// When calendars ring; nil where they are silent.
    private let policy: ReminderPolicy?
    private let publisher: String?

    /// Octets that are handed over at once.
    private static let piece = 1 << 16

    init(
        _ register: Register, _ session: Session, _ filter: DueFilter, rings: Bool, _ method: CalendarMethod?
    ) throws {
        (self.register, self.session, self.filter) = (register, session, filter)
        today = try session.today(register)
        let configuration = try RegisterConfiguration.load(register.location)
        policy = rings ? ReminderPolicy(leads: configuration.leads) : nil
        publisher = method == .publish ? configuration.mail.sender : nil
    }

    /// Writes all of it in one transaction, which remembers what calendars are told. Where this user may not write the
    /// register, nothing is remembered.
    func write(to sink: ([UInt8]) throws -> Void) throws -> CalendarTally {
        guard register.isWritable else {
            return try register.read { view in
                try filter.check(view)
                return try write(view, try view.calendar(on: today, where: filter.lets), to: sink)
            }
        }
        return try session.write(register) { transaction in
            try filter.check(transaction.view)
            let items = try transaction.calendar(on: today, where: filter.lets)
            return try write(transaction.view, items, to: sink)
        }
    }

    private func write(_ view: RegisterView, _ items: CalendarWalk, to sink: ([UInt8]) throws -> Void) throws
        -> CalendarTally
    {
        var text = CalendarText(name: try name(view), publisher: publisher)
        var (items, tally, rules) = (items, CalendarTally(), RuleShelf())
        let identity = try view.registerIdentity()
        while let (item, record) = try items.next() {
            let event = CalendarEvent(
                item, record, identity: identity, rule: rules.words(item.rule),
                alarms: policy?.leads(of: item) ?? [])
            guard let event else { continue }
            text.add(event)
            tally.add(event)
            if text.count > Self.piece { try sink(text.take()) }
        }
        text.end()
        try sink(text.take())
        return tally
    }

    /// `ACME Ltd`, or of a part of the dates `ACME Ltd (NW-1, Quality manager)`.
    private func name(_ view: RegisterView) throws -> String {
        let certificate = try filter.certificate.map { try view.certificate($0).id }
        let parts = [certificate, filter.owner].compactMap(\.self)
        return try view.organization() + (parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))")
    }
}

/// The rules that were looked up: a calendar has many dates and few rules.
private struct RuleShelf {
    private var known: [String: DueRuleWords?] = [:]

    mutating func words(_ rule: String) -> DueRuleWords? {
        if let words = known[rule] { return words }
        let words = DueRuleWords(rule)
        known[rule] = words
        return words
    }
}

/// How much a calendar shows.
struct CalendarTally {
    private(set) var shown = 0
    private var cancelled = 0

    mutating func add(_ event: CalendarEvent) {
        shown += 1
        if event.status == .cancelled { cancelled += 1 }
    }

    /// `12 dates, 2 of them cancelled`
    var sentence: String {
        (shown == 1 ? "1 date" : "\(shown) dates")
            + (cancelled > 0 ? ", \(cancelled) of them cancelled" : "")
    }
}
