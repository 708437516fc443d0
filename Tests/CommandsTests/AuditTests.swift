import Foundation
import Testing

@testable import Certification
@testable import Commands

@Suite("Audits and management reviews")
struct AuditTests {
    /// A certificate of three sites in its first year, an internal audit and a management review held, the first
    /// surveillance planned.
    private func desk() throws -> Desk {
        let desk = try Desk.withRegister()
        for command in [
            ["certificate", "add", "--id", "NW-1", "--standard", "20000-1", "--body", "BSI", "--scope", "S"]
                + ["--site", "Leeds", "--site", "York", "--site", "Hull"],
            ["certificate", "record", "NW-1", "stage-2", "--on", "2026-04-22..2026-04-24"],
            ["certificate", "record", "NW-1", "decision", "--on", "2026-05-14", "--expiry", "2029-05-13"],
            ["audit", "record", "--kind", "internal", "--id", "IA-1", "--on", "2026-10-12..2026-10-13"]
                + ["--auditor", "A. Berg", "--clause", "8", "--clause", "9.2.1"],
            ["audit", "record", "--kind", "management-review", "--id", "MR-1", "--on", "2026-11-02"],
            ["audit", "plan", "--kind", "surveillance", "--certificate", "nw-1", "--id", "SV1-2027"]
                + ["--on", "2027-04-20..2027-04-21", "--auditor", "J. Smith", "--auditor", "L. Öz"]
                + ["--mode", "onsite", "--clause", "8.6", "--clause", "20000-1:9", "--site", "york"],
        ] { desk.run(command).expect(out: "") }
        return desk
    }

    private func evidence(on desk: Desk) throws {
        for file in ["min.txt", "rep.txt", "complaints.csv", "kpi.csv"] { try desk.write(file, file) }
        for command in [
            [
                "min.txt", "--id", "MIN-1", "--kind", "minutes", "--clause", "9.3", "--effective",
                "2026-11-02",
            ],
            ["rep.txt", "--id", "REP-1", "--kind", "record", "--effective", "2026-01-01"],
            ["complaints.csv", "--id", "CMP-1", "--kind", "complaint-log", "--period", "2026-10"],
            ["kpi.csv", "--id", "KPI-1", "--kind", "kpi-export", "--clause", "9.1", "--period", "2026-03"],
        ] { desk.run(["add"] + command).expect() }
    }

