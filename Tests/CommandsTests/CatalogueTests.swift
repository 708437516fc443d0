import Testing

@Suite("Cataloguing evidence")
struct CatalogueTests {
    @Test("making a register")
    func initialize() throws {
        let desk = try Desk()
        desk.run("list").expect(
            66, out: "",
            err: """
                dossier: error: no register in {desk} or above it
                dossier: hint: dossier init --organization NAME --standard 20000-1

                """)
        desk.run(
            "init", "ims", "--organization", " ACME Ltd ", "--standard", "20000-1", "--standard", "iso9001"
        ).expect(
            out: "",
            err: """
                Created the register ims/.dossier for ACME Ltd.
                Standard: ISO/IEC 20000-1:2018 (62 requirement clauses).
                Standard: ISO 9001:2015 (65 requirement clauses).
                Next: cd ims, then `dossier import LIST.csv --dry-run` or `dossier add FILE --clause 20000-1:8.6.1`.

                """)
        desk.run("init", "ims", "--organization", "ACME Ltd").expect(
            73,
            err: """
                dossier: error: {desk}/ims holds a register already
                dossier: hint: dossier -C {desk}/ims status

                """)
        desk.run("init", "--organization", "X", "--standard", "31000").expect(66)
        desk.run("init", "--organization", " ").expect(64)
        desk.run("init", "no/such/folder", "--organization", "X").expect(0)
        try desk.write("file", "x")
        desk.run("init", "file", "--organization", "X").expect(73)
    }

    @Test("adding, revising, linking, retiring: one life")
    func life() throws {
        let desk = try Desk.withRegister()
        try desk.write("procedures/incident-procedure.md", "procedure\n")
        try desk.write("Müller-訓練.txt", "1\n")
        desk.run(
            "add", "procedures/incident-procedure.md", "--clause", "8.6", "--owner", "Service desk lead",
            "--review-every", "12m", "--effective", "2025-10-01"
        ).expect(
            out: "",
            err: """
                EV-0001  procedure  Incident procedure
                8.6 (Resolution and fulfilment) is a heading; the link stands for 8.6.1, 8.6.2, 8.6.3.
                Added 1 item.
                Next: dossier gap

                """)
        desk.run(
            "add", "Müller-訓練.txt", "--id", "TRN-1", "--title", "Training list", "--kind", "training-record",
            "--period", "2026-06", "--tag", "b", "--tag", "a", "--classification", "confidential"
        ).expect(
            err: """
                TRN-1  training-record  Training list
                Added 1 item.
                Next: dossier link TRN-1 CLAUSE

                """)
        desk.run("request", "--title", "Budget 2027", "--kind", "budget", "--clause", "8.4.1").expect(
            err: """
                EV-0002  budget  Budget 2027
                Requested. When the file is there: dossier revise EV-0002 FILE

                """)
        desk.run("link", "trn-1", "7.2", "7.3", "--locator", "sheet 1").expect(
            err: """
                TRN-1 is linked to 7.2 (Competence).
                TRN-1 is linked to 7.3 (Awareness).

                """)
        desk.run("unlink", "TRN-1", "7.3").expect(err: "TRN-1 is no longer linked to 7.3 (Awareness).\n")
        desk.run("unlink", "TRN-1", "7.3").expect(
            66,
            err: """
                dossier: error: TRN-1 is not linked to 7.3
                dossier: hint: it is linked to 7.2

                """)
        try desk.write("incident-v2.md", "second\n")
        desk.run("revise", "EV-0001", "incident-v2.md", "--revision", "2.0", "--effective", "2026-11-01")
            .expect(
                err: """
                    EV-0001  revision 2: incident-v2.md, \(Self.second)
                    Revision 2 is not approved: dossier approve EV-0001 --number 2 --by NAME
                    1 link to be reviewed: 8.6.
                    Next: dossier review EV-0001 --by NAME

                    """)
        desk.run("revise", "EV-0001", "incident-v2.md", "--revision", "2.0", "--effective", "2026-11-01")
            .expect(
                err: """
                    EV-0001 is like that already; nothing was changed.
                    Revision 2 is not approved: dossier approve EV-0001 --number 2 --by NAME
                    1 link to be reviewed: 8.6.
                    Next: dossier review EV-0001 --by NAME

                    """)
        desk.run("revise", "EV-0001", "--owner", "Head of operations").expect(
            err: "EV-0001  owner: Service desk lead -> Head of operations\n")
        desk.run("retire", "EV-0002", "--reason", "not needed").expect(
            err: "EV-0002 is retired: Budget 2027\n")
        desk.run("retire", "EV-0002", "--reason", "again").expect(
            65,
            err: """
                dossier: error: EV-0002 is retired already: not needed
                dossier: hint: dossier retire EV-0002 --undo --reason TEXT

                """)
        desk.run("list").expect(
            out: """
                id       kind             standing  title               owner               clauses
                EV-0001  procedure        current   Incident procedure  Head of operations  8.6
                EV-0002  budget           retired   Budget 2027         -                   8.4.1
                TRN-1    training-record  current   Training list       -                   7.2
                3 items

                """)
        desk.run("show", "EV-0001").expect(
            out: """
                EV-0001  Incident procedure
                  kind     procedure
                  state    current
                  owner    Head of operations
                  review   every 12 months, due 2027-11-01
                  links
                    8.6  Resolution and fulfilment      suspect: dossier review EV-0001 --by NAME
                  files
                    no              file                   version  effective   period      size  sha-256
                     1  superseded  incident-procedure.md  -        2025-10-01  -       10 bytes  0b5765cc0c36
                     2  current     incident-v2.md         2.0      2026-11-01  -        7 bytes  \(Self.second)
                    revision 2 from incident-v2.md
                    revision 2 not approved; dossier approve EV-0001 --number 2 --by NAME
                  history
                    2026-11-18T11:06:40Z  qm  added procedure "Incident procedure"
                    2026-11-18T11:06:40Z  qm  revision 1: incident-procedure.md, 0b5765cc0c36
                    2026-11-18T11:06:40Z  qm  linked to iso20000-1-2018:8.6
                    2026-11-18T11:06:40Z  qm  revision 2: incident-v2.md, \(Self.second)
                    2026-11-18T11:06:40Z  qm  owner: Service desk lead -> Head of operations

                """)
        desk.run("retire", "EV-0002", "--undo", "--reason", "needed").expect(
            err: "EV-0002 is back: Budget 2027\n")
        desk.run("log", "--verify").expect(0)
    }

