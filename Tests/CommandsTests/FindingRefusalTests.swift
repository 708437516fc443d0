import Foundation
import Testing

@Suite("Findings that are refused")
struct FindingRefusalTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let words: [String]
        let status: Int32
        let said: String

        /// Words as they are typed after the verb or the noun.
        init(_ line: String, _ status: Int32, _ said: String) {
            (words, self.status, self.said) = (Tutorial.words("dossier " + line), status, said)
        }

        init(_ line: String, _ said: String) { self.init(line, 65, said) }

        var testDescription: String { words.joined(separator: " ") }
    }

    static let raising: [Example] = [
        .init(
            "--audit AUD-9 --grade major --clause 8.6.1", 66,
            """
            dossier: error: no audit AUD-9
            dossier: hint: did you mean AUD-1, AUD-2?

            """),
        .init(
            "--audit AUD-1 --grade major --clause 8.61", 65,
            """
            dossier: error: 8.61 is no clause of ISO/IEC 20000-1:2018
            dossier: hint: nearest: 8.6.1 (Incident management), 8.1 (Operational planning and control), 6.1 (Actions to address risks and opportunities)

            """),
        .init(
            "--audit AUD-1 --grade major --clause 9001:8.6", 64,
            "dossier: error: 9001:8.6 names a clause of ISO 9001:2015, not of ISO/IEC 20000-1:2018\n"),
        .init(
            "--audit AUD-1 --grade minor",
            """
            dossier: error: a minor names the clause that is not fulfilled
            dossier: hint: --clause CLAUSE

            """),
        .init(
            "--audit AUD-1 --grade area-of-concern",
            """
            dossier: error: AUD-1 (surveillance) has no areas of concern: those are of a stage 1 (ISO/IEC 17021-1 9.3.1.2)
            dossier: hint: --grade major, minor, opportunity or observation

            """),
        .init(
            "--audit AUD-2 --grade minor --clause 8.6",
            """
            dossier: error: AUD-2 (stage 1) finds no nonconformities but areas of concern, which could become some at stage 2 (ISO/IEC 17021-1 9.3.1.2)
            dossier: hint: --grade area-of-concern

            """),
        .init(
            "--audit AUD-1 --grade observation --on 2027-02-28",
            """
            dossier: error: 2027-02-28 lies before AUD-1, which began on 2027-03-01
            dossier: hint: --on 2027-03-01

            """),
        .init(
            "--audit AUD-1 --grade observation --due 2027-02-28",
            """
            dossier: error: the due day 2027-02-28 lies before AUD-1, which began on 2027-03-01
            dossier: hint: --due 2027-03-01

            """),
        .init(
            "--audit AUD-1 --grade observation --on 2027-03-03", 64,
            """
            dossier: error: 2027-03-03 lies in the future
            dossier: hint: --on 2027-03-02

            """),
        .init(
            "--audit AUD-1 --grade observation --id nc-1",
            """
            dossier: error: finding nc-1 exists already
            dossier: hint: dossier finding show nc-1

            """),
        .init(
            "--audit AUD-1 --grade huge", 64,
            """
            dossier: error: the value 'huge' is invalid for '--grade <grade>'; known: 'major', 'minor', 'opportunity', 'observation' or 'area-of-concern'
            dossier: hint: dossier finding --help

            """),
        .init(
            "--audit AUD-1 --grade observation --owner \" \"", 64,
            """
            dossier: error: --owner must not be empty
            dossier: hint: dossier finding --help

            """),
    ]

    private func entries(_ desk: Desk) -> String { desk.run("log", "--format", "csv").out }

    @Test("a finding that cannot be raised: one clear line, nothing changed")
    func raise() throws {
        let desk = try Desk.afterSurveillance()
        desk.run("standard", "add", "9001").expect()
        desk.run(
            "certificate", "add", "--id", "NW-2", "--standard", "9001", "--body", "BSI", "--scope", "All"
        ).expect()
        desk.run("certificate", "record", "NW-2", "stage-1", "--on", "2026-11-01").expect()
        desk.raise("major", "--clause", "8.6.1").expect()
        let before = entries(desk)
        for example in Self.raising {
            desk.run(
                ["finding", "raise", "--statement", "s", "--by", "Lund"] + example.words, today: "2027-03-02"
            ).expect(example.status, out: "", err: example.said)
        }
        #expect(entries(desk) == before)
    }

    static let stepping: [Example] = [
        .init(
            "correct NC-7 --text t --by Berg", 66,
            "dossier: error: no finding NC-7\n"
                + "dossier: hint: did you mean NC-1, NC-2, NC-3?\n"),
        .init(
            "correct NC-1 --text t --by Berg --on 2027-03-01",
            """
            dossier: error: 2027-03-01 lies before NC-1, which was raised on 2027-03-02
            dossier: hint: --on 2027-03-02

            """),
        .init(
            "correct NC-1 --text t --by Berg --on 2027-05-01", 64,
            """
            dossier: error: 2027-05-01 lies in the future
            dossier: hint: --on 2027-04-30

            """),
        .init(
            "correct NC-1 --text t --by \" \"", 64,
            """
            dossier: error: --by must not be empty
            dossier: hint: dossier finding --help

            """),
        .init(
            "act NC-1 --accepted-on 2027-03-05 --accepted-by Lund",
            """
            dossier: error: NC-1 has no corrective action yet
            dossier: hint: dossier finding act NC-1 --text TEXT --by NAME --due DAY

            """),
        .init(
            "act NC-1 --text t", 64,
            """
            dossier: error: an action needs --text and --by
            dossier: hint: dossier finding --help

            """),
        .init(
            "act NC-1 --accepted-on 2027-03-05", 64,
            """
            dossier: error: an acceptance needs --accepted-on and --accepted-by
            dossier: hint: dossier finding --help

            """),
        .init(
            "act NC-1 --accepted-on 2027-03-05 --accepted-by Lund --due 2027-03-05", 64,
            """
            dossier: error: --on, --due, --owner and --evidence go with --text
            dossier: hint: dossier finding --help

            """),
        .init(
            "act NC-1", 64,
            """
            dossier: error: say the action with --text and --by, or --accepted-on and --accepted-by
            dossier: hint: dossier finding --help

            """),
        .init(
            "act NC-1 --text t --by Berg --due 2027-02-28",
            """
            dossier: error: the due day 2027-02-28 lies before AUD-1, which began on 2027-03-01
            dossier: hint: --due 2027-03-01

            """),
        .init(
            "verify-effect NC-1 --effective --by Okafor",
            """
            dossier: error: NC-1 has no corrective action yet
            dossier: hint: dossier finding act NC-1 --text TEXT --by NAME --due DAY

            """),
        .init(
            "verify-effect NC-1 --by Okafor", 64,
            """
            dossier: error: missing one of: '--effective', '--not-effective'
            dossier: hint: dossier finding --help

            """),
        .init(
            "verify-effect NC-2 --effective --by Okafor --on 2027-03-04",
            """
            dossier: error: 2027-03-04 lies before step 3, corrective action, of 2027-03-05
            dossier: hint: --on 2027-03-05

            """),
        .init(
            "close NC-1 --by Lund --evidence INC-1",
            """
            dossier: error: NC-1 cannot be closed: no correction, no cause, no corrective action, no check of the effect
            dossier: hint: dossier finding correct NC-1 --text TEXT --by NAME

            """),
        .init(
            "close NC-2 --by Lund --evidence INC-1",
            """
            dossier: error: NC-2 cannot be closed: the corrective action was not effective on 2027-04-01
            dossier: hint: dossier finding act NC-2 --text TEXT --by NAME --due DAY

            """),
        .init(
            "close OFI-1 --by Lund",
            """
            dossier: error: OFI-1 cannot be closed without evidence
            dossier: hint: dossier finding close OFI-1 --by NAME --evidence ID

            """),
        .init(
            "close OFI-1 --evidence INC-1", 64,
            """
            dossier: error: missing expected argument '--by <name>'
            dossier: hint: dossier finding --help

            """),
        .init(
            "close OFI-1 --by Lund --evidence REQ-1",
            """
            dossier: error: REQ-1 has no file yet and shows nothing
            dossier: hint: dossier revise REQ-1 FILE

            """),
        .init(
            "close OFI-1 --by Lund --evidence INC-1 OLD-1",
            """
            dossier: error: OLD-1 is retired and shows nothing: merged
            dossier: hint: dossier show OLD-1

            """),
        .init(
            "close OFI-1 --by Lund --evidence INC-2", 66,
            """
            dossier: error: no evidence INC-2
            dossier: hint: did you mean INC-1?

            """),
        .init(
            "correct NC-3 --text t --by Berg",
            """
            dossier: error: NC-3 was closed on 2027-04-02; nothing is added to a closed finding
            dossier: hint: dossier finding reopen NC-3 --by NAME --reason TEXT

            """),
        .init(
            "close NC-3 --by Lund --evidence INC-1",
            """
            dossier: error: NC-3 was closed on 2027-04-02; nothing is added to a closed finding
            dossier: hint: dossier finding reopen NC-3 --by NAME --reason TEXT

            """),
        .init(
            "reopen NC-3 --by Lund --reason r --on 2027-04-01",
            """
            dossier: error: 2027-04-01 lies before step 5, closed, of 2027-04-02
            dossier: hint: --on 2027-04-02

            """),
        .init(
            "reopen NC-2 --by Lund --reason r",
            """
            dossier: error: NC-2 is not closed but analysed; there is nothing to reopen
            dossier: hint: dossier finding show NC-2

            """),
        .init(
            "show NC-9", 66,
            """
            dossier: error: no finding NC-9
            dossier: hint: did you mean NC-1, NC-2, NC-3?

            """),
    ]

    @Test("a step that cannot be taken: one clear line, nothing changed")
    func step() throws {
        let desk = try Desk.afterSurveillance()
        for clause in ["8.6.1", "9.1", "9.2"] { desk.raise("major", "--clause", clause) }
        desk.raise("opportunity")
        for id in ["NC-2", "NC-3"] { desk.answer(id) }
        desk.step("2027-04-01", "verify-effect", "NC-2", "--not-effective", "--by", "Okafor").expect()
        desk.step("2027-04-01", "verify-effect", "NC-3", "--effective", "--by", "Okafor").expect()
        desk.step("2027-04-02", "close", "NC-3", "--by", "Lund", "--evidence", "INC-1").expect()
        let before = entries(desk)
        for example in Self.stepping {
            desk.run(["finding"] + example.words, today: "2027-04-30").expect(
                example.status, out: "", err: example.said)
        }
        #expect(entries(desk) == before)
    }

    @Test("every command that is printed next can be typed")
    func next() throws {
        let desk = try Desk.afterSurveillance()
        desk.raise("minor", "--clause", "8.6.1")
        var typed: [String] = []
        while typed.count < 9 {
            let said = desk.run("finding", "show", "NC-1", today: "2027-04-30").err
            let words = Tutorial.words(
                said.dropFirst("Next: ".count).trimmingCharacters(in: .newlines))
            guard words.count > 2, words[1] != "list" else { break }
            typed.append(words[1])
            let filled = words.map {
                ["TEXT": "t", "NAME": "Berg", "DAY": "2027-04-30", "ID": "INC-1"][$0] ?? $0
            }
            desk.run(filled, today: "2027-04-30").expect()
        }
        #expect(typed == ["correct", "cause", "act", "act", "verify-effect", "close"])
    }
}
