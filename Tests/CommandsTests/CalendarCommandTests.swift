import Foundation
import Testing

/// `dossier calendar`: what is written, what is the same the next time, and what is told of what moved.
@Suite("Calendar")
struct CalendarCommandTests {
    private let desk: Desk

    init() throws {
        desk = try Desk.withRegister()
        for name in ["a.md", "b.md"] { try desk.write(name, "content of \(name)") }
        desk.run(
            "add", "a.md", "--id", "PRO-1", "--title", "Müller-訓練; a, b\\c 🦊", "--owner", "Quality manager",
            "--review", "2027-02-01", "--clause", "8.6.1"
        ).expect()
        desk.run("add", "b.md", "--id", "CON-1", "--title", "Contract", "--expires", "2027-12-31").expect()
    }

    /// A calendar with LF for line ends and a short name of the register, on a day at noon.
    private func calendar(_ options: String..., on day: String = "2026-11-22") throws -> String {
        let answer = desk.run(on: day, ["calendar"] + options)
        answer.expect(err: "")
        #expect(!answer.out.utf8.split(separator: 0x0A).contains { $0.last != 0x0D })
        return answer.out.replacing("\r\n", with: "\n").replacing(/@[0-9a-f-]{36}/, with: "@register")
    }

    /// The events of a calendar by their names.
    private func events(_ calendar: String) -> [String: String] {
        let parts = calendar.components(separatedBy: "BEGIN:VEVENT\n").dropFirst()
        return Dictionary(
            parts.map { part in
                let name = part.dropFirst("UID:".count).prefix { $0 != "\n" }
                return (String(name), part.components(separatedBy: "END:VEVENT")[0])
            }, uniquingKeysWith: { first, _ in first })
    }

    private static let whole = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Dossier//Dates of certification//EN
        CALSCALE:GREGORIAN
        NAME:ACME Ltd
        X-WR-CALNAME:ACME Ltd
        REFRESH-INTERVAL;VALUE=DURATION:P1D
        X-PUBLISHED-TTL:P1D
        BEGIN:VEVENT
        UID:CON-1.expiry.1@register
        DTSTAMP:20261122T120000Z
        LAST-MODIFIED:20261122T120000Z
        SEQUENCE:0
        DTSTART;VALUE=DATE:20271231
        DTEND;VALUE=DATE:20280101
        SUMMARY:CON-1 expiry: Contract
        DESCRIPTION:expiry: A contract\\, certificate or agreement holds until its l
         ast day. (default)
        CATEGORIES:evidence
        STATUS:CONFIRMED
        TRANSP:TRANSPARENT
        END:VEVENT
        BEGIN:VEVENT
        UID:PRO-1.review.1@register
        DTSTAMP:20261122T120000Z
        LAST-MODIFIED:20261122T120000Z
        SEQUENCE:0
        DTSTART;VALUE=DATE:20270201
        DTEND;VALUE=DATE:20270202
        SUMMARY:PRO-1 review: Müller-訓練\\; a\\, b\\\\c 🦊
        DESCRIPTION:review: A document is looked at by the day set\\, or one interva
         l after it took effect. (default)\\nOwner: Quality manager
        CATEGORIES:evidence
        STATUS:CONFIRMED
        TRANSP:TRANSPARENT
        END:VEVENT
        END:VCALENDAR

