@testable import Certification
import Testing

@Suite("Changes and the journal's chain")
struct ChangeTests {
    static let fingerprint = Fingerprint(of: Array("content".utf8))
    static let day = Day("2026-11-22") ?? Day(ordinal: 0)
    static let evidence = Evidence(
        id: "PRO-001", title: "Incident \"procedure\" / Müller-訓練", kind: .procedure,
        owner: "Service desk lead",
        classification: .internal, reviewEvery: Months(12), reviewOn: nil, expires: day, retain: Months(36),
        tags: ["incident"], note: nil)
    static let revision = Revision(
        number: 1, fingerprint: fingerprint, size: 7, mediaType: "text/plain", originalName: "a.txt",
        label: "3.0",
        effective: day, period: Period("2026-06"), received: day)
    static let clause = ClauseReference(standard: "iso20000-1-2018", number: "8.6.1")

    /// The journal's text of every kind of change. These literals are for ever: a journal of any release must decode.
    static let texts: [(Change, String)] = [
        (.registerCreated(organization: "ACME"), #"{"organization":"ACME","type":"register-created"}"#),
        (
            .evidenceAdded(evidence),
            #"{"evidence":{"classification":"internal","expires":"2026-11-22","id":"PRO-001","kind":"procedure","owner":"Service desk lead","retain":36,"reviewEvery":12,"tags":["incident"],"title":"Incident \"procedure\" / Müller-訓練"},"type":"evidence-added"}"#
        ),
        (
            .evidenceEdited(Evidence(id: "A", title: "T", kind: .kpiExport, reviewOn: day)),
            #"{"evidence":{"id":"A","kind":"kpi-export","reviewOn":"2026-11-22","tags":[],"title":"T"},"type":"evidence-edited"}"#
        ),
        (
            .revisionAdded(evidence: "PRO-001", revision),
            #"{"id":"PRO-001","revision":{"effective":"2026-11-22","fingerprint":"ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73","label":"3.0","mediaType":"text/plain","number":1,"originalName":"a.txt","period":{"first":"2026-06-01","last":"2026-06-30"},"received":"2026-11-22","size":7},"type":"revision-added"}"#
        ),
        (
            .revisionAdded(
                evidence: "A",
                Revision(
                    number: 1, fingerprint: Fingerprint(repeating: 7), size: 7, mediaType: "text/plain",
                    originalName: "a.txt", received: day, source: "docs/Müller-訓練/a:b.txt")),
            #"{"id":"A","revision":{"fingerprint":"0707070707070707070707070707070707070707070707070707070707070707","mediaType":"text/plain","number":1,"originalName":"a.txt","received":"2026-11-22","size":7,"source":"docs/Müller-訓練/a:b.txt"},"type":"revision-added"}"#
        ),
        (
            .sourceFound(evidence: "PRO-001", revision: 2, source: "/elsewhere/a.txt"),
            #"{"id":"PRO-001","revision":2,"source":"/elsewhere/a.txt","type":"source-found"}"#
        ),
        (
            .linked(Link(evidence: "PRO-001", clause: clause, locator: "section 4", reviewed: nil)),
            #"{"link":{"clause":{"number":"8.6.1","standard":"iso20000-1-2018"},"evidence":"PRO-001","locator":"section 4"},"type":"linked"}"#
        ),
        (
            .unlinked(evidence: "PRO-001", clause: clause),
            #"{"clause":{"number":"8.6.1","standard":"iso20000-1-2018"},"id":"PRO-001","type":"unlinked"}"#
        ),
        (
            .retired(evidence: "PRO-001", reason: "merged"),
            #"{"id":"PRO-001","reason":"merged","type":"retired"}"#
        ),
        (
            .reinstated(evidence: "PRO-001", reason: "back"),
            #"{"id":"PRO-001","reason":"back","type":"reinstated"}"#
        ),
        (
            .linked(
                Link(
                    evidence: "PRO-001", clause: clause, edition: "edition 3: T; retain",
                    answers: [.maintain],
                    reviewedBy: "A. Berg", reviewedOn: day)),
            #"{"link":{"answers":["maintain"],"clause":{"number":"8.6.1","standard":"iso20000-1-2018"},"edition":"edition 3: T; retain","evidence":"PRO-001","reviewedBy":"A. Berg","reviewedOn":"2026-11-22"},"type":"linked"}"#
        ),
        (
            .linked(Link(evidence: "PRO-001", clause: clause, isSuggested: true)),
            #"{"link":{"clause":{"number":"8.6.1","standard":"iso20000-1-2018"},"evidence":"PRO-001","suggested":true},"type":"linked"}"#
        ),
        (
            .linkReviewed(
                evidence: "PRO-001",
                LinkReview(
                    clause: clause, fingerprint: Fingerprint(repeating: 7), edition: "edition 3: T; retain",
                    by: "A. Berg", on: day, note: "read")),
            #"{"id":"PRO-001","review":{"by":"A. Berg","clause":{"number":"8.6.1","standard":"iso20000-1-2018"},"edition":"edition 3: T; retain","fingerprint":"0707070707070707070707070707070707070707070707070707070707070707","note":"read","on":"2026-11-22"},"type":"link-reviewed"}"#
        ),
        (
            .reviewWithdrawn(evidence: "PRO-001", clause: clause, reason: "too fast"),
            #"{"clause":{"number":"8.6.1","standard":"iso20000-1-2018"},"id":"PRO-001","reason":"too fast","type":"review-withdrawn"}"#
        ),
        (
            .approved(
                evidence: "PRO-001",
                Approval(revision: 2, fingerprint: Fingerprint(repeating: 7), by: "M. Okafor", on: day)),
            #"{"approval":{"by":"M. Okafor","fingerprint":"0707070707070707070707070707070707070707070707070707070707070707","on":"2026-11-22","revision":2},"id":"PRO-001","type":"approved"}"#
        ),
        (
            .approvalWithdrawn(evidence: "PRO-001", revision: 2, reason: "not signed"),
            #"{"id":"PRO-001","reason":"not signed","revision":2,"type":"approval-withdrawn"}"#
        ),
        (
            .assessed(
                Assessment(clause: clause, verdict: .notApplicable, by: "A. Berg", reason: "none", on: day)),
            #"{"assessment":{"by":"A. Berg","clause":{"number":"8.6.1","standard":"iso20000-1-2018"},"on":"2026-11-22","reason":"none","verdict":"not-applicable"},"type":"assessed"}"#
        ),
        (
            .assessmentWithdrawn(clause: clause, reason: "wrong site"),
            #"{"clause":{"number":"8.6.1","standard":"iso20000-1-2018"},"reason":"wrong site","type":"assessment-withdrawn"}"#
        ),
        (
            .controlStated(
                ControlStatement(clause: clause, exclusion: "no premises", inclusion: nil, owner: "CISO")),
            #"{"control":{"clause":{"number":"8.6.1","standard":"iso20000-1-2018"},"exclusion":"no premises","owner":"CISO"},"type":"control-stated"}"#
        ),
        (
            .creditNoted(
                CreditNote(clause: clause, from: clause, missing: "half", by: "A. Berg", on: day)),
            #"{"credit":{"by":"A. Berg","clause":{"number":"8.6.1","standard":"iso20000-1-2018"},"from":{"number":"8.6.1","standard":"iso20000-1-2018"},"missing":"half","on":"2026-11-22"},"type":"credit-noted"}"#
        ),
        (
            .creditWithdrawn(clause: clause, from: clause, reason: "own now"),
            #"{"clause":{"number":"8.6.1","standard":"iso20000-1-2018"},"from":{"number":"8.6.1","standard":"iso20000-1-2018"},"reason":"own now","type":"credit-withdrawn"}"#
        ),
        (
            .bundlePacked(
                BundlePacking(
                    id: Fingerprint(repeating: 7), index: fingerprint, standard: "s-1", day: day,
                    audit: "SV1",
                    recipient: "BSI", fileName: "b.zip", octets: 7, isSigned: true, isEncrypted: false)),
            #"{"bundle":{"audit":"SV1","day":"2026-11-22","fileName":"b.zip","id":"0707070707070707070707070707070707070707070707070707070707070707","index":"ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73","isEncrypted":false,"isSigned":true,"octets":7,"recipient":"BSI","standard":"s-1"},"type":"bundle-packed"}"#
        ),
        (
            .cycle(
                .findingRaised(
                    FindingFacts(
                        id: "NC-9", grade: .minor, audit: "SV1", clause: clause, statement: "s", by: "L",
                        on: day, origin: FindingOrigin(index: fingerprint, number: 3, evidence: ["A"])))),
            #"{"finding":{"audit":"SV1","by":"L","clause":{"number":"8.6.1","standard":"iso20000-1-2018"},"grade":"minor","id":"NC-9","on":"2026-11-22","origin":{"evidence":["A"],"index":"ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73","number":3},"statement":"s"},"type":"finding-raised"}"#
        ),
        (
            .standardAdded(
                Catalogue(
                    standard: Standard(
                        id: "s-1", designation: "S 1", title: "S", edition: "1", published: "2020-01",
                        amendments: nil,
                        status: "current", successor: nil),
                    clauses: [
                        Clause(
                            number: "4.1", title: "T", parent: nil, isRequirement: true, demands: [.retain],
                            note: "n",
                            typicalKinds: [.record], titleSources: 2)
                    ])),
            #"{"catalogue":{"clauses":[{"demands":["retain"],"isRequirement":true,"note":"n","number":"4.1","title":"T","titleSources":2,"typicalKinds":["record"]}],"standard":{"designation":"S 1","edition":"1","id":"s-1","published":"2020-01","status":"current","title":"S"}},"type":"standard-added"}"#
        ),
    ]

    @Test("every change has one text and comes back from it", arguments: texts)
    func coding(change: Change, text: String) throws {
        let coder = ChangeCoder()
        #expect(try coder.text(change) == text)
        #expect(try coder.change(text) == change)
    }

    @Test(
        "unknown and broken changes are refused",
        arguments: [
            #"{"type":"evidence-eaten"}"#, #"{"id":"A","type":"retired"}"#, "", "[]",
            #"{"id":"A","revision":{"effective":"2026-02-30"},"type":"revision-added"}"#,
            #"{"id":"A","revision":{"fingerprint":"ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73","mediaType":"","number":1,"originalName":"","period":{"first":"2026-06-30","last":"2026-06-01"},"received":"2026-11-22","size":7},"type":"revision-added"}"#,
        ])
    func refused(text: String) { #expect(throws: (any Error).self) { try ChangeCoder().change(text) } }

    @Test("an entry's hash covers each of its fields and the entry before")
    func chain() {
        let time = Timestamp(seconds: 1_790_000_000)
        let first = JournalEntry(after: .empty, time: time, actor: "qm", change: "{}")
        let second = JournalEntry(after: first.head, time: time, actor: "qm", change: "{}")
        #expect(first.sequence == 1 && second.sequence == 2)
        #expect(second.previous == first.hash)
        #expect(first.isGenuine && second.isGenuine)
        let forged = [
            JournalEntry(
                sequence: 3, time: time, actor: "qm", change: "{}", previous: first.hash, hash: second.hash),
            JournalEntry(
                sequence: 2, time: Timestamp(seconds: 0), actor: "qm", change: "{}", previous: first.hash,
                hash: second.hash),
            JournalEntry(
                sequence: 2, time: time, actor: "qm2", change: "{}", previous: first.hash, hash: second.hash),
            JournalEntry(
                sequence: 2, time: time, actor: "qm", change: "[]", previous: first.hash, hash: second.hash),
            JournalEntry(
                sequence: 2, time: time, actor: "qm", change: "{}", previous: second.hash, hash: second.hash),
        ]
        for entry in forged { #expect(!entry.isGenuine) }
    }

    @Test("moving octets from one field to the next changes the hash")
    func boundaries() {
        let time = Timestamp(seconds: 0)
        let one = JournalEntry(after: .empty, time: time, actor: "a", change: "bc")
        let other = JournalEntry(after: .empty, time: time, actor: "ab", change: "c")
        #expect(one.hash != other.hash)
    }
}

@Suite("Identifiers and names")
struct NameTests {
    @Test(
        "identifiers",
        arguments: [
            ("INC-PRO-001", true), ("a", true), ("A.1_b", true), ("", false), ("-a", false), ("a b", false),
            ("ä", false),
            ("a/b", false), ("a.", false), ("=1", false), (String(repeating: "a", count: 61), false),
            ("..", false), ("8.6.1", false), ("A.5.1", false), ("a.5", false), ("2026", true), ("A.1x", true),
        ])
    func identifiers(text: String, isOne: Bool) { #expect(EvidenceIdentifier.isWellFormed(text) == isOne) }

    @Test("generated identifiers", arguments: [(1, "EV-0001"), (9_999, "EV-9999"), (10_000, "EV-10000")])
    func generated(number: Int, text: String) {
        #expect(EvidenceIdentifier.generated(number) == text)
        #expect(EvidenceIdentifier.number(of: text) == number)
        #expect(EvidenceIdentifier.number(of: text.lowercased()) == number)
    }

    @Test(
        "identifiers that look generated but leave no room for a next one",
        arguments: [
            "EV-9223372036854775807", "EV-0000", "EV-001", "EV--001", "EV-00x1",
        ])
    func notGenerated(text: String) { #expect(EvidenceIdentifier.number(of: text) == nil) }

    @Test(
        "titles and kinds from file names",
        arguments: [
            ("incident-management-v3.0.docx", "Incident management v3.0", nil),
            ("service_management_policy.md", "Service management policy", .policy),
            ("kpi-export-2026-06.csv", "Kpi export 2026 06", .kpiExport), ("Müller-訓練.txt", "Müller 訓練", nil),
            (".hidden", ".hidden", nil), ("audit-report.PDF", "Audit report", .auditReport),
            ("---", "---", nil),
        ] as [(String, String, EvidenceKind?)])
    func titles(name: String, title: String, kind: EvidenceKind?) {
        #expect(FileTitle.title(fileName: name) == title)
        #expect(FileTitle.kind(fileName: name) == kind)
    }

    @Test(
        "media types",
        arguments: [
            ("a.PDF", "application/pdf"), ("a.csv", "text/csv"), ("a", "application/octet-stream"),
            ("a.", "application/octet-stream"),
        ])
    func media(name: String, type: String) { #expect(MediaType.of(fileName: name) == type) }
}