    @Test("planned: what it is, what comes next, and a warning for days that are past")
    func plan() throws {
        let desk = try desk()
        desk.run("audit", "plan", "--kind", "surveillance", "--certificate", "NW-1", "--on", "2028-05-02")
            .expect(
                out: "",
                err: """
                    AUD-2  surveillance of NW-1, planned for 2028-05-02
                    Next: dossier cycle show NW-1

                    """)
        desk.run("audit", "plan", "--kind", "internal", "--on", "2026-10-01", "--clause", "all").expect(
            err: """
                AUD-3  internal audit of 20000-1, planned for 2026-10-01
                dossier: warning: AUD-3 is planned for a day that is past; if it was held: dossier audit record AUD-3
                Next: dossier audit coverage

                """)
        desk.run("audit", "list").expect(
            out: """
                audit     kind               state    days                    of       mode    clauses               auditors
                AUD-1     stage 2            held     2026-04-22..2026-04-24  NW-1     -       all
                AUD-3     internal           planned  2026-10-01              20000-1  -       4, 5, 6, 7, 8, 9, 10
                IA-1      internal           held     2026-10-12..2026-10-13  20000-1  -       8, 9.2.1              A. Berg
                MR-1      management review  held     2026-11-02              20000-1  -       -
                SV1-2027  surveillance       planned  2027-04-20..2027-04-21  NW-1     onsite  8.6, 9                J. Smith, L. Öz
                AUD-2     surveillance       planned  2028-05-02              NW-1     -       -

                """, err: "Next: dossier audit show AUD-1\n")
        #expect(
            desk.run("cycle", "show").out.contains("planned  2027-05-14  +173d  SV-1  first surveillance"))
    }

    static let filters: [([String], [String])] = [
        (["--kind", "internal"], ["IA-1"]), (["--state", "planned"], ["SV1-2027"]),
        (["--year", "2026"], ["AUD-1", "IA-1", "MR-1"]), (["--year", "2025"], []),
        (["--certificate", "nw-1"], ["AUD-1", "IA-1", "MR-1", "SV1-2027"]),
        (["--certificate", "NW-1", "--kind", "surveillance", "--year", "2027"], ["SV1-2027"]),
        (["--state", "cancelled"], []),
    ]

    @Test("listed by kind, certificate, year and state", arguments: filters.indices)
    func list(index: Int) throws {
        let (options, ids) = Self.filters[index]
        let rows = try desk().run(["audit", "list", "--format", "csv"] + options).out.split(separator: "\r\n")
        #expect(rows.dropFirst().map { $0.split(separator: ",")[0] } == ids.map { Substring($0) })
    }

    @Test("listed for programs")
    func listed() throws {
        let desk = try desk()
        desk.run("audit", "list", "--state", "planned", "--format", "csv").expect(
            out: """
                id,kind,state,first,last,certificates,standards,auditors,mode,clauses,sites,reports,counts_as_surveillance,note\r
                SV1-2027,surveillance,planned,2027-04-20,2027-04-21,NW-1,iso20000-1-2018,J. Smith; L. Öz,onsite,iso20000-1-2018:8.6 iso20000-1-2018:9,York,,,\r

                """)
        desk.run("audit", "list", "--kind", "management-review", "--format", "json").expect(
            out: """
                [
                  {
                    "auditors" : [

                    ],
                    "certificates" : [

                    ],
                    "clauses" : [

                    ],
                    "first" : "2026-11-02",
                    "id" : "MR-1",
                    "kind" : "management-review",
                    "last" : "2026-11-02",
                    "reports" : [

                    ],
                    "sites" : [

                    ],
                    "standards" : [
                      "iso20000-1-2018"
                    ],
                    "state" : "held"
                  }
                ]

                """)
        try Desk.withRegister().run("audit", "list").expect(
            out: "", err: "No audits. Next: dossier audit plan --kind internal --on FIRST..LAST\n")
    }

    @Test("a planned audit becomes a held one; what is said replaces what stands, the rest stays")
    func record() throws {
        let desk = try desk()
        try evidence(on: desk)
        desk.run(
            "audit", "record", "sv1-2027", "--on", "2027-04-21..2027-04-22", "--report", "rep-1", "--clause",
            "9", "--site", "York", "--site", "HULL", "--note", "second day by video", "--mode", "hybrid",
            today: "2027-05-01"
        ).expect(
            out: "",
            err: """
                SV1-2027  surveillance of NW-1, held on 2027-04-21..2027-04-22
                Next: dossier cycle show NW-1

                """)
        desk.run("audit", "show", "SV1-2027").expect(
            out: """
                SV1-2027  surveillance of NW-1, held on 2027-04-21..2027-04-22
                  standards  ISO/IEC 20000-1:2018
                  auditors   J. Smith, L. Öz
                  mode       hybrid
                  clauses    9 (5 of 62)
                  sites      York, Hull (2 of 3; MS-1 asks for 2 and the central function)
                  note       second day by video
                  report     REP-1  Rep

                """, err: "Next: dossier cycle show NW-1\n")
        #expect(
            desk.run("cycle", "show", today: "2027-05-01").out.contains(
                "ok  2027-05-14   +22d  SV-1  first surveillance"))
        #expect(desk.run("log", "--verify").status == 0)
    }

    @Test("held without a plan, and what a special audit counts for")
    func unplanned() throws {
        let desk = try desk()
        desk.run("audit", "record", "SV1-2027", "--on", "2026-11-20").expect(
            err: """
                SV1-2027  surveillance of NW-1, held on 2026-11-20
                No report yet: dossier audit edit SV1-2027 --report ID
                Next: dossier cycle show NW-1

                """)
        desk.run(
            "audit", "record", "--kind", "special", "--certificate", "NW-1", "--on", "2027-02-03",
            "--counts-as-surveillance", today: "2027-03-01"
        ).expect()
        desk.run("audit", "show", "AUD-2").expect(
            out: """
                AUD-2  special audit of NW-1, held on 2027-02-03
                  standards  ISO/IEC 20000-1:2018
                  clauses    none named
                  counts     as surveillance

                """, err: "Next: dossier audit edit AUD-2 --report ID\n")
        #expect(
            desk.run("cycle", "show", today: "2027-03-01").out.contains(
                "ok  2027-12-31  +331d  SV-2  surveillance in 2027"))
        desk.run("audit", "edit", "AUD-2", "--no-counts-as-surveillance").expect(64)
        desk.run("audit", "edit", "AUD-2", "--no-counts-as-surveillance", today: "2027-03-01").expect(
            err: """
                AUD-2  special audit of NW-1, held on 2027-02-03
                Next: dossier audit show AUD-2

                """)
        #expect(
            desk.run("cycle", "show", today: "2027-03-01").out.contains(
                "open  2027-12-31  +305d  SV-2  surveillance in 2027"))
    }

    @Test("edited, cancelled, taken back")
    func changes() throws {
        let desk = try desk()
        desk.run("audit", "edit", "SV1-2027", "--on", "2027-05-04", "--clause", "none").expect(
            err: """
                SV1-2027  surveillance of NW-1, planned for 2027-05-04
                Next: dossier audit show SV1-2027

                """)
        desk.run("audit", "edit", "SV1-2027", "--on", "2027-05-04").expect(
            err: "SV1-2027 is like that already; nothing was changed.\n")
        desk.run("audit", "cancel", "SV1-2027", "--reason", "the body moved it").expect(
            err: """
                SV1-2027 is cancelled: the body moved it
                Next: dossier cycle show NW-1

                """)
        desk.run("audit", "show", "SV1-2027").expect(
            out: """
                SV1-2027  surveillance of NW-1, cancelled, was 2027-05-04
                  standards  ISO/IEC 20000-1:2018
                  auditors   J. Smith, L. Öz
                  mode       onsite
                  clauses    none named
                  sites      York (1 of 3; MS-1 asks for 2 and the central function)
                  note       cancelled: the body moved it

                """)
        desk.run("audit", "cancel", "IA-1", "--reason", "another standard").expect(
            err: """
                IA-1 is taken back: another standard
                Next: dossier audit coverage

                """)
        #expect(desk.run("cycle", "show").out.contains("IA-1  internal audit before the audit of 2027-05-14"))
    }

    @Test("clauses by audits, what is missing, and what the next surveillance asks")
    func coverage() throws {
        let desk = try desk()
        try evidence(on: desk)
        desk.run("audit", "edit", "IA-1", "--report", "REP-1").expect()
        desk.run("audit", "coverage", "nw-1").expect(
            out: """
                NW-1 (ISO/IEC 20000-1:2018, BSI) is certified until 2029-05-13 (on 2026-11-22)
                  looked at since stage 2 of 2026-04-24: E by an external audit, I by an internal one, p planned
                    1  IA-1      internal      held     2026-10-12..2026-10-13  A. Berg
                    2  SV1-2027  surveillance  planned  2027-04-20..2027-04-21  J. Smith, L. Öz
                  clause  title                                             clauses  1  2  not yet
                  4       Context of the organization                             4        external, internal
                  5       Leadership                                              4        external, internal
                  6       Planning                                                6        external, internal
                  7       Support of the service management system               10        external, internal
                  8.1     Operational planning and control                        1  I     external
                  8.2     Service portfolio                                       7  I     external
                  8.3     Relationship and agreement                              4  I     external
                  8.4     Supply and demand                                       3  I     external
                  8.5     Service design, build and transition                    7  I     external
                  8.6     Resolution and fulfilment                               3  I  p  external
                  8.7     Service assurance                                       5  I     external
                  9.1     Monitoring, measurement, analysis and evaluation        1     p  external, internal
                  9.2.1   [Conduct internal audits at planned intervals]          1  I  p  external
                  9.2.2   [Audit programme, criteria, auditors, results]          1     p  external, internal
                  9.3     Management review                                       1     p  external, internal
                  9.4     Service reporting                                       1     p  external, internal
                  10      Improvement                                             3        external, internal
                  sites that no external audit has looked at since: Leeds, York, Hull (of 3; MS-1 asks for 2 in surveillance)
                  ok    2027-04-19  +188d  IA-1  internal audit before the audit of 2027-04-20     done 2026-10-13
                  ok    2027-04-19  +168d  IA-1  management review before the audit of 2027-04-20  done 2026-11-02
                  open  2029-02-13  +814d  AP-1  every clause looked at by an external audit       none of 62 yet since stage 2 of 2026-04-24
                  open  2029-02-13  +814d  AP-1  every clause looked at by an internal audit       31 of 62 not yet since stage 2 of 2026-04-24: 4.1, 4.2, 4.3 and 28 more
                  asked at the audit of 2027-04-20, with evidence after 2026-04-24 (SV-6)
                    ok    a  Internal audit and management review  2026-10-13  REP-1, MIN-1
                    open  b  Actions on earlier nonconformities    -           no record of corrective action since 2026-04-24
                    ok    c  Complaints                            2026-10-31  CMP-1
                    open  d  Effectiveness against objectives      -           no results measured against objectives since 2026-04-24 (the latest is KPI-1 of 2026-03-31)
                    open  e  Planned improvement                   -           no state of what is to be improved since 2026-04-24
                    open  f  Operational control                   -           no record of operation since 2026-04-24
                    open  g  Changes                               -           no change of organization, scope or system since 2026-04-24
                    open  h  Use of marks                          -           no example of how certificate and mark are shown since 2026-04-24

                """,
            err:
                "Next: dossier audit plan --kind internal --standard 20000-1 --on FIRST..LAST --clause CLAUSE\n"
        )
    }

    @Test("coverage for programs, and every clause")
    func coverageForPrograms() throws {
        let desk = try desk()
        let rows = desk.run("audit", "coverage", "--format", "csv").out.split(separator: "\r\n")
        #expect(rows.count == 63)
        #expect(rows[0] == "certificate,clause,title,external,internal,planned,not_yet")
        #expect(rows.contains("NW-1,8.6.1,Incident management,,IA-1,SV1-2027,external"))
        #expect(
            desk.run("audit", "coverage", "--every-clause").out.contains("\n  8.6.3    Problem management"))
        let json = try #require(
            JSONSerialization.jsonObject(
                with: Data(desk.run("audit", "coverage", "--format", "json").out.utf8)) as? [String: Any])
        let item = try #require((json["certificates"] as? [[String: Any]])?.first)
        #expect(
            item.keys.sorted() == [
                "audits", "body", "certificate", "checklist", "clauses", "designation", "evidenceAfter",
                "namingNoClause", "nextAudit", "outcomes", "since", "siteSample", "sites", "standard",
                "standing", "state", "unsettled",
            ])
        let names = (item["checklist"] as? [[String: Any]])?.compactMap {
            ($0["outcome"] as? [String: Any])?["name"] as? String
        }
        #expect(names == "abcdefgh".map { "SV-6.\($0)" })
    }

    @Test("before the certificate: the internal audits, and what stage 2 asks of them")
    func preparing() throws {
        let desk = try Desk.withRegister()
        desk.run("audit", "coverage").expect(
            out: "",
            err:
                "No certificates. Next: dossier certificate add --standard 20000-1 --body NAME --scope TEXT\n"
        )
        for command in [
            ["certificate", "add", "--id", "NW-1", "--standard", "20000-1", "--body", "BSI", "--scope", "S"],
            ["audit", "plan", "--kind", "stage-2", "--certificate", "NW-1", "--on", "2027-02-01"],
        ] { desk.run(command).expect() }
        desk.run("audit", "coverage", "NW-1").expect(
            out: """
                NW-1 (ISO/IEC 20000-1:2018, BSI) is in preparation (on 2026-11-22)
                  no audit so far looked at any of 62 clauses
                  due  2027-01-31  +70d  ST-4  internal audit before stage 2
                  due  2027-01-31  +70d  ST-4  management review before stage 2

                """)
        for (clause, id) in [("4", "IA-1"), ("none", "IA-2")] {
            desk.run(
                "audit", "record", "--kind", "internal", "--on", "2026-11-0\(id.suffix(1))", "--id", id,
                "--clause", clause
            ).expect()
        }
        desk.run("audit", "plan", "--kind", "internal", "--id", "IA-0", "--on", "2026-10-01").expect()
        desk.run("audit", "coverage", "NW-1").expect(
            out: """
                NW-1 (ISO/IEC 20000-1:2018, BSI) is in preparation (on 2026-11-22)
                  looked at so far: E by an external audit, I by an internal one, p planned
                    1  IA-1  internal  held  2026-11-01
                    2  IA-2  internal  held  2026-11-02
                  clause  title                                       clauses  1  2  not yet
                  4       Context of the organization                       4  I     external
                  5       Leadership                                        4        external, internal
                  6       Planning                                          6        external, internal
                  7       Support of the service management system         10        external, internal
                  8       Operation of the service management system       30        external, internal
                  9       Performance evaluation                            5        external, internal
                  10      Improvement                                       3        external, internal
                  IA-2 names no clause: dossier audit edit IA-2 --clause CLAUSE
                  IA-0 was planned for days that are past: dossier audit record IA-0
                  ok   2027-01-31  +90d  ST-4  internal audit before stage 2                   done 2026-11-02
                  due  2027-01-31  +70d  ST-4  management review before stage 2
                  due  2027-01-31  +70d  ST-4  internal audits of every clause before stage 2  58 of 62 not yet: 5.1, 5.2.1, 5.2.2 and 55 more

                """)
    }

    @Test("of several standards the internal audit names its own")
    func standards() throws {
        let desk = try desk()
        desk.run("standard", "add", "27001").expect()
        desk.run("audit", "plan", "--kind", "internal", "--on", "2027-02-01").expect(
            64,
            err: """
                dossier: error: say which standard an internal audit is about
                dossier: hint: --standard 20000-1

                """)
        desk.run(
            "audit", "plan", "--kind", "internal", "--on", "2027-02-01", "--standard", "27001", "--standard",
            "20000-1", "--clause", "27001:A.5", "--clause", "8.6.1", "--id", "IA-2"
        ).expect(
            err: """
                IA-2  internal audit of 20000-1, 27001, planned for 2027-02-01
                Next: dossier audit coverage

                """)
        #expect(
            desk.run("audit", "show", "IA-2").out.contains("clauses    20000-1:8.6.1, 27001:A.5 (38 of 185)"))
    }

    static let mistakes: [([String], Int32, String)] = [
        (
            ["plan", "--kind", "surveillance", "--on", "2028-04-20"], 64,
            "a surveillance is about a certificate\ndossier: hint: --certificate CERT; dossier certificate list"
        ),
        (
            ["plan", "--kind", "surveillance", "--certificate", "NW-1", "--on", "2028-04-21..2028-04-20"], 64,
            "the value '2028-04-21..2028-04-20' is invalid for '--on <days>'\ndossier: hint: the days of an audit are written 2027-04-20..2027-04-21, or 2027-04-20"
        ),
        (
            ["plan", "--kind", "special", "--certificate", "NW-1", "--on", "2027-04-21..2027-04-24"], 65,
            "2027-04-21..2027-04-24 overlaps with SV1-2027, the surveillance of NW-1 planned for 2027-04-20..2027-04-21\ndossier: hint: dossier audit show SV1-2027"
        ),
        (
            ["plan", "--kind", "surveillance", "--certificate", "NW-1", "--on", "2027-04-21"], 65,
            "2027-04-21 overlaps with SV1-2027, the surveillance of NW-1 planned for 2027-04-20..2027-04-21\ndossier: hint: dossier audit edit SV1-2027 --on 2027-04-21"
        ),
        (
            ["plan", "--kind", "surveillance", "--certificate", "NW-2", "--on", "2028-04-20"], 66,
            "no certificate NW-2\ndossier: hint: did you mean NW-1?"
        ),
        (
            [
                "plan", "--kind", "surveillance", "--certificate", "NW-1", "--on", "2028-04-20", "--site",
                "Rome",
            ],
            65,
            "Rome is no site of NW-1; known: Leeds, York, Hull\ndossier: hint: dossier certificate edit NW-1 --site SITE ..."
        ),
        (
            ["plan", "--kind", "internal", "--on", "2028-04-20", "--clause", "8.61"], 65,
            "8.61 is no clause of ISO/IEC 20000-1:2018\ndossier: hint: nearest: 8.6.1 (Incident management), 8.1 (Operational planning and control), 6.1 (Actions to address risks and opportunities)"
        ),
        (
            ["plan", "--kind", "internal", "--on", "2028-04-20", "--clause", "all", "--clause", "8"], 64,
            "--clause all and --clause none stand alone\ndossier: hint: dossier audit --help"
        ),
        (
            ["plan", "--kind", "internal", "--on", "2028-04-20", "--certificate", "NW-1"], 64,
            "--certificate goes with an external audit; an internal audit is about standards\ndossier: hint: dossier audit --help"
        ),
        (
            ["plan", "--kind", "surveillance", "--on", "2028-04-20", "--standard", "20000-1"], 64,
            "--standard goes with an internal audit or a management review; a surveillance is about certificates\ndossier: hint: dossier audit --help"
        ),
        (
            ["plan", "--kind", "internal", "--on", "2028-04-20", "--standard", "9001"], 66,
            "no standard \"9001\"; known: iso20000-1-2018"
        ),
        (
            ["plan", "--kind", "internal", "--on", "2028-04-20", "--id", "ia-1"], 65,
            "audit ia-1 exists already\ndossier: hint: dossier audit show ia-1"
        ),
        (
            ["record", "SV1-2027"], 64,
            "2027-04-21 lies in the future\ndossier: hint: --on 2026-11-22"
        ),
        (
            ["record", "SV1-2027", "--on", "2026-11-20", "--report", "REP-9"], 66,
            "no evidence REP-9\ndossier: hint: dossier list"
        ),
        (
            ["record", "--kind", "surveillance", "--certificate", "NW-1", "--on", "2026-05-01"], 65,
            "a surveillance audit needs a decision before it (SV-1)\ndossier: hint: dossier cycle explain SV-1"
        ),
        (
            ["record", "--kind", "stage-2", "--certificate", "NW-1", "--on", "2026-06-01"], 65,
            "stage 2 ended on 2026-06-01, after the decision of 2026-05-14 (CY-1)\ndossier: hint: dossier cycle explain CY-1"
        ),
        (
            ["record", "IA-1"], 65,
            "IA-1 is held already, on 2026-10-12..2026-10-13\ndossier: hint: dossier audit edit IA-1"
        ),
        (["record", "XX-1"], 66, "no audit XX-1\ndossier: hint: did you mean IA-1, MR-1, AUD-1?"),
        (
            ["record"], 64,
            "say which planned audit was held, or --kind and --on\ndossier: hint: dossier audit --help"
        ),
        (
            ["record", "SV1-2027", "--id", "SV-9"], 64,
            "--id goes with an audit that was never planned\ndossier: hint: dossier audit --help"
        ),
        (
            ["record", "--kind", "internal", "--on", "2026-09-09", "--no-counts-as-surveillance"], 64,
            "--counts-as-surveillance goes with a special audit, not with an internal audit\ndossier: hint: dossier audit --help"
        ),
        (
            ["edit", "AUD-1", "--on", "2026-05-13..2026-05-20"], 65,
            "stage 2 ended on 2026-05-20, after the decision of 2026-05-14 (CY-1)\ndossier: hint: dossier cycle explain CY-1"
        ),
        (
            ["edit", "AUD-1", "--kind", "stage-1"], 65,
            "the decision of 2026-05-14 rests on AUD-1 (CY-1)\ndossier: hint: dossier cycle explain CY-1"
        ),
        (
            ["edit", "SV1-2027", "--report", "REP-1"], 65,
            "SV1-2027 is planned; its report comes when it was held\ndossier: hint: dossier audit record SV1-2027 --report REP-1"
        ),
        (
            ["edit", "IA-1"], 64,
            "say what changes: --on, --auditor, --clause, --report\ndossier: hint: dossier audit --help"
        ),
        (
            ["cancel", "AUD-1", "--reason", "r"], 65,
            "the decision of 2026-05-14 rests on AUD-1 (CY-1)\ndossier: hint: dossier cycle explain CY-1"
        ),
        (
            ["cancel", "IA-1", "--reason", " "], 64,
            "--reason must not be empty\ndossier: hint: dossier audit --help"
        ),
    ]

    @Test("one clear line and a hint, nothing changed", arguments: mistakes.indices)
    func mistake(index: Int) throws {
        let (command, status, message) = Self.mistakes[index]
        let desk = try desk()
        let before = desk.run("log", "--format", "json").out
        desk.run(["audit"] + command).expect(status, out: "", err: "dossier: error: \(message)\n")
        #expect(desk.run("log", "--format", "json").out == before)
    }

    @Test("what is cancelled or withdrawn stays so")
    func over() throws {
        let desk = try desk()
        desk.run("audit", "cancel", "SV1-2027", "--reason", "r").expect()
        for (command, message) in [
            (["record", "SV1-2027"], "SV1-2027 was cancelled"),
            (["edit", "SV1-2027", "--note", "x"], "SV1-2027 was cancelled"),
            (["cancel", "SV1-2027", "--reason", "r"], "SV1-2027 is cancelled already"),
        ] { #expect(desk.run(["audit"] + command).err.contains("error: \(message)\n")) }
        desk.run("certificate", "record", "NW-1", "withdrawal", "--on", "2026-11-20").expect()
        desk.run("audit", "plan", "--kind", "surveillance", "--certificate", "NW-1", "--on", "2027-04-20")
            .expect(
                65,
                err: """
                    dossier: error: the certificate was withdrawn on 2026-11-20; nothing follows (SU-3)
                    dossier: hint: dossier cycle explain SU-3

                    """)
    }

    @Test("an audit that was planned is not recorded a second time with the certificate")
    func certificateRecord() throws {
        let desk = try desk()
        desk.run("audit", "edit", "SV1-2027", "--on", "2026-11-20").expect()
        desk.run("certificate", "record", "NW-1", "surveillance", "--on", "2026-11-19..2026-11-20").expect(
            65,
            err: """
                dossier: error: 2026-11-19..2026-11-20 overlaps with SV1-2027, the surveillance of NW-1 planned for 2026-11-20
                dossier: hint: dossier audit record SV1-2027 --on 2026-11-19..2026-11-20

                """)
    }

    @Test("the shipped checklist is well formed, and its clauses are those that standards have in common")
    func shipped() throws {
        let checklist = try AuditLibrary.surveillance()
        #expect(checklist.items.map(\.letter) == "abcdefgh".map(String.init))
        let rows = Set(try StandardLibrary.harmonizedStructure().rows.map(\.number))
        #expect(checklist.items.flatMap(\.parts).flatMap(\.rows).filter { !rows.contains($0) } == [])
        #expect(checklist.items.last?.parts.first?.rows == [])
        #expect(checklist.tags == ["complaints", "improvement", "changes", "marks"])
    }
}
