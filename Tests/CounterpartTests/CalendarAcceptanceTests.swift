import ChildProcesses
import Foundation
import Testing

/// Other people's calendar programs read ours: all of it, and nothing else. No single one of them is strict enough.
@Suite struct CalendarAcceptanceTests {
    private let calendar: FightingCalendar

    init() throws { calendar = try FightingCalendar.shared.get() }

    @Test(arguments: ["bytes", "icalendar", "vobject", "ics"])
    func pythonReadsIt(_ reader: String) throws {
        guard Counterpart.python.isThere() else { return }
        try expectToRead(reader)
    }

    @Test func calcurseImportsIt() throws {
        guard Counterpart.python.isThere(), Counterpart.calcurse.isThere() else { return }
        try expectToRead("calcurse")
    }

    private func expectToRead(_ reader: String) throws {
        let outcome = try Counterpart.script(
            "check_calendar.py", [reader, "dates.ics", "due.json"] + FightingCalendar.over,
            in: calendar.folder)
        #expect(outcome.status == 0, outcome.told)
    }

    @Test func theCheckFindsWhatIsWrong() throws {
        guard Counterpart.python.isThere() else { return }
        let text = try String(contentsOfFile: calendar.folder + "/dates.ics", encoding: .utf8)
        for (part, other) in [
            ("\r\n ", "\n "), ("SEQUENCE:0\r\n", "SEQUENCE:0\n"), (";VALUE=DATE:2027", ":2027"),
            ("\\, ", ", \u{7}"), ("DTEND;VALUE=DATE:202705", "DTEND;VALUE=DATE:202706"),
            ("STATUS:CANCELLED", "STATUS:CONFIRMED"),
        ] {
            let wrong = Data(text.replacing(part, with: other).utf8)
            try wrong.write(to: URL(fileURLWithPath: calendar.folder + "/wrong.ics"))
            let outcome = try Counterpart.script(
                "check_calendar.py", ["bytes", "wrong.ics", "due.json"] + FightingCalendar.over,
                in: calendar.folder)
            #expect(outcome.status == 1, "\(part) as \(other): \(outcome.told)")
        }
    }

    @Test func theSameBytesEverywhere() throws {
        let workplace = calendar.workplace
        let first = try Data(contentsOf: URL(fileURLWithPath: calendar.folder + "/dates.ics"))
        for (zone, locale) in [("Pacific/Kiritimati", "C"), ("America/St_Johns", "no_SUCH.locale")] {
            let outcome = try workplace.dossier(
                ["calendar", "--alarms"], in: "register", environment: ["TZ": zone, "LC_ALL": locale])
            #expect(outcome.status == 0, outcome.told)
            #expect(Data(outcome.output.utf8) == first)
        }
    }

    @Test func aRegisterThatMayOnlyBeRead() throws {
        guard getuid() == 0 else { return print("skipped: mounting a folder again needs root") }
        let outcome = try calendar.workplace.bash(
            """
            mkdir only-read && mount --bind register only-read && mount -o remount,ro,bind only-read || exit 99
            trap 'umount only-read' EXIT
            touch only-read/x 2>/dev/null && exit 98
            "$0" calendar --alarms -C only-read
            """)
        if outcome.status == 99 { return print("skipped: no folder can be mounted again here") }
        #expect(outcome.status == 0, outcome.told)
        let first = try Data(contentsOf: URL(fileURLWithPath: calendar.folder + "/dates.ics"))
        #expect(Data(outcome.output.utf8) == first)
    }

    @Test func noRoomForTheCalendar() throws {
        let workplace = calendar.workplace
        let full = try workplace.bash("\"$0\" calendar > /dev/full", in: "register")
        #expect(full.status == 74, full.told)
        let limited = try workplace.bash(
            "ulimit -c 0; ulimit -f 1; exec \"$0\" calendar -o other.ics", in: "register")
        #expect(limited.status == 74, limited.told)
        // Other tests write their own files into the same folder meanwhile.
        #expect(workplace.names(in: "register").filter { $0.contains("other.ics") }.isEmpty)
    }
}

/// A calendar with everything that has ever broken one, written by the real program.
struct FightingCalendar {
    let workplace: Workplace
    /// The folder with `dates.ics` and `due.json`.
    let folder: String

    static let titles = [
        "Müller-訓練", "🦊 👩‍👩‍👧 cafe\u{301}", "commas, more, and ; semicolons ; here", #"back\slash \n \, \; \\"#,
        String(repeating: "three hundred characters ", count: 12), String(repeating: "訓", count: 100),
        "two\nlines\r\nof\ttext", "END:VEVENT\r\nBEGIN:VEVENT", "\"quoted\" : colon = sign %",
        "\u{202E}fdp\u{1B}[31m",
        "'", " blanks  around ",
    ]

    /// What is there no more.
    static let over = ["OLD-1.review.1", "DOC-0.review.1"]

    /// Made once for all tests; a failure to make it fails each of them.
    static let shared = Result { try FightingCalendar() }

    init() throws {
        workplace = try Workplace()
        folder = workplace.path("register")
        try workplace.makeSampleRegister()
        try certify()
        try workplace.write("old".utf8, to: "register/old.txt")
        try add("OLD-1", "Old, and over", "old.txt")
        for (number, title) in Self.titles.enumerated() {
            try workplace.write("content \(number)".utf8, to: "register/\(number).txt")
            try add("DOC-\(number)", title, "\(number).txt")
        }
        try workplace.require(["calendar", "-o", "before.ics"], in: "register")
        try workplace.require(["retire", "OLD-1", "--reason", "over"], in: "register")
        try workplace.write("later".utf8, to: "register/0.txt")
        try workplace.require(["revise", "DOC-0", "0.txt", "--effective", "2026-11-01"], in: "register")
        try workplace.require(["calendar", "--alarms", "-o", "dates.ics"], in: "register")
        let due = try workplace.require(["due", "--within", "120m", "--format", "json"], in: "register")
        try workplace.write(due.output.utf8, to: "register/due.json")
    }

    private func certify() throws {
        for line in [
            ["certificate", "add", "--id", "NW-1", "--standard", "20000-1", "--body", "BSI", "--scope", "S"],
            ["certificate", "record", "NW-1", "stage-2", "--on", "2026-04-22..2026-04-24"],
            ["certificate", "record", "NW-1", "decision", "--on", "2026-05-14", "--expiry", "2029-05-13"],
            [
                "audit", "plan", "--kind", "surveillance", "--certificate", "NW-1", "--on",
                "2027-04-20..2027-04-22", "--auditor", "J. Lund, Ö; \\",
            ],
            ["audit", "plan", "--kind", "internal", "--on", "2027-02-27..2027-03-01"],
        ] { try workplace.require(line, in: "register") }
    }

    private func add(_ id: String, _ title: String, _ file: String) throws {
        try workplace.require(
            [
                "add", file, "--id", id, "--title", title, "--clause", "8.6.1", "--owner", "Lead; \"A, B\"",
                "--review-every", "12m",
            ], in: "register")
    }
}
