import Certification
import Testing

@Suite("Rules of the cycle, firing and silent")
struct CycleRuleTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let rule: CycleRule
        let day: String
        let said: [String]
        var desk: CycleDesk

        init(
            _ name: String, _ rule: CycleRule, _ day: String, _ said: [String],
            desk: CycleDesk = .certified(expiry: "2029-05-13"),
            _ happens: (inout CycleDesk) throws -> Void = { _ in }
        ) {
            (self.name, self.rule, self.day, self.said, self.desk) = (name, rule, day, said, desk)
            try? happens(&self.desk)
        }

        var testDescription: String { "\(rule.rawValue): \(name)" }
    }

    static let stages: [Example] = [
        Example("an open area of concern", .st1, "2026-03-10", ["ST-1.NC-1 due"], desk: CycleDesk()) {
            $0.audit(.stage1, "2026-03-02")
            $0.find(.areaOfConcern, in: 1)
        },
        Example("none after stage 2", .st1, "2026-05-01", [], desk: CycleDesk()) {
            $0.audit(.stage1, "2026-03-02")
            $0.find(.areaOfConcern, in: 1)
            $0.audit(.stage2, "2026-04-20")
        },
        Example("stage 2 to come", .st2, "2026-09-10", ["ST-2 open 2027-02-28"], desk: CycleDesk()) {
            $0.audit(.stage1, "2026-08-31")
        },
        Example("stage 2 too late", .st2, "2026-12-01", ["ST-2 overdue 2026-11-29"], desk: CycleDesk()) {
            $0.audit(.stage1, "2026-08-31")
            try $0.rule("stage_gap", "90d")
        },
        Example("a body without a maximum", .st2, "2026-12-01", [], desk: CycleDesk()) {
            $0.audit(.stage1, "2026-08-31")
            try $0.rule("stage_gap", "none")
        },
        Example("everything before stage 2", .st3, "2026-09-10", ["ST-3 noted"], desk: CycleDesk()),
        Example("nothing once certified", .st3, "2026-09-10", []),
        Example(
            "neither held", .st4, "2026-09-10",
            ["ST-4.internal due 2026-10-11", "ST-4.management-review due 2026-10-11"], desk: CycleDesk()
        ) { $0.audit(.stage2, "2026-10-12", .planned) },
        Example(
            "both held", .st4, "2026-09-10",
            ["ST-4.internal ok 2026-10-11", "ST-4.management-review ok 2026-10-11"], desk: CycleDesk()
        ) {
            $0.audit(.stage2, "2026-10-12", .planned)
            $0.audit(.internal, "2026-08-01")
            $0.audit(.managementReview, "2026-09-01")
        },
    ]

    static let surveillance: [Example] = [
        Example("far away", .sv1, "2026-06-01", ["SV-1 open 2027-05-14"]),
        Example("inside the lead time", .sv1, "2027-03-01", ["SV-1 due 2027-05-14"]),
        Example("planned", .sv1, "2027-03-01", ["SV-1 planned 2027-05-14"]) {
            $0.audit(.surveillance, "2027-04-20", .planned)
        },
        Example("planned too late is not planned", .sv1, "2027-03-01", ["SV-1 due 2027-05-14"]) {
            $0.audit(.surveillance, "2027-05-15", .planned)
        },
        Example("on the last day", .sv1, "2027-06-01", ["SV-1 ok 2027-05-14"]) {
            $0.audit(.surveillance, "2027-05-13..2027-05-14")
        },
        Example("across the boundary", .sv1, "2027-06-01", ["SV-1 late 2027-05-14"]) {
            $0.audit(.surveillance, "2027-05-14..2027-05-15")
        },
        Example("across the boundary, first day counts", .sv1, "2027-06-01", ["SV-1 ok 2027-05-14"]) {
            $0.audit(.surveillance, "2027-05-14..2027-05-15")
            try $0.rule("audit_date", "first-day")
        },
        Example("overdue", .sv1, "2027-05-15", ["SV-1 overdue 2027-05-14"]),
        Example("not after a recertification", .sv1, "2029-06-01", []) {
            $0.record(.recertificationDecision, "2029-04-30", expiry: "2032-05-13")
        },
        Example(
            "two calendar years", .sv2, "2026-06-01",
            ["SV-2.2027 open 2027-12-31", "SV-2.2028 open 2028-12-31"]),
        Example(
            "the warning begins in October", .sv2, "2027-10-01",
            ["SV-2.2027 due 2027-12-31", "SV-2.2028 open 2028-12-31"]),
        Example(
            "not yet in September", .sv2, "2027-09-30",
            ["SV-2.2027 open 2027-12-31", "SV-2.2028 open 2028-12-31"]),
        Example(
            "a year without", .sv2, "2029-02-01", ["SV-2.2027 ok 2027-12-31", "SV-2.2028 overdue 2028-12-31"]
        ) {
            $0.audit(.surveillance, "2027-05-10")
            $0.audit(.surveillance, "2029-01-15")
        },
        Example(
            "the recertification audit moves into the next year", .sv2, "2028-06-01",
            ["SV-2.2027 ok 2027-12-31", "SV-2.2028 open 2028-12-31"],
            desk: .certified("2026-01-20", expiry: "2029-01-19")
        ) {
            $0.audit(.surveillance, "2027-01-12")
            $0.audit(.recertification, "2029-01-08", .planned)
        },
        Example(
            "the recertification year needs none", .sv2, "2028-06-01", ["SV-2.2027 ok 2027-12-31"],
            desk: .certified("2026-01-20", expiry: "2029-01-19")
        ) { $0.audit(.surveillance, "2027-01-12") },
        Example("no interval of the body", .sv3, "2027-06-01", []) { $0.audit(.surveillance, "2027-05-10") },
        Example("an interval of the body", .sv3, "2028-06-01", ["SV-3 overdue 2028-03-02"]) {
            $0.audit(.surveillance, "2027-03-01..2027-03-02")
            try $0.rule("sv_max_interval_months", "12")
        },
        Example("the second in the second year", .sv5, "2028-06-01", ["SV-5 ok 2028-05-14"]) {
            $0.audit(.surveillance, "2027-05-10")
            $0.audit(.surveillance, "2028-05-14")
        },
        Example("the second after the second year", .sv5, "2028-06-01", ["SV-5 overdue 2028-05-14"]) {
            $0.audit(.surveillance, "2027-05-10")
        },
        Example(
            "a special audit does not count", .sv2, "2027-12-01",
            ["SV-2.2027 due 2027-12-31", "SV-2.2028 open 2028-12-31"]
        ) { $0.audit(.special, "2027-05-10") },
        Example(
            "a special audit counts where the body says so", .sv2, "2027-12-01",
            ["SV-2.2027 ok 2027-12-31", "SV-2.2028 open 2028-12-31"]
        ) {
            $0.audit(.special, "2027-05-10")
            try $0.rule("counts_as_surveillance", "true")
        },
    ]

    static let ends: [Example] = [
        Example("planning", .rc1, "2028-11-12", ["RC-1 open 2028-11-13"]),
        Example("planning begins", .rc1, "2028-11-13", ["RC-1 due 2028-11-13"]),
        Example("planned", .rc1, "2028-12-01", ["RC-1 ok 2028-11-13"]) {
            $0.audit(.recertification, "2029-02-01", .planned)
        },
        Example("the audit", .rc2, "2026-06-01", ["RC-2 open 2029-02-13"]),
        Example("the audit was late", .rc2, "2029-05-01", ["RC-2 late 2029-02-13"]) {
            $0.audit(.recertification, "2029-04-10")
        },
        Example("decision by the expiry", .rc3, "2029-05-13", ["RC-3 due 2029-05-13"]),
        Example("no decision", .rc3, "2029-05-14", ["RC-3 overdue 2029-05-13"]),
        Example("recertified", .rc4, "2029-06-01", ["RC-4 noted"]) {
            $0.record(.recertificationDecision, "2029-04-30", expiry: "2032-05-13")
        },
        Example("very early", .rc4a, "2028-09-01", ["RC-4a noted"]) {
            $0.record(.recertificationDecision, "2028-08-20", expiry: "2032-05-13")
        },
        Example("not so early", .rc4a, "2029-06-01", []) {
            $0.record(.recertificationDecision, "2029-02-13", expiry: "2032-05-13")
        },
        Example("can be restored", .rc5, "2029-05-14", ["RC-5 due 2029-11-13"]),
        Example("restored by nobody", .rc5, "2029-05-14", []) { try $0.rule("restore_months", "0") },
        Example("not certified meanwhile", .rc6, "2029-05-14", ["RC-6 noted"]),
        Example("restored, with the lapse", .rc6, "2029-09-01", ["RC-6 noted", "RC-6.lapse noted"]) {
            $0.record(.recertificationDecision, "2029-08-20", expiry: "2032-05-13")
        },
        Example("too late to restore", .rc7, "2029-11-14", ["RC-7 noted"]),
        Example("in time to restore", .rc7, "2029-11-13", []),
        Example("the whole cycle", .rc9, "2028-01-01", ["RC-9 noted"]),
        Example("printed as computed", .cy2, "2026-06-01", []),
        Example(
            "printed otherwise", .cy2, "2026-06-01", ["CY-2 noted"], desk: .certified(expiry: "2029-05-14")),
        Example("nothing printed", .cy2, "2026-06-01", ["CY-2 noted"], desk: .certified()),
        Example("the decision", .cy1, "2026-06-01", ["CY-1 noted"]),
        Example("postponed", .ex1, "2027-01-01", ["EX-1 noted"]) {
            $0.record(.postponement, "2026-12-01", months: 6)
        },
        Example("not postponed", .ex1, "2027-01-01", []),
        Example("postponed surveillance", .sv1, "2027-06-01", ["SV-1 open 2027-11-14"]) {
            $0.record(.postponement, "2026-12-01", months: 6)
        },
    ]

    static let standing: [Example] = [
        Example("scope extended", .sc1, "2027-07-01", ["SC-1 noted"]) {
            $0.record(.scopeExtension, "2027-06-01")
        },
        Example("scope not extended", .sc1, "2027-07-01", []),
        Example("a stage 1 after a change", .rc8, "2027-07-01", ["RC-8 noted"]) {
            $0.record(.scopeExtension, "2027-06-01")
        },
        Example("no change", .rc8, "2027-07-01", []),
        Example("a stricter profile", .np1, "2027-07-01", ["NP-1 noted"]) {
            try $0.rule("restore_months", "0")
        },
        Example("the usual profile", .np1, "2027-07-01", []),
        Example("the clock of a suspended one", .su2, "2027-09-01", ["SU-2 noted"]) {
            $0.record(.suspension, "2027-08-31")
        },
        Example("no suspension", .su2, "2027-09-01", []),
        Example("suspended", .su1, "2027-09-01", ["SU-1 due 2028-02-29"]) {
            $0.record(.suspension, "2027-08-31")
        },
        Example("reinstated", .su1, "2027-10-01", []) {
            $0.record(.suspension, "2027-08-31")
            $0.record(.reinstatement, "2027-09-30")
        },
        Example("suspension runs into the expiry", .su1, "2029-02-01", ["SU-1 due 2029-05-13"]) {
            $0.record(.suspension, "2029-01-15")
        },
        Example("what follows", .su3, "2027-09-01", ["SU-3 open 2028-03-01"]) {
            $0.record(.suspension, "2027-08-31")
        },
        Example("the body ceased", .tr3, "2027-10-01", ["TR-3 open 2028-03-30"]) {
            $0.record(.bodyCeased, "2027-09-30")
        },
        Example("majors before a transfer", .tr4, "2027-10-01", ["TR-4 due 2028-03-30"]) {
            $0.audit(.surveillance, "2027-05-10")
            $0.find(.major, in: 1)
            $0.record(.bodyCeased, "2027-09-30")
        },
        Example("a suspended one cannot be transferred", .tr1, "2027-10-01", ["TR-1 noted"]) {
            $0.record(.suspension, "2027-09-01")
            $0.record(.bodyCeased, "2027-09-30")
        },
        Example("no transfer", .tr1, "2027-10-01", []),
        Example(
            "an edition ends", .tn1, "2027-01-01", ["TN-1.audit open 2028-04-30", "TN-1.end open 2028-10-31"]
        ) {
            try $0.rule("transition_end", "2028-10-31")
        },
        Example("no edition ends", .tn1, "2027-01-01", []),
        Example("taken over", .tr2, "2027-12-01", ["TR-2 noted"]) {
            $0.certificate.continues = "C-0"
            $0.record(.transfer, "2027-11-03", to: "C-1")
        },
        Example("no first surveillance after a transfer", .sv1, "2027-12-01", []) {
            $0.certificate.continues = "C-0"
            $0.record(.transfer, "2027-11-03", to: "C-1")
        },
    ]

    static let internals: [Example] = [
        Example(
            "none since the last external audit", .ia1, "2027-01-10",
            ["IA-1.internal due 2027-03-31", "IA-1.management-review due 2027-03-31"]
        ) {
            $0.audit(.surveillance, "2027-04-01", .planned)
            $0.audit(.internal, "2026-02-01")
        },
        Example(
            "both, and fresh", .ia1, "2027-01-10",
            ["IA-1.internal ok 2027-03-31", "IA-1.management-review ok 2027-03-31"]
        ) {
            $0.audit(.stage2, "2026-04-24")
            $0.audit(.surveillance, "2027-04-01", .planned)
            $0.audit(.internal, "2026-10-01")
            $0.audit(.managementReview, "2026-11-01")
        },
        Example(
            "one planned in time", .ia1, "2027-02-10",
            ["IA-1.internal planned 2027-03-31", "IA-1.management-review due 2027-03-31"]
        ) {
            $0.audit(.surveillance, "2027-04-01", .planned)
            $0.audit(.internal, "2027-03-01", .planned)
        },
    ]

    static let answers: [Example] = [
        Example("a major of stage 2", .nc4, "2026-05-01", ["NC-4.NC-1 due 2026-07-23"], desk: CycleDesk()) {
            $0.audit(.stage2, "2026-04-24")
            $0.find(.major, in: 1)
        },
        Example(
            "six months beat a slow body", .nc1, "2026-09-01", ["NC-1.NC-1 open 2027-02-28"],
            desk: CycleDesk()
        ) {
            $0.audit(.stage2, "2026-08-31")
            $0.find(.major, in: 1)
            try $0.rule("major_close_days", "365")
        },
        Example("the expiry beats the body", .nc2, "2029-05-14", ["NC-2.NC-1 overdue 2029-05-13"]) {
            $0.audit(.recertification, "2029-04-10..2029-04-12")
            $0.find(.major, in: 1)
        },
        Example("the plan for a minor", .nc4, "2027-05-20", ["NC-4.NC-1 due 2027-06-09"]) {
            $0.audit(.surveillance, "2027-05-10")
            $0.find(.minor, in: 1)
        },
        Example("decided without an accepted plan", .nc3, "2026-06-01", ["NC-3.NC-1 noted"]) {
            $0.audit(.stage2, "2026-04-24")
            $0.find(.minor, in: 1)
        },
        Example("accepted too late", .nc3, "2026-07-01", ["NC-3.NC-1 noted"]) {
            $0.audit(.stage2, "2026-04-24")
            $0.find(
                .minor, in: 1, steps: FindingTests.steps(["action 2026-05-10", "plan-accepted 2026-05-15"]))
        },
        Example("accepted on the day of the decision", .nc3, "2026-07-01", []) {
            $0.audit(.stage2, "2026-04-24")
            $0.find(
                .minor, in: 1, steps: FindingTests.steps(["action 2026-05-10", "plan-accepted 2026-05-14"]))
        },
        Example(
            "the action for a minor is late", .nc3, "2027-07-01", ["NC-3.NC-1.action overdue 2027-06-30"]
        ) {
            $0.audit(.surveillance, "2027-05-10")
            $0.find(.minor, in: 1, steps: FindingTests.steps(["action 2027-05-20 2027-06-30"]))
        },
        Example("and works", .nc3, "2027-07-01", ["NC-3.NC-1.action ok 2027-06-30"]) {
            $0.audit(.surveillance, "2027-05-10")
            $0.find(
                .minor, in: 1,
                steps: FindingTests.steps(["action 2027-05-20 2027-06-30", "effect 2027-06-20"]))
        },
        Example("of an internal audit no body asks", .nc4, "2027-07-01", []) {
            $0.audit(.internal, "2027-02-10")
            $0.find(.major, in: 1)
        },
        Example("an observation binds nobody", .nc4, "2027-05-20", []) {
            $0.audit(.surveillance, "2027-05-10")
            $0.find(.observation, in: 1)
        },
    ]

    @Test("each rule", arguments: stages + surveillance + ends + standing + internals + answers)
    func rule(example: Example) {
        #expect(example.desk.said(example.rule, on: example.day) == example.said)
        #expect(CertificateLife(example.desk.facts, upTo: CycleDesk.day(example.day)).refusals == [])
    }

    @Test("an overdue major says what follows")
    func consequence() throws {
        var desk = CycleDesk()
        desk.audit(.stage2, "2026-04-24")
        desk.find(.major, in: 1)
        for (day, remark) in [
            ("2026-07-23", nil), ("2026-07-24", "the body can refuse the decision"),
            ("2026-10-25", "the body can refuse the decision; another stage 2 is needed"),
        ] as [(String, String?)] {
            let said = try #require(desk.judged(day).outcomes.first { $0.detail == "NC-1" })
            #expect(said.remark == remark && said.severity == .error)
        }
    }

    @Test("every rule has words, a source and, where a body can change it, keys")
    func words() {
        for rule in CycleRule.allCases {
            #expect(rule.statement.hasSuffix("."), "\(rule)")
            #expect(!rule.source.isEmpty)
            #expect(CycleRule(named: rule.rawValue.lowercased()) == rule)
        }
        for key in ProfileKey.allCases { #expect(!key.rules.isEmpty && !key.meaning.isEmpty) }
        #expect(CycleRule(named: "SV-9") == nil)
    }
}
