import Testing

extension Desk {
    /// A certified company after its first surveillance (AUD-1, 2027-03-01 and 02), with evidence held (INC-1), retired
    /// (OLD-1) and still to come (REQ-1).
    static func afterSurveillance() throws -> Desk {
        let desk = try Desk.withRegister()
        for name in ["a.md", "b.md"] { try desk.write(name, name) }
        desk.run("add", "a.md", "--id", "INC-1", "--clause", "8.6.1").expect()
        desk.run("add", "b.md", "--id", "OLD-1", "--clause", "8.6.1").expect()
        desk.run("retire", "OLD-1", "--reason", "merged").expect()
        desk.run("request", "--id", "REQ-1", "--title", "R", "--clause", "7.2").expect()
        desk.run(
            "certificate", "add", "--id", "NW-1", "--standard", "20000-1", "--body", "BSI", "--scope",
            "Hosting"
        ).expect()
        desk.run("certificate", "record", "NW-1", "decision", "--on", "2026-05-14", "--expiry", "2029-05-13")
            .expect()
        desk.run(
            on: "2027-03-02", "certificate", "record", "NW-1", "surveillance", "--on",
            "2027-03-01..2027-03-02"
        ).expect()
        return desk
    }

    /// Raises a finding of AUD-1 on its last day.
    @discardableResult
    func raise(_ grade: String, _ more: String...) -> Answer {
        let line = [
            "finding", "raise", "--audit", "aud-1", "--grade", grade, "--statement", "no priorities", "--by",
            "J. Lund",
        ]
        return run(line + more, today: "2027-03-02")
    }

    /// Takes a step on a day.
    @discardableResult
    func step(_ day: String, _ words: String...) -> Answer {
        run(["finding"] + words, today: day)
    }

    /// A correction, a cause and an action for a finding, one a day from 2027-03-03.
    func answer(_ id: String) {
        for (day, verb) in [("03", "correct"), ("04", "cause"), ("05", "act")] {
            step("2027-03-\(day)", verb, id, "--text", "t", "--by", "Berg").expect()
        }
    }
}