        """

    @Test("whole; the same to the byte on another day, by another hand, with and without a file")
    func whole() throws {
        #expect(try calendar() == Self.whole)
        #expect(try calendar(on: "2026-12-24") == Self.whole)
        let file = desk.run(
            "calendar", "-o", "dates.ics",
            environment: ["DOSSIER_ACTOR": "somebody else", "TZ": "Asia/Tokyo"])
        file.expect(out: "", err: "dates.ics  2 dates\n")
        let octets = try Data(contentsOf: URL(fileURLWithPath: desk.path + "/dates.ics"))
        #expect(octets == Data(desk.run("calendar").out.utf8))
        desk.run("log", "--verify").expect()
    }

    @Test("one date moved: only that event differs, under its name, one number higher")
    func moved() throws {
        let before = events(try calendar())
        desk.run("revise", "PRO-1", "--review", "2027-03-01").expect()
        let after = events(try calendar(on: "2026-11-25"))
        #expect(Set(before.keys) == Set(after.keys))
        #expect(before["CON-1.expiry.1@register"] == after["CON-1.expiry.1@register"])
        let expected = before["PRO-1.review.1@register"]?.replacing("20261122T", with: "20261125T")
            .replacing("SEQUENCE:0", with: "SEQUENCE:1").replacing(":20270201", with: ":20270301")
            .replacing(":20270202", with: ":20270302")
        #expect(after["PRO-1.review.1@register"] == expected)
    }

    @Test("what is done is cancelled, for thirty-six months")
    func done() throws {
        let before = events(try calendar())["CON-1.expiry.1@register"]
        desk.run("retire", "CON-1", "--reason", "ended").expect()
        let cancelled = events(try calendar("--alarms", on: "2026-11-25"))["CON-1.expiry.1@register"]
        #expect(
            cancelled
                == before?.replacing("20261122T", with: "20261125T").replacing(
                    "SEQUENCE:0", with: "SEQUENCE:1"
                ).replacing("STATUS:CONFIRMED", with: "STATUS:CANCELLED"))
        #expect(events(try calendar(on: "2029-11-25"))["CON-1.expiry.1@register"] == cancelled)
        #expect(events(try calendar(on: "2029-11-26")).keys.sorted() == ["PRO-1.review.1@register"])
        #expect(events(try calendar(on: "2026-11-26")).count == 1)
    }

    @Test(
        "a planned audit: tentative until somebody is named, busy for all of its days, over once it was held")
    func audit() throws {
        desk.run("audit", "plan", "--kind", "internal", "--on", "2027-03-30..2027-04-01", "--id", "IA-1")
            .expect()
        #expect(
            events(try calendar())["IA-1.audit.0@register"] == """
                UID:IA-1.audit.0@register
                DTSTAMP:20261122T120000Z
                LAST-MODIFIED:20261122T120000Z
                SEQUENCE:0
                DTSTART;VALUE=DATE:20270330
                DTEND;VALUE=DATE:20270402
                SUMMARY:IA-1 audit: internal audit
                DESCRIPTION:audit: A planned audit\\, by its first day. (default)\\nStandard:
                  ISO/IEC 20000-1:2018
                CATEGORIES:audit,ISO/IEC 20000-1:2018
                STATUS:TENTATIVE
                TRANSP:OPAQUE

