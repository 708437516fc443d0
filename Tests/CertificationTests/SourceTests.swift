import Certification
import Testing

@Suite("Sources of files")
struct SourceTests {
    private static let held = Fingerprint(of: [7])
    private static let other = Fingerprint(of: [8])

    private static func source(_ revision: Int, _ path: String?, _ period: String? = nil) -> EvidenceSource {
        EvidenceSource(
            evidence: "A", revision: revision, fingerprint: held, size: 4,
            period: period.flatMap { Period($0) }, path: path)
    }

    @Test(
        "watched is the latest revision of each time, unless a later one came from the same place",
        arguments: [
            ([], []),
            ([source(1, "a")], [1]),
            ([source(1, nil)], [1]),
            ([source(1, "v1"), source(2, "v2")], [2]),
            ([source(1, "v1"), source(2, nil)], [2]),
            ([source(1, "may", "2026-05"), source(2, "june", "2026-06")], [1, 2]),
            ([source(1, "may", "2026-05"), source(2, "may", "2026-05"), source(3, "x", "2026-06")], [2, 3]),
            ([source(1, "kpi", "2026-05"), source(2, "kpi", "2026-06")], [2]),
            ([source(1, nil, "2026-05"), source(2, nil, "2026-06")], [1, 2]),
            ([source(1, "doc"), source(2, "june", "2026-06")], [1, 2]),
        ] as [([EvidenceSource], [Int])])
    func watched(revisions: [EvidenceSource], expected: [Int]) {
        #expect(revisions.watched.map(\.revision) == expected)
    }

    @Test(
        "a file that was read",
        arguments: [
            (held, 4, SourceVerdict.unchanged), (other, 4, .changed), (other, 5, .changed),
            (other, 0, .unusable("is empty now (0 bytes)")), (held, 0, .unchanged),
        ] as [(Fingerprint, Int, SourceVerdict)])
    func read(fingerprint: Fingerprint, size: Int, verdict: SourceVerdict) {
        #expect(SourceVerdict(of: Self.source(1, "a"), holding: fingerprint, size: size) == verdict)
    }

    @Test(
        "a file that is gone",
        arguments: [
            ([], .vanished(alike: []), "gone, and no other file holds its content; the register keeps it"),
            ([SourceCopy(path: "b")], .moved(to: "b"), nil),
            (
                [SourceCopy(path: "b", owner: "B"), SourceCopy(path: "c")], .moved(to: "c"), nil
            ),
            (
                [SourceCopy(path: "b", owner: "B")],
                .vanished(alike: [SourceCopy(path: "b", owner: "B")]),
                "the same content lies at b, the source of B"
            ),
            (
                [SourceCopy(path: "b"), SourceCopy(path: "c")], .ambiguous(["b", "c"]),
                "the same content lies at b and c"
            ),
            (
                ["b", "c", "d", "e", "f"].map { SourceCopy(path: $0) },
                .ambiguous(["b", "c", "d", "e", "f"]),
                "the same content lies at b, c, d and 2 more"
            ),
        ] as [([SourceCopy], SourceVerdict, String?)])
    func gone(copies: [SourceCopy], verdict: SourceVerdict, reason: String?) {
        #expect(SourceVerdict(goneWith: copies) == verdict)
        #expect(verdict.reason == reason)
    }

    @Test(
        "a stamp speaks of a file with its size and its time, to the nanosecond",
        arguments: [(4, 1_000_000_001, true), (4, 1_000_000_000, false), (5, 1_000_000_001, false)])
    func stamp(size: Int, modified: Int, speaks: Bool) {
        let stamp = SourceStamp(size: 4, modified: 1_000_000_001, fingerprint: Self.held)
        #expect(stamp.speaks(of: size, modified) == speaks)
    }

    @Test("only what a document says otherwise than before is news")
    func news() {
        var before = EvidenceFacts()
        before.title = "Policy"
        before.owner = "Head of IT"
        before.reviewOn = Day("2026-12-01")
        before.tags = ["a"]
        var now = before
        #expect(now.news(since: before) == EvidenceFacts())
        now.reviewOn = Day("2027-12-01")
        now.owner = nil
        now.expires = Day("2029-01-01")
        var expected = EvidenceFacts()
        expected.reviewOn = now.reviewOn
        expected.expires = now.expires
        #expect(now.news(since: before) == expected)
        #expect(before.news(since: EvidenceFacts()) == before)
    }
}
