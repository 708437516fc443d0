import Certification
import GRDB
import Testing

@testable import Store

/// A register with a few dates, and what calendars are told of them on several days.
@Suite("Calendar in the register")
struct CalendarQueriesTests {
    private static let begin = Timestamp(seconds: 1_790_000_000)
    private static let today = Day(ordinal: 20_779)

    private let folder: TemporaryFolder
    private let register: Register

    init() throws {
        folder = try TemporaryFolder()
        register = try RichRegister.create(in: folder)
        try write(at: Self.begin) { transaction in
            for (number, id) in ["B-1", "a-1", "A", "A-1-x", "C"].enumerated() {
                try transaction.record(
                    .evidenceAdded(Evidence(id: id, title: "T\(number)", kind: .plan, owner: "Owner \(id)")))
                try transaction.record(
                    .revisionAdded(
                        evidence: id,
                        Revision(
                            number: 1, fingerprint: Fingerprint(of: Array(id.utf8)), size: 1,
                            mediaType: "text/plain", originalName: id, label: nil, effective: nil,
                            received: Self.today)))
                try transaction.record(
                    .evidenceEdited(Self.evidence(id, "T\(number)", "2027-01-0\(number + 1)")))
            }
        }
    }

    private static func evidence(_ id: String, _ title: String, _ review: String?) -> Evidence {
        Evidence(
            id: id, title: title, kind: .plan, owner: "Owner \(id)", reviewOn: review.flatMap { Day($0) })
    }

    private func write(at time: Timestamp, _ body: (inout RegisterTransaction) throws -> Void) throws {
        try register.write(actor: "qm", time: time, body)
    }

    private func edit(_ id: String, _ title: String, _ review: String?) throws {
        try write(at: Self.begin) {
            try $0.record(.evidenceEdited(Self.evidence(id, title, review)))
        }
    }

    /// What a calendar shows of evidence: `A 2027-01-03 #0 +0`, with the days since the first write; `-` for what is no more.
    private func told(
        after days: Int = 0, where isShown: @escaping (DueItem) -> Bool = { _ in true }, kept: Bool = true
    ) throws -> [String] {
        var lines: [String] = []
        let tell = { (walk: CalendarWalk) in
            var walk = walk
            while let (item, record) = try walk.next() {
                let age = (record.modified.seconds - Self.begin.seconds) / 86_400
                let mark = record.ended == nil ? "" : "-"
                lines.append("\(mark)\(item.subject) \(item.due) #\(record.sequence) +\(age)")
            }
        }
        let today = Self.today.adding(days: days)
        if kept {
            try write(at: Timestamp(seconds: Self.begin.seconds + days * 86_400)) {
                try tell(try $0.calendar(on: today, where: isShown))
            }
        } else {
            try register.read { try tell(try $0.calendar(on: today, where: isShown)) }
        }
        return lines
    }

    private static let first = [
        "A 2027-01-03 #0 +0", "A-1-x 2027-01-04 #0 +0", "B-1 2027-01-01 #0 +0", "C 2027-01-05 #0 +0",
        "a-1 2027-01-02 #0 +0",
    ]

    /// By octets: `A-1-x.review.1` stands before `A.review.1`.
    private static let order = [Self.first[1], Self.first[0], Self.first[2], Self.first[3], Self.first[4]]

    @Test("in the order of names; as it was where nothing changed")
    func unchanged() throws {
        #expect(try told() == Self.order)
        #expect(try told(after: 5) == Self.order)
        #expect(try told(after: 9, kept: false) == Self.order)
    }

    @Test("a date that moved, a new title, an end, a return, and the end of a cycle")
    func life() throws {
        _ = try told()
        try edit("A", "T2", "2027-02-03")
        try edit("C", "Other", "2027-01-05")
        #expect(
            try told(after: 2) == [
                Self.order[0], "A 2027-02-03 #1 +2", Self.order[2], "C 2027-01-05 #1 +2", Self.order[4],
            ])
        try edit("A", "T2", nil)
        let cancelled = [
            Self.order[0], "-A 2027-02-03 #2 +3", Self.order[2], "C 2027-01-05 #1 +2", Self.order[4],
        ]
        #expect(try told(after: 3) == cancelled)
        #expect(try told(after: 600) == cancelled)
        let last = Self.today.adding(days: 3).adding(CalendarRecord.cycle).days(since: Self.today)
        #expect(try told(after: last, kept: false) == cancelled)
        #expect(try told(after: last + 1, kept: false).count == 4)
        try edit("A", "T2", "2027-02-03")
        #expect(try told(after: 601)[1] == "A 2027-02-03 #3 +601")
        try edit("A", "T2", nil)
        _ = try told(after: 602)
        #expect(try told(after: 602 + last).count == 4)
        #expect(try told(after: 602).count == 4)
    }

    @Test("what is passed over is neither cancelled nor counted up")
    func filtered() throws {
        _ = try told()
        try edit("A", "T2", "2027-02-03")
        try edit("C", "T4", nil)
        let isOfA: (DueItem) -> Bool = { $0.owner == "Owner A" }
        #expect(try told(after: 1, where: isOfA) == ["A 2027-02-03 #1 +1"])
        #expect(
            try told(after: 2) == [
                Self.order[0], "A 2027-02-03 #1 +1", Self.order[2], "-C 2027-01-05 #1 +2", Self.order[4],
            ])
        let isOfC: (DueItem) -> Bool = { $0.owner == "Owner C" }
        #expect(try told(after: 3, where: isOfC) == ["-C 2027-01-05 #1 +2"])
    }

    @Test("nothing is remembered of what is only looked at; the newest entry of the journal is the time")
    func onlyLooked() throws {
        #expect(try told(kept: false) == Self.order)
        try write(at: Timestamp(seconds: Self.begin.seconds + 4 * 86_400)) {
            try $0.record(.evidenceEdited(Self.evidence("A", "New", "2027-01-03")))
        }
        #expect(try told(after: 9, kept: false)[1] == "A 2027-01-03 #0 +4")
        #expect(try told(after: 10)[1] == "A 2027-01-03 #0 +10")
    }

    @Test("the journal does not know of calendars, and a damaged state is named")
    func operating() throws {
        _ = try told()
        #expect(try register.verifyJournal().problem == nil)
        try register.write(actor: "qm", time: Self.begin) {
            try $0.database.execute(
                sql: "UPDATE calendar_item SET uid = 'Z', state = 'x' WHERE uid = 'C.review.1'")
        }
        #expect(throws: RegisterError.self) { try told() }
    }
}
