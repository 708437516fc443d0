import Foundation
import Testing

@Suite("Settings of reminders")
struct ReminderSettingsTests {
    @Test(
        "holidays in a list or a calendar: a lead moves earlier, an overdue step later, the date never (RM-6)",
        arguments: [
            ("holidays.txt", "# Scotland\r\n2026-11-30 St Andrew\r\n2026-12-01 # the day after\r\n"),
            (
                "days/holidays.ics",
                """
                BEGIN:VCALENDAR\r
                VERSION:2.0\r
                BEGIN:VEVENT\r
                SUMMARY:St Andrew and the\r
                  day after\r
                DTSTART;VALUE=DATE:20261130\r
                DTEND;VALUE=DATE:202612\r
                 02\r
                BEGIN:VALARM\r
                TRIGGER:-PT16H\r
                DURATION:PT5M\r
                END:VALARM\r
                END:VEVENT\r
                END:VCALENDAR\r

                """
            ),
        ])
    func holidays(file: String, text: String) throws {
        let desk = try Desk.withDates()
        desk.run("retire", "CON-1", "--reason", "ended").expect()
        try desk.write(".dossier/" + file, text)
        try desk.write(".dossier/config.yaml", "holidays: \(file)\n")
        #expect(
            desk.told(from: "2026-11-23", days: 12) == """
                2026-11-23
                DUE 7d  2026-11-30  +7d  PRO-1  review  Incident procedure (Service desk lead)
                2026-11-27
                DUE 3d  2026-11-30  +3d  PRO-1  review  Incident procedure (Service desk lead)
                2026-12-02
                OVERDUE  2026-11-30  -2d  PRO-1  review  Incident procedure (Service desk lead)

                """)
    }

    @Test(
        "a wrong line of holidays is an error with its number",
        arguments: [
            (
                "h.txt", "2026-12-25 Christmas\n\n26.12.2026 Boxing Day\nalso\n",
                "h.txt:3: \"26.12.2026\" is no day; a line is YYYY-MM-DD name (and 1 more)"
            ),
            ("h.txt", "2026-02-30\r\n", "h.txt:1: \"2026-02-30\" is no day; a line is YYYY-MM-DD name"),
            ("h.ics", "<html>\n", "h.ics:1: no calendar; it begins with BEGIN:VCALENDAR"),
            (
                "h.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:2026\nEND:VEVENT\n",
                "h.ics:3: \"2026\" is no day"
            ),
            (
                "h.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\n",
                "h.ics:4: an event without a DTSTART"
            ),
            (
                "h.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261225\nRRULE:FREQ=YEARLY\nEND:VEVENT\n",
                "h.ics:4: an event that repeats; write each day of it"
            ),
            (
                "h.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261225\nDURATION:PT5H\nEND:VEVENT\n",
                "h.ics:4: \"PT5H\" is no number of days, such as P1D"
            ),
            (
                "h.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261225\nDTEND:20281225\nEND:VEVENT\n",
                "h.ics:5: an event of over a year"
            ),
        ])
    func wrongHolidays(file: String, text: String, message: String) throws {
        let desk = try Desk.withDates()
        try desk.write(".dossier/" + file, text)
        try desk.write(".dossier/config.yaml", "holidays: \(file)\n")
        desk.run("remind").expect(65, out: "", err: "dossier: error: \(message)\n")
        try FileManager.default.removeItem(atPath: desk.path + "/.dossier/" + file)
        desk.run("remind").expect(
            66, out: "", err: "dossier: error: {desk}/.dossier/\(file): no such file or directory\n")
    }

    @Test("leads of one's own; recertification and expiry still begin early")
    func leads() throws {
        let desk = try Desk.withDates()
        try desk.write(".dossier/config.yaml", "leads: [5, 20]\n")
        #expect(
            desk.told(from: "2026-11-01", days: 32) == """
                2026-11-01
                DUE 119d  2027-02-28  +119d  CON-1  expiry  Contract, hosting (Supplier manager)
                2026-11-10
                DUE 20d  2026-11-30  +20d  PRO-1  review  Incident procedure (Service desk lead)
                2026-11-25
                DUE 5d  2026-11-30  +5d  PRO-1  review  Incident procedure (Service desk lead)
                2026-11-30
                DUE TODAY  2026-11-30  0d  PRO-1  review  Incident procedure (Service desk lead)
                2026-12-01
                OVERDUE  2026-11-30  -1d  PRO-1  review  Incident procedure (Service desk lead)

                """)
    }

    @Test(
        "every wrong setting is named with its line",
        arguments: [
            (
                "time_zone: Europe/Berlin\nmial: x\n",
                "2: unknown setting \"mial\"; known: time_zone, holidays, leads, mail, allowed_signers"
            ),
            (
                "mail:\n  from: a@example.com\n  cc: b@example.com\n",
                "3: unknown setting \"cc\"; known: from, to, owners, template"
            ),
            ("leads: 90\n", "1: leads is a list of days from 1 to 3650: [90, 30, 7]"),
            ("leads: []\n", "1: leads is a list of days from 1 to 3650: [90, 30, 7]"),
            ("leads: [90, soon]\n", "1: leads is a list of days from 1 to 3650: [90, 30, 7]"),
            ("leads: [0]\n", "1: leads is a list of days from 1 to 3650: [90, 30, 7]"),
            ("holidays:\n", "1: holidays needs a text"),
            ("mail:\n  - a@example.com\n", "2: not a list of settings"),
            ("mail: {to: [\n", "2: did not find expected node content"),
            ("leads: [1]\nleads: [2]\n", "1: said twice: leads"),
        ])
    func wrongSettings(text: String, message: String) throws {
        let desk = try Desk.withDates()
        try desk.write(".dossier/config.yaml", text)
        desk.run("remind").expect(
            65, out: "", err: "dossier: error: {desk}/.dossier/config.yaml:\(message)\n")
    }

    @Test("settings that cannot be read are an error")
    func unreadable() throws {
        let desk = try Desk.withDates()
        try Data([0xFF, 0x0A]).write(to: URL(fileURLWithPath: desk.path + "/.dossier/config.yaml"))
        desk.run("remind").expect(
            65, out: "",
            err: """
                dossier: error: {desk}/.dossier/config.yaml is not UTF-8 text
                dossier: hint: save it as UTF-8 and try again

                """)
    }

    @Test(
        "an address is one address, and nothing else",
        arguments: [
            #""a@example.com\nBcc: b@example.com""#, #""a@example.com\rBcc: b@example.com""#,
            "a@example.com, b@example.com", "a@example.com,b@example.com", "A <a@example.com>",
            "a b@example.com",
            "a", "'@'", "a@", "'@example.com'", "a@b@example.com", "a..b@example.com", ".a@example.com",
            "a@example.com.", "a@.", "-a@example.com", "Müller@example.com", "a@müller.example",
            #""a@example.com\0""#, "'\"a b\"@example.com'", "(x)a@example.com", "a;b@example.com",
        ])
    func addresses(value: String) throws {
        let desk = try Desk.withDates()
        for (settings, line) in [
            ("from: \(value)", 2), ("to: \(value)", 2), ("owners:\n    Service desk lead: \(value)", 3),
        ] {
            try desk.write(".dossier/config.yaml", "mail:\n  \(settings)\n")
            let answer = desk.run("remind", "--format", "mail")
            answer.expect(65, out: "")
            #expect(answer.err.hasPrefix("dossier: error: {desk}/.dossier/config.yaml:\(line): \""))
            #expect(answer.err.hasSuffix("\" is no address; write name@example.com\n"))
            #expect(answer.err.split(separator: "\n").count == 1)
        }
    }

    @Test(
        "the usual kinds of addresses",
        arguments: [
            "a@example.com", "first.last+dossier@mail.example.co.uk", "o'brien@example.com", "root@localhost",
            "a_b-c@example.com",
        ])
    func usualAddresses(value: String) throws {
        let desk = try Desk.withDates()
        try desk.write(".dossier/config.yaml", "mail:\n  to: \(value)\n")
        let answer = desk.run("remind", "--format", "mail")
        answer.expect(err: "")
        #expect(answer.out.contains("\nTo: \(value)\n"))
    }

    @Test("the settings that a new register gets are settings")
    func initial() throws {
        let desk = try Desk.withDates()
        let path = desk.path + "/.dossier/config.yaml"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let uncommented = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.contains(/^# +[a-z_A-Z ]+:( .*)?$/) && !line.hasPrefix("# Mail of")
                ? String(line.dropFirst(2)) : String(line)
        }.joined(separator: "\n")
        try desk.write(".dossier/config.yaml", uncommented)
        try desk.write(".dossier/holidays.txt", "2026-12-25 Christmas\n")
        try desk.write(".dossier/reminder.txt", "{{#sections}}{{#lines}}{{title}}\n{{/lines}}{{/sections}}")
        let answer = desk.run("remind", "--format", "mail")
        answer.expect(err: "")
        for line in ["From: dossier@example.com", "To: desk@example.com", "Contract, hosting"] {
            #expect(answer.out.contains("\(line)\n"))
        }
    }
}
