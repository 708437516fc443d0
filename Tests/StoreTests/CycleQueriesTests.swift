import Certification
import Store
import Testing

@Suite("Certificates, audits and findings in a register")
struct CycleQueriesTests {
    private let folder: TemporaryFolder
    private let register: Register

    init() throws {
        folder = try TemporaryFolder()
        register = try RichRegister.create(in: folder)
        try RichRegister.fill(register)
    }

    @Test("what was stated last comes back whole")
    func certificates() throws {
        try register.read { view in
            let certificates = try view.certificates()
            #expect(
                certificates == [
                    RichCycle.certificate("NW-1", sites: ["Leeds", "York"]),
                    RichCycle.certificate("NW-2", continues: "NW-1"),
                ])
            #expect(try view.certificate("nw-1").id == "NW-1")
            #expect(
                throws: RegisterError.unknown(what: "certificate", id: "NW-3", nearest: ["NW-1", "NW-2"])
            ) {
                try view.certificate("NW-3")
            }
        }
    }

    @Test("withdrawn events do not stand, and keep their numbers")
    func events() throws {
        try register.read { view in
            let events = try view.certificateEvents(of: "NW-1")["nw-1"] ?? []
            #expect(events.map(\.number) == [1, 3, 4])
            #expect(events[0] == RichCycle.event(1, .decision, expiry: RichCycle.day.adding(days: 1000)))
            #expect(events[1].months == Months(3))
            #expect(try view.nextEventNumber(of: "NW-1") == 5)
        }
    }

    @Test("a certificate that continues another takes its events and audits over")
    func continued() throws {
        let facts = try register.read { try $0.certificateFacts() }
        #expect(facts[1].events.map(\.kind) == [.decision, .postponement, .transfer])
        #expect(facts[1].audits.map(\.id) == ["AU-1", "IA-1"])
        #expect(facts[0].audits.count == 2)
    }

    @Test("audits are restated as a whole; called-off ones concern nobody")
    func audits() throws {
        try register.read { view in
            let audits = try view.audits()
            #expect(Set(audits.map { $0.id.uppercased() }) == ["AU-1", "IA-1", "SP-1"])
            let held = try view.audit("AU-1")
            #expect(held.state == .held && held.clauses == [RichCycle.clause])
            #expect(
                held.auditors == ["A. Berg", "M. Öz"] && held.mode == .hybrid && held.certificates == ["NW-1"]
            )
            #expect(try view.audit("sp-1").countsAsSurveillance == true)
        }
    }

    @Test("findings with their steps")
    func findings() throws {
        try register.read { view in
            let finding = try view.finding("nc-1")
            #expect(finding.steps.map(\.kind) == FindingStep.Kind.allCases)
            #expect(finding.isOpen && finding.current.isEmpty && finding.owner == "Lead")
            #expect(finding.audit.id.uppercased() == "AU-1" && finding.facts.clause == RichCycle.clause)
            #expect(try view.finding("NC-2").facts.clause == nil)
            #expect(try view.roads().first?.items.map(\.step) == [.gapAnalysis, .stage1])
            #expect(try view.nextIdentifier("NC", in: .finding) == "NC-3")
            #expect(try view.nextIdentifier("AUD", in: .audit) == "AUD-1")
            #expect(try view.holds("ia-1", in: .audit))
        }
    }

    @Test("an event that is not there cannot be withdrawn")
    func missing() throws {
        #expect(throws: RegisterError.unknown(what: "event", id: "NW-1 9", nearest: [])) {
            try register.write(actor: "qm", time: RichRegister.time) {
                try $0.record(.cycle(.eventWithdrawn(certificate: "NW-1", number: 9, reason: "r")))
            }
        }
    }

    @Test("a road is shown with what audits and decisions say was done")
    func roads() throws {
        let road = RoadPlan(
            standard: "a-1",
            items: [RoadStep.gapAnalysis, .internalAudit, .decision].map {
                RoadItem(step: $0, period: Period(RichCycle.day, RichCycle.day).unsafelyUnwrapped)
            })
        try register.write(actor: "a", time: Timestamp(seconds: 0)) {
            try $0.record(.cycle(.roadPlanned(road)))
        }
        try register.read { view in
            let last = RichCycle.day.adding(days: 201)
            #expect(try view.roads() == [road])
            #expect(try view.roads(on: last).map { $0.done.map(\.step) } == [[.internalAudit, .decision]])
            #expect(try view.roads(on: last)[0][.internalAudit]?.done == last)
            let early = try view.roads(on: RichCycle.day.adding(days: 1))[0]
            #expect(early.done.map(\.step) == [.decision])
        }
    }
}