                """)
        desk.run("audit", "edit", "IA-1", "--auditor", "A. Berg").expect()
        let agreed = try #require(events(try calendar(on: "2026-11-23"))["IA-1.audit.0@register"])
        #expect(agreed.contains("STATUS:CONFIRMED\nTRANSP:OPAQUE\n"))
        #expect(agreed.contains("SEQUENCE:1\n") && agreed.contains("\\nOwner: A. Berg\n"))
        desk.run("audit", "cancel", "IA-1", "--reason", "later").expect()
        let over = try #require(events(try calendar(on: "2026-11-24"))["IA-1.audit.0@register"])
        #expect(over.contains("SEQUENCE:2\n") && over.contains("STATUS:CANCELLED\nTRANSP:TRANSPARENT\n"))
    }

    @Test("a later revision: the old date is over, the new one has a name of its own")
    func revised() throws {
        _ = try calendar()
        try desk.write("a.md", "more")
        desk.run("revise", "PRO-1", "a.md", "--review", "2028-02-01").expect()
        let events = events(try calendar())
        #expect(events["PRO-1.review.1@register"]?.contains("STATUS:CANCELLED\n") == true)
        #expect(events["PRO-1.review.2@register"]?.contains("SEQUENCE:0\n") == true)
        desk.run("calendar", "-o", "d.ics").expect(out: "", err: "d.ics  3 dates, 1 of them cancelled\n")
    }

    @Test("alarms at the leads of the settings; an expiry is told earlier than the rest")
    func alarms() throws {
        let usual = events(try calendar("--alarms"))
        let triggers = { (event: String?) in
            (event ?? "").split(separator: "\n").filter { $0.hasPrefix("TRIGGER") }.joined(separator: " ")
        }
        let rest =
            "TRIGGER:-P89DT16H TRIGGER:-P59DT16H TRIGGER:-P29DT16H TRIGGER:-P13DT16H TRIGGER:-P6DT16H TRIGGER:-PT16H"
        #expect(triggers(usual["PRO-1.review.1@register"]) == rest)
        #expect(triggers(usual["CON-1.expiry.1@register"]) == "TRIGGER:-P179DT16H " + rest)
        try desk.write(".dossier/config.yaml", "leads: [10, 1]\n")
        let own = events(try calendar("--alarms"))
        #expect(triggers(own["PRO-1.review.1@register"]) == "TRIGGER:-P9DT16H TRIGGER:-PT16H")
    }

    @Test("a part of the dates: the rest is neither shown nor cancelled")
    func part() throws {
        desk.run(
            "certificate", "add", "--id", "NW-1", "--standard", "20000-1", "--body", "BSI", "--scope", "S"
        ).expect()
        desk.run("certificate", "record", "NW-1", "decision", "--on", "2026-05-14").expect()
        let certificate = try calendar("--certificate", "nw-1")
        #expect(certificate.contains("\nNAME:ACME Ltd (NW-1)\n"))
        #expect(events(certificate).count > 5)
        #expect(events(certificate).keys.allSatisfy { $0.hasPrefix("NW-1.") })
        let owner = try calendar("--owner", "quality MANAGER")
        #expect(events(owner).keys.sorted() == ["PRO-1.review.1@register"])
        let all = try calendar()
        #expect(!all.contains("CANCELLED"))
        #expect(all.contains("SEQUENCE:0") && !all.contains("SEQUENCE:1"))
        #expect(events(all).count == events(certificate).count + 2)
    }

    @Test("by mail")
    func published() throws {
        let unanswerable = try calendar("--method", "publish")
        #expect(unanswerable.contains("\nMETHOD:PUBLISH\n"))
        #expect(unanswerable.contains("\nORGANIZER:mailto:dossier@localhost.localdomain\n"))
        try desk.write(".dossier/config.yaml", "mail:\n  from: qm@example.com\n")
        #expect(try calendar("--method", "publish").contains("\nORGANIZER:mailto:qm@example.com\n"))
    }

    @Test("files: not over another one, unless told so; nothing is left behind")
    func files() throws {
        desk.run("calendar", "-o", "a.md").expect(
            73, out: "",
            err: """
                dossier: error: a.md already exists
                dossier: hint: choose another name, or replace it with --overwrite

                """)
        desk.run("calendar", "-o", "a.md", "--overwrite").expect(out: "", err: "a.md  2 dates\n")
        desk.run("calendar", "-o", "no/where.ics").expect(
            73, out: "", err: "dossier: error: cannot write no/where.ics: no such file or directory\n")
        let names = try FileManager.default.contentsOfDirectory(atPath: desk.path).sorted()
        #expect(names == [".dossier", "a.md", "b.md"])
        let own = try FileManager.default.contentsOfDirectory(atPath: desk.path + "/.dossier").sorted()
        #expect(own.allSatisfy { !$0.hasPrefix(".result") })
    }

    @Test("nothing to show, and what cannot be asked for")
    func refused() throws {
        let empty = try Desk.withRegister()
        let answer = empty.run("calendar")
        answer.expect(err: "Nothing has a date: the calendar is empty.\n")
        #expect(answer.out.hasSuffix("\r\nEND:VCALENDAR\r\n"))
        desk.run("calendar", "--certificate", "X").expect(
            66, out: "", err: "dossier: error: no certificate X\ndossier: hint: dossier certificate list\n")
        desk.run("calendar", "--overwrite").expect(
            64, out: "",
            err: """
                dossier: error: --overwrite goes with --output
                dossier: hint: dossier calendar --help

                """)
        desk.run("calendar", "--method", "request").expect(64, out: "")
        try Desk().run("calendar").expect(66, out: "")
    }
}