    private static let second = "480c2336b410"

    @Test(
        "listing",
        arguments: [
            (
                ["list", "--clause", "8.6.1", "--format", "csv"],
                "EV-0001,Incident,record,,held,current,,,,,8.6,1\r\n"
            ),
            (
                ["list", "--clause", "8", "--format", "csv"],
                "EV-0001,Incident,record,,held,current,,,,,8.6,1\r\n"
            ),
            (
                ["list", "--kind", "plan", "--format", "csv"],
                "EV-0002,'=SUM(A1),plan,,requested,requested,,,,,9.1,0\r\n"
            ),
            (
                ["list", "--state", "requested", "--format", "csv"],
                "EV-0002,'=SUM(A1),plan,,requested,requested,,,,,9.1,0\r\n"
            ),
            (["list", "--tag", "x", "--format", "csv"], ""),
            (["list", "--owner", "nobody", "--format", "csv"], ""),
        ])
    func listing(arguments: [String], rows: String) throws {
        let desk = try Desk.withRegister()
        try desk.write("incident.txt", "x")
        desk.run("add", "incident.txt", "--clause", "8.6").expect()
        desk.run("request", "--title", "=SUM(A1)", "--kind", "plan", "--clause", "9.1").expect()
        let header =
            "id,title,kind,owner,state,standing,review_due,expires,classification,tags,clauses,revisions\r\n"
        desk.run(arguments).expect(out: header + rows)
    }

    @Test("nothing to list says what to do")
    func empty() throws {
        let desk = try Desk.withRegister()
        desk.run("list").expect(
            out: "", err: "Nothing found. Next: dossier add FILE, or dossier list without filters.\n")
        desk.run("list", "--format", "json").expect(out: "[]\n", err: "")
        desk.run("list", "--quiet").expect(out: "", err: "")
    }

