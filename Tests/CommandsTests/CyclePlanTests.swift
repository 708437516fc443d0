import Certification
import Foundation
import Testing

@testable import Commands

@Suite("The road to a first certificate, planned")
struct CyclePlanTests {
    @Test("laid out, saved, followed")
    func life() throws {
        let desk = try Desk.withRegister()
        desk.run("cycle", "plan").expect(
            out: "", err: "No road is planned. Next: dossier cycle plan --target DAY\n")
        desk.run("cycle", "plan", "--target", "2027-06-30").expect(
            out: """
                Road to ISO/IEC 20000-1:2018 from 2027-01-25 to the decision on 2027-06-30, 0 of 10 steps done
                  step               first       last        days  status  why
                  gap analysis       2027-01-25  2027-02-07    14  open    says what is missing
                  procedures         2027-02-08  2027-03-24    45  open    after the gap analysis, side by side
                  workflows          2027-02-08  2027-03-24    45  open    after the gap analysis, side by side
                  training           2027-02-08  2027-03-09    30  open    after the gap analysis, side by side
                  KPI monitoring     2027-02-22  2027-05-21    89  open    from the first procedures on: records for stage 2
                  internal audit     2027-05-22  2027-05-26     5  open    before stage 2 (ST-4), when there are records to look at
                  management review  2027-05-27  2027-05-28     2  open    before stage 2 (ST-4), with the results of the internal audit
                  stage 1            2027-05-29  2027-05-30     2  open    documents and readiness (ST-1)
                  stage 2            2027-06-14  2027-06-16     3  open    the whole system, within the body's time after stage 1 (ST-2)
                  decision           2027-06-17  2027-06-30    14  open    the body decides on the last day; the cycle begins (CY-1)

                """, err: "Nothing was written. Next: dossier cycle plan --target 2027-06-30 --save\n")
        #expect(desk.run("log").out.split(separator: "\n").count == 3)
        desk.run("cycle", "plan", "--target", "2027-06-30", "--save", "--format", "csv").expect(
            err: "Saved. Next: dossier cycle plan --done gap-analysis --save\n")
        desk.run("cycle", "plan", "--target", "2027-06-30", "--save", "--format", "csv").expect(
            err: "The plan is like that already; nothing was changed.\n")
        #expect(desk.run("log").out.contains("road to iso20000-1-2018: 10 steps"))
        desk.run(on: "2027-02-10", "cycle", "plan", "--done", "gap-analysis=2027-02-09").expect(
            out: """
                Road to ISO/IEC 20000-1:2018 from 2027-01-25 to the decision on 2027-07-02, 1 of 10 steps done
                  step               first       last        days  status  why
                  gap analysis       2027-01-25  2027-02-09    16  ok      says what is missing
                  procedures         2027-02-10  2027-03-26    45  due     after the gap analysis, side by side
                  workflows          2027-02-10  2027-03-26    45  due     after the gap analysis, side by side
                  training           2027-02-10  2027-03-11    30  due     after the gap analysis, side by side
                  KPI monitoring     2027-02-24  2027-05-23    89  open    from the first procedures on: records for stage 2
                  internal audit     2027-05-24  2027-05-28     5  open    before stage 2 (ST-4), when there are records to look at
                  management review  2027-05-29  2027-05-30     2  open    before stage 2 (ST-4), with the results of the internal audit
                  stage 1            2027-05-31  2027-06-01     2  open    documents and readiness (ST-1)
                  stage 2            2027-06-16  2027-06-18     3  open    the whole system, within the body's time after stage 1 (ST-2)
                  decision           2027-06-19  2027-07-02    14  open    the body decides on the last day; the cycle begins (CY-1)
                  warning: the decision moves from 2027-06-30 to 2027-07-02, 2 days later

                """,
            err: "Nothing was written. Next: dossier cycle plan --done gap-analysis=2027-02-09 --save\n")
    }

