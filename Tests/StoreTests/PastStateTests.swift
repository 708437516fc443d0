import Certification
import Store
import Testing

@Suite("The register as it was")
struct PastStateTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func noon(_ day: String) -> Timestamp {
        Timestamp(seconds: (Day(day) ?? Day(ordinal: 0)).ordinal * 86_400 + 43_200)
    }

    private func write(_ register: Register, on day: String, _ changes: Change...) throws {
        try register.write(actor: "qm", time: noon(day)) { transaction in
            for change in changes { try transaction.record(change) }
        }
    }

    @Test("holds what was written by the end of the day, and no more")
    func state() throws {
        let register = try RichRegister.create(in: folder)
        try write(
            register, on: "2026-12-01", .evidenceAdded(Evidence(id: "A", title: "A", kind: .policy)),
            .verdict)
        try write(register, on: "2026-12-03", .evidenceAdded(Evidence(id: "B", title: "B", kind: .plan)))
        func items(_ day: String) throws -> [String]? {
            let past = try register.state(asOf: Day(day) ?? Day(ordinal: 0), civilDate: { $0.utcDay })
            return try past?.read { view in
                var ids: [String] = []
                try view.forEachEvidence { ids.append($0.evidence.id) }
                return ids
            }
        }
        #expect(try items("2026-12-04") == ["A", "B"])
        #expect(try items("2026-12-02") == ["A"])
        #expect(try items("2026-12-01") == ["A"])
        #expect(try items("2026-11-30") == [])
        #expect(try items("2026-01-01") == nil)
        #expect(try register.read { try $0.firstEntryTime() } == RichRegister.time)
    }

    @Test("the day is that of the zone, and the present state is untouched")
    func zone() throws {
        let register = try RichRegister.create(in: folder)
        try write(register, on: "2026-12-01", .evidenceAdded(Evidence(id: "A", title: "A", kind: .policy)))
        let head = try register.read { try $0.journalHead() }
        let day = try #require(Day("2026-12-01"))
        let ahead = try register.state(asOf: day) { Timestamp(seconds: $0.seconds + 50_400).utcDay }
        #expect(try ahead?.read { try $0.journalHead().sequence } == 2)
        #expect(try register.read { try $0.journalHead() } == head)
    }
}

extension Change {
    /// A change that concerns no item: a past state holds those too.
    fileprivate static var verdict: Change {
        .assessed(
            Assessment(
                clause: .init(standard: "a-1", number: "8.1"), verdict: .gap, by: "B", reason: "r",
                on: Day(ordinal: 20_700)))
    }
}