    @Test(
        "files that fight back",
        arguments: [
            (["add", "nothing.txt"], 66, "nothing.txt does not exist"),
            (["add", "folder"], 65, "folder is a folder, not a file"),
            (["add", "empty.csv"], 65, "empty.csv is empty (0 bytes)"),
            (["add", "/dev/null"], 65, "/dev/null is no regular file (a pipe, a socket or a device)"),
            (["add", "a.txt", "--clause", "8.61"], 65, "8.61 is no clause of ISO/IEC 20000-1:2018"),
            (
                ["add", "a.txt", "--clause", "27001:A.5.1"], 66,
                "no standard \"27001\"; known: iso20000-1-2018"
            ),
            (
                ["add", "a.txt", "--effective", "2026-02-30"], 64,
                "the value '2026-02-30' is invalid for '--effective <day>'"
            ),
            (
                ["add", "a.txt", "--id", "has blank"], 64,
                "\"has blank\" is no identifier: letters, digits, \"-\", \"_\" and \".\", at most 60, beginning with a letter or digit"
            ),
            (["add", "a.txt", "b.txt", "--id", "A"], 64, "--id and --title go with a single file"),
            (["add", "a.txt", "--id", "taken"], 65, "TAKEN exists already: Taken"),
            (
                ["add", "a.txt", "--review", "2027-01-01", "--review-every", "1m"], 64,
                "say either --review or --review-every"
            ),
            (["add", "a.txt", "nothing.txt"], 66, "nothing.txt does not exist"),
            (
                ["revise", "TAKEN", "--period", "2026-06"], 64,
                "--revision, --effective, --period and --approved-by describe a file; name it"
            ),
            (["revise", "NOBODY", "a.txt"], 66, "no evidence NOBODY"),
            (["show", "NOBODY"], 66, "no evidence NOBODY"),
            (["link", "TAKEN", "99"], 65, "99 is no clause of ISO/IEC 20000-1:2018"),
            (["request"], 64, "say what is requested with --title"),
            (
                ["show", "TAKEN", "--format", "csv"], 64,
                "the value 'csv' is invalid for '--format <format>'; known: 'table' and 'json'"
            ),
            (["list", "--clause", "4.4.4"], 65, "4.4.4 is no clause of ISO/IEC 20000-1:2018"),
            (["bogus"], 64, "no command \"bogus\""), (["ad"], 64, "no command \"ad\""),
        ] as [([String], Int32, String)])
    func refusals(arguments: [String], status: Int32, message: String) throws {
        let desk = try Desk.withRegister()
        try desk.write("a.txt", "a")
        try desk.write("b.txt", "b")
        try desk.write("empty.csv", "")
        try desk.write("folder/x", "x")
        desk.run("request", "--id", "TAKEN", "--title", "Taken").expect()
        let before = desk.run("log", "--format", "json").out
        let answer = desk.run(arguments)
        answer.expect(status, out: "")
        #expect(answer.err.split(separator: "\n").first.map(String.init) == "dossier: error: \(message)")
        #expect(answer.err.split(separator: "\n").count <= 2)
        #expect(desk.run("log", "--format", "json").out == before)
    }

    @Test("the same content under a second item is said")
    func duplicate() throws {
        let desk = try Desk.withRegister()
        try desk.write("a.txt", "a")
        try desk.write("b.txt", "a")
        desk.run("add", "a.txt", "--quiet").expect(err: "")
        desk.run("add", "b.txt", "--quiet").expect(
            err: "dossier: warning: EV-0002 has the same content as EV-0001\n")
    }

    @Test("an empty text takes owner and note away, everything else stays")
    func clearing() throws {
        let desk = try Desk.withRegister()
        desk.run(
            "request", "--title", "T", "--owner", "Somebody", "--note", "x", "--tag", "a", "--retain", "3y"
        ).expect()
        desk.run("revise", "EV-0001", "--owner", "", "--note", " ").expect(
            err: "EV-0001  owner: Somebody -> none; note: x -> none\n")
        let page = desk.run("show", "EV-0001").out
        #expect(page.contains("  qm  owner: Somebody -> none; note: x -> none\n"))
        #expect(page.contains("  tags     a\n") && page.contains("  retain   36m\n"))
        #expect(!page.contains("  owner  "))
    }

    @Test("an empty file goes in when asked for")
    func emptyFile() throws {
        let desk = try Desk.withRegister()
        try desk.write("empty.csv", "")
        desk.run("add", "empty.csv", "--allow-empty").expect()
    }

    @Test("titles of strangers cannot move the cursor")
    func escapes() throws {
        let desk = try Desk.withRegister()
        desk.run("request", "--title", "\u{1B}[2Jred\u{202E}txt.exe\nline").expect(
            err: """
                EV-0001  record  [U+001B][2Jred[U+202E]txt.exe line
                Requested. When the file is there: dossier revise EV-0001 FILE

                """)
        #expect(desk.run("list").out.contains("[U+001B][2Jred[U+202E]txt.exe line"))
        #expect(!desk.run("show", "EV-0001").out.contains("\u{1B}"))
    }
}
