import ChildProcesses
import Foundation
import Testing

/// The page of a bundle as an auditor works with it, in a real browser.
@Suite(.serialized) struct WorkbenchTests {
    /// Titles that try to leave their place, or that are hard to show.
    private static let titles = [
        "</h3><img src=x onerror=\"window.hostile=1\"><script>window.hostile=1</script>",
        "🦊 Füchse 👩‍👩‍👧 &amp; <b>Bären</b>", "סקר שביעות רצון مراجعة الإدارة",
        String(repeating: "three hundred ", count: 21) + "signs.",
        "'\"><svg/onload=window.hostile=1> {{organization}} {{{style}}}",
    ]

    @Test func anAuditorWorksWithThePage() throws {
        guard Counterpart.chromium.isThere(), Counterpart.python.isThere() else { return }
        let workplace = try Workplace()
        try workplace.makeSampleRegister()
        for (number, title) in Self.titles.enumerated() {
            try workplace.write("line \(number)\n".utf8, to: "register/note \(number).txt")
            try workplace.require(
                "add", "note \(number).txt", "--id", "T-\(number)", "--title", title, "--kind", "record",
                "--clause",
                "8.6.1", in: "register")
        }
        try workplace.require(
            "pack", "-o", workplace.path("audit.zip"), "--classification-up-to", "internal", in: "register")
        try workplace.require("unpack", workplace.path("audit.zip"), "unpacked")
        let outcome = try drive("drive_page.py", workplace, workplace.path("unpacked/audit/data"))
        print(outcome.output)
        #expect(outcome.status == 0, outcome.told)
    }

    /// The largest register that is promised. The promise is a second; a busy machine gets five.
    @Test func fiveThousandItemsOpenAndAreSearchedAtOnce() throws {
        guard Counterpart.chromium.isThere(), Counterpart.python.isThere() else { return }
        let workplace = try Workplace()
        try workplace.require("init", "register", "--organization", "Large Ltd", "--standard", "20000-1")
        for number in 0..<5_000 {
            try workplace.write("Procedure \(number)\n\nWho does what.\n".utf8, to: "register/\(number).md")
        }
        try workplace.write(Self.largeList().utf8, to: "register/list.csv")
        try workplace.require("import", "list.csv", in: "register")
        try workplace.require("pack", "-o", workplace.path("large.zip"), in: "register")
        try workplace.require("unpack", workplace.path("large.zip"), "unpacked")
        let outcome = try drive("time_page.py", workplace, workplace.path("unpacked/large/data"), "5")
        print(outcome.output)
        #expect(outcome.status == 0, outcome.told)
    }

    private static func largeList() -> String {
        let clauses = [
            "4.3", "5.2.1", "6.1.1", "7.2", "8.2.4", "8.3.3", "8.4.3", "8.5.1.1", "8.6.1", "8.7.2", "9.1",
            "9.3", "10.2",
        ]
        let rows = (0..<5_000).map { number in
            let linked = [0, 3, 7].map { clauses[(number + $0) % clauses.count] }.joined(separator: ";")
            return
                "DOC-\(number),Procedure number \(number) of the service desk,procedure,Owner \(number % 40),\(linked),12m,\(number).md"
        }
        return (["id,title,kind,owner,clauses,review_every,path"] + rows).joined(separator: "\n") + "\n"
    }

    /// Pictures are kept where `DOSSIER_LOOK` says, to be looked at.
    private func drive(_ script: String, _ workplace: Workplace, _ arguments: String...) throws
        -> ChildProcess.Outcome
    {
        let pictures = ProcessInfo.processInfo.environment["DOSSIER_LOOK"].map { [$0] } ?? []
        let chromium = try #require(Counterpart.chromium.location)
        return try Counterpart.script(script, [chromium] + arguments + pictures, in: workplace.folder)
    }
}