    @Test("a target that is too soon, with monitoring that is too short")
    func tooSoon() throws {
        let desk = try Desk.withRegister()
        let answer = desk.run(
            "cycle", "plan", "20000-1", "--target", "2027-02-28", "--duration", "kpi-monitoring=45d",
            "--rule",
            "stage_gap=10d")
        answer.expect(
            err:
                "Nothing was written. Next: dossier cycle plan --target 2027-02-28 --duration kpi-monitoring=45d --rule stage_gap=10d --save\n"
        )
        #expect(
            answer.out.hasSuffix(
                """
                  decision           2027-02-15  2027-02-28    14  open    the body decides on the last day; the cycle begins (CY-1)
                  warning: 2027-02-28 is too soon: gap analysis would have begun on 2026-11-15, 7 days before today; the earliest possible decision is 2027-03-07
                  warning: KPI monitoring yields 1 whole month of records (2026-12-13..2027-01-26); 3 or more are expected
                  warning: the pause after stage 1 is cut: the body wants stage 2 by 2027-02-14 (ST-2)

                """))
    }

    @Test("as JSON, with the warnings")
    func json() throws {
        let desk = try Desk.withRegister()
        let answer = desk.run(
            "cycle", "plan", "--start", "2026-12-01", "--duration", "kpi-monitoring=1m", "--format", "json")
        let page = try #require(JSONSerialization.jsonObject(with: Data(answer.out.utf8)) as? [String: Any])
        let road = try #require((page["roads"] as? [[String: Any]])?.first)
        #expect(page["day"] as? String == "2026-11-22" && road["saved"] as? Bool == false)
        #expect(road["standard"] as? String == "iso20000-1-2018" && road["start"] as? String == "2026-12-01")
        #expect((road["warnings"] as? [[String: String]])?.map { $0["code"] } == ["few-records"])
        let step = try #require((road["steps"] as? [[String: Any]])?.last)
        #expect(
            Set(step.keys) == ["step", "name", "title", "first", "last", "days", "status", "margin", "why"])
        #expect(step["name"] as? String == "PLAN.decision" && step["margin"] as? Int == 107)
    }

    @Test("recorded audits and decisions count, and what was said of a step goes before them")
    func recorded() throws {
        let desk = try Desk.withRegister()
        let day = "2027-08-01"
        desk.run(
            "certificate", "add", "--id", "NW-1", "--standard", "20000-1", "--body", "BSI", "--scope", "All"
        )
        .expect()
        desk.run("cycle", "plan", "--target", "2027-06-30", "--save").expect()
        desk.run(on: day, "certificate", "record", "NW-1", "stage-1", "--on", "2027-06-01..2027-06-02")
            .expect()
        desk.run(on: day, "certificate", "record", "NW-1", "stage-2", "--on", "2027-06-20..2027-06-22")
            .expect()
        desk.run(on: day, "certificate", "record", "NW-1", "decision", "--on", "2027-07-15").expect()
        desk.run(on: "2027-06-25", "cycle", "plan", "--format", "csv").expect(
            out: """
                standard,step,first,last,days,status,done,why\r
                iso20000-1-2018,gap-analysis,2027-01-25,2027-02-07,14,overdue,,says what is missing\r
                iso20000-1-2018,procedures,2027-02-08,2027-03-24,45,overdue,,"after the gap analysis, side by side"\r
                iso20000-1-2018,workflows,2027-02-08,2027-03-24,45,overdue,,"after the gap analysis, side by side"\r
                iso20000-1-2018,training,2027-02-08,2027-03-09,30,overdue,,"after the gap analysis, side by side"\r
                iso20000-1-2018,kpi-monitoring,2027-02-22,2027-05-21,89,overdue,,from the first procedures on: records for stage 2\r
                iso20000-1-2018,internal-audit,2027-05-22,2027-05-26,5,overdue,,"before stage 2 (ST-4), when there are records to look at"\r
                iso20000-1-2018,management-review,2027-05-27,2027-05-28,2,overdue,,"before stage 2 (ST-4), with the results of the internal audit"\r
                iso20000-1-2018,stage-1,2027-06-01,2027-06-02,2,ok,2027-06-02,documents and readiness (ST-1)\r
                iso20000-1-2018,stage-2,2027-06-20,2027-06-22,3,ok,2027-06-22,"the whole system, within the body's time after stage 1 (ST-2)"\r
                iso20000-1-2018,decision,2027-06-17,2027-06-30,14,due,,the body decides on the last day; the cycle begins (CY-1)\r

                """, err: "Next: dossier cycle plan --done gap-analysis --save\n")
        let steps = RoadStep.allCases.prefix(7).flatMap { ["--done", "\($0.rawValue)=2027-05-20"] }
        desk.run(["cycle", "plan"] + steps + ["--save"], today: day).expect(
            err: "Saved. Next: dossier certificate list\n")
        let undone = desk.run(on: day, "cycle", "plan", "--not-done", "training")
        #expect(undone.out.contains("2027-07-15, 9 of 10 steps done\n"))
    }

    @Test("open steps are in the list of what is due; those that were recorded are not")
    func due() throws {
        let desk = try Desk.withRegister()
        desk.run("certificate", "add", "--id", "NW-1", "--standard", "20000-1", "--body", "B", "--scope", "S")
            .expect()
        desk.run("cycle", "plan", "--target", "2027-06-30", "--save").expect()
        let steps = RoadStep.allCases.prefix(7).flatMap { ["--done", "\($0.rawValue)=2027-05-28"] }
        desk.run(["cycle", "plan"] + steps + ["--save"], today: "2027-05-28").expect()
        func due() -> [Substring] {
            desk.run(on: "2027-06-01", "due").out.split(separator: "\n").filter { $0.contains("  PLAN  ") }
        }
        #expect(
            due() == [
                "OVERDUE  2027-05-30   -2d  iso20000-1-2018  PLAN  stage 1",
                "DUE 15d  2027-06-16  +15d  iso20000-1-2018  PLAN  stage 2",
                "DUE 29d  2027-06-30  +29d  iso20000-1-2018  PLAN  decision",
            ])
        desk.run(on: "2027-06-01", "certificate", "record", "NW-1", "stage-1", "--on", "2027-05-31").expect()
        #expect(due().count == 2)
    }

    @Test("several standards: which one is said in what is to be typed")
    func several() throws {
        let desk = try Desk.withRegister()
        desk.run("standard", "add", "27001").expect()
        desk.run("cycle", "plan", "--target", "2027-06-30").expect(64)
        desk.run("cycle", "plan", "27001", "--target", "2027-09-30").expect(
            err: "Nothing was written. Next: dossier cycle plan 27001 --target 2027-09-30 --save\n")
        for standard in ["27001", "20000-1"] {
            desk.run("cycle", "plan", standard, "--start", "2026-12-01", "--save").expect()
        }
        let all = desk.run("cycle", "plan")
        all.expect(err: "Next: dossier cycle plan 20000-1 --done gap-analysis --save\n")
        #expect(all.out.split(separator: "\n").count { $0.hasPrefix("Road to ") } == 2)
        #expect(
            desk.run("cycle", "plan", "27001").out.hasPrefix("Road to ISO/IEC 27001:2022 from 2026-12-01"))
    }

    @Test(
        "what cannot be planned",
        arguments: [
            (["--target", "2027-06-30", "--start", "2027-01-01"], 64, "say either --target or --start"),
            (["--duration", "training=45d"], 64, "--duration goes with --target or --start"),
            (
                ["--target", "2027-06-30", "--duration", "training=6w"], 64,
                "--duration training=6w: \"6w\" is no length; write days or months: 45d, 2m"
            ),
            (["--save"], 64, "say what is planned: --target DAY, --start DAY or --done STEP=DAY"),
            (["--done", "training=soon"], 64, "\"soon\" is no day; write training=YYYY-MM-DD"),
            (
                ["--done", "training", "--not-done", "training"], 64, "training is either done or not"
            ),
            (
                ["--done", "training=2026-11-23", "--target", "2027-06-30"], 64,
                "training cannot be done on 2026-11-23, which lies in the future"
            ),
            (["--start", "9999-10-01", "--save"], 64, "the road would leave the years 1 to 9999"),
            (["--target", "0001-02-01", "--save"], 64, "the road would leave the years 1 to 9999"),
            (["--done", "training"], 66, "no road to ISO/IEC 20000-1:2018 is planned"),
            (["9001"], 66, "no standard \"9001\"; known: iso20000-1-2018"),
        ] as [([String], Int32, String)])
    func refused(arguments: [String], status: Int32, message: String) throws {
        let desk = try Desk.withRegister()
        let answer = desk.run(["cycle", "plan"] + arguments)
        answer.expect(status, out: "")
        #expect(answer.err.hasPrefix("dossier: error: \(message)\n"), "\(answer.err)")
        #expect(desk.run("log").out.split(separator: "\n").count == 3)
    }
}
