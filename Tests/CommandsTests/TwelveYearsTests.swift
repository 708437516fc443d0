import Foundation
import Testing

/// Twelve years of one certificate: initial, early recertification, suspension, late restoration, a new edition, and the
/// transfer to another body. The timeline as it is shown on the days on which something turns.
@Suite("Twelve years")
struct TwelveYearsTests {
    private static let story: [[String]] = [
        ["stage-1", "--on", "2026-03-02..2026-03-03"], ["stage-2", "--on", "2026-04-22..2026-04-24"],
        ["decision", "--on", "2026-05-14", "--expiry", "2029-05-13"],
        ["surveillance", "--on", "2027-04-20..2027-04-21"], ["scope-extension", "--on", "2027-06-01"],
        ["surveillance", "--on", "2028-04-18..2028-04-19"],
        ["recertification-audit", "--on", "2029-02-05..2029-02-07"],
        ["recertification-decision", "--on", "2029-02-28", "--expiry", "2032-05-13"],
        ["surveillance", "--on", "2030-03-12"], ["suspension", "--on", "2030-09-01"],
        ["reinstatement", "--on", "2031-01-15"], ["surveillance", "--on", "2031-03-11"],
        ["recertification-audit", "--on", "2032-06-15..2032-06-17"],
        ["restoration", "--on", "2032-08-20", "--expiry", "2035-05-13"],
        ["surveillance", "--on", "2033-05-02"],
        ["edition-transition", "--on", "2033-09-01", "--to-standard", "iso20000-1-2031"],
        ["surveillance", "--on", "2034-05-03"], ["body-ceased", "--on", "2034-10-01"],
        ["transfer", "--on", "2034-12-01", "--to-body", "LRQA", "--to-id", "NW-2"],
    ]

    private static let days = [
        "2026-04-01", "2026-06-01", "2027-05-14", "2029-01-10", "2029-03-01", "2030-10-01", "2032-05-14",
        "2032-09-01", "2034-11-01", "2035-01-01", "2038-01-01",
    ]

    @Test("as in the golden file")
    func golden() throws {
        let desk = try Desk.withRegister()
        let catalogue = try String(
            contentsOfFile: repository + "/templates/standards/iso20000-1-2018.tsv", encoding: .utf8)
        try desk.write(
            "next.tsv",
            catalogue.replacing("20000-1-2018", with: "20000-1-2031").replacing(
                "20000-1:2018", with: "20000-1:2031"))
        desk.run("standard", "add", "next.tsv").expect()
        let last = "2038-01-01"
        desk.run(
            [
                "certificate", "add", "--id", "NW-1", "--standard", "20000-1-2018", "--body", "BSI",
                "--scope", "S",
            ],
            today: last
        ).expect()
        for event in Self.story {
            desk.run(["certificate", "record", "NW-1"] + event, today: last).expect()
        }
        let shown = Self.days.map { day in
            "# \(day)\n" + desk.run(["cycle", "show", "--on", day], today: last).out
        }.joined(separator: "\n")
        let path = repository + "/Tests/CommandsTests/Golden/twelve-years.txt"
        let golden = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        if golden != shown { try desk.write("twelve-years.txt", shown) }
        #expect(golden == shown)
    }
}
