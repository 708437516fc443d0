import ChildProcesses
import Foundation
import Testing

/// The import of a folder and the search in it, with other people's programs and where they are missing.
@Suite struct FolderIntakeTests {
    private let workplace: Workplace

    init() throws {
        workplace = try Workplace()
        try workplace.require("init", "register", "--organization", "Northwind", "--standard", "20000-1")
        try FileManager.default.copyItem(
            atPath: Workplace.samples + "/documents/services", toPath: workplace.path("register/services"))
        try FileManager.default.copyItem(
            atPath: Workplace.samples + "/documents/continuity", toPath: workplace.path("register/continuity")
        )
        try FileManager.default.removeItem(
            atPath: workplace.path("register/continuity/service-continuity-plan.docx"))
    }

    @Test func whatPopplerReadsOfAPDF() throws {
        guard Counterpart.pdftotext.isThere(), Counterpart.pdfinfo.isThere() else { return }
        let path = ["PATH": Counterpart.searchPath]
        let imported = try workplace.dossier("import", "continuity", in: "register", environment: path)
        #expect(imported.status == 0 && imported.errors == "Next: dossier gap\n", imported.told)
        let list = try workplace.require("list", "--format", "csv", in: "register")
        #expect(
            list.output.contains(
                "CONTINUITY-TEST-REPORT-2026-06,\"Service continuity test report, 13 June 2026\",test-report,"
            ),
            list.told)
        let found = try workplace.dossier(
            "search", "\"loses power\"", "--format", "csv", in: "register", environment: path)
        #expect(found.status == 0, found.told)
        #expect(found.output.contains("\r\nCONTINUITY-TEST-REPORT-2026-06,"), found.told)
        // Half a PDF: nothing ends, whatever the program makes of it.
        let whole = try Data(
            contentsOf: URL(
                fileURLWithPath: workplace.path("register/continuity/continuity-test-report-2026-06.pdf")))
        try FileManager.default.createDirectory(
            atPath: workplace.path("register/cut"), withIntermediateDirectories: true)
        try workplace.write(whole.prefix(whole.count / 2), to: "register/cut/half.pdf")
        try workplace.write("words".utf8, to: "register/cut/whole.txt")
        let half = try workplace.dossier("import", "cut", in: "register", environment: path)
        #expect(half.output.contains("2 files found in cut\n"), half.told)
        let after = try workplace.require("list", "--format", "csv", in: "register")
        #expect(after.output.contains("\r\nWHOLE,"), after.told)
    }

    @Test func withoutPoppler() throws {
        let bare = workplace.path("bin")
        try FileManager.default.createDirectory(atPath: bare, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: bare + "/timeout", withDestinationPath: "/usr/bin/timeout")
        for path in [bare, workplace.path("nothing")] {
            let imported = try workplace.dossier(
                "import", "continuity", "--dry-run", in: "register", environment: ["PATH": path])
            #expect(imported.status == 0, imported.told)
            #expect(
                imported.errors.hasPrefix(
                    "dossier: warning: pdftotext is not installed: PDFs were taken without reading what they say (package poppler-utils)\n"
                ), imported.told)
            #expect(
                imported.output.contains(
                    "\nCONTINUITY-TEST-REPORT-2026-06  test-report  -                  Continuity test report 2026 06 "
                ),
                imported.told)
        }
    }

    @Test func searchInARegisterThatMayOnlyBeRead() throws {
        guard getuid() == 0 else { return print("skipped: mounting a folder again needs root") }
        try workplace.require("import", "services", in: "register")
        for isIndexed in [false, true] {
            if isIndexed { try workplace.require("search", "catalogue", in: "register") }
            let outcome = try workplace.bash(
                """
                mkdir -p only-read && mount --bind register only-read && mount -o remount,ro,bind only-read || exit 99
                trap 'umount only-read' EXIT
                touch only-read/x 2>/dev/null && exit 98
                "$0" search catalogue -C only-read && "$0" suggest --unlinked -C only-read >suggested
                """)
            if outcome.status == 99 { return print("skipped: no folder can be mounted again here") }
            #expect(outcome.status == 0, outcome.told)
            #expect(outcome.output.contains("SERVICE-CATALOGUE  catalogue  "), outcome.told)
            #expect(
                FileManager.default.fileExists(atPath: workplace.path("register/.dossier/text.sqlite"))
                    == isIndexed)
        }
    }

    @Test func aListOf200MBInAFolder() throws {
        try FileManager.default.createDirectory(
            atPath: workplace.path("register/exports"), withIntermediateDirectories: true)
        for name in ["register/exports/tickets.csv", "register/list.csv"] {
            try workplace.write("id,title\n".utf8, to: name)
            #expect(truncate(workplace.path(name), 200 << 20) == 0)
        }
        // KiB of memory: the file would not fit.
        let bounded = "ulimit -d 190000; exec \"$0\" "
        let start = ContinuousClock.now
        let refused = try workplace.bash(bounded + "import list.csv", in: "register")
        #expect(refused.status == 65, refused.told)
        #expect(refused.errors == "dossier: error: list.csv is larger than 32 MiB\n")
        #expect(ContinuousClock.now - start < .seconds(5))
        let taken = try workplace.bash(bounded + "import exports", in: "register")
        #expect(taken.status == 0, taken.told)
        #expect(taken.output.contains("  1 new, 0 revised, 0 changed, 0 unchanged,"), taken.told)
    }
}
