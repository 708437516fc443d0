import Foundation
import Testing

@testable import Bundling

/// Archives by people who mean harm, and some like them that are well: each gets the verdict that it must, from `verify`
/// and `unpack` alike, and a refused one leaves nothing behind.
@Suite(.timeLimit(.minutes(5))) struct HostileCorpusTests {
    static let corpus: [(name: String, cases: [HostileCase])] = [
        ("paths", PathCases.all), ("links and special files", LinkCases.all), ("bombs", BombCases.all),
        ("damage", DamageCases.all), ("ambiguity of ZIP", ZipAmbiguityCases.all + ZipHeaderCases.all),
        ("ambiguity of tar", TarAmbiguityCases.all + PaxCases.all), ("bag rules", BagRuleCases.all),
        ("formats", FormatCases.all),
    ]

    @Test(arguments: corpus.flatMap(\.cases)) func eachArchiveGetsItsVerdict(_ hostile: HostileCase) throws {
        let (source, folder) = (try TemporaryFolder(), try TemporaryFolder())
        let archive = try source.write(hostile.bytes(), to: "archive")
        let report = try BundleVerification.verify(path: archive, limits: hostile.limits)
        expect(report, hostile.verdict)
        let unpacker = BundleUnpacker(limits: hostile.limits, random: 7)
        let outcome = try unpacker.unpack(archive, into: folder.path)
        #expect(outcome.report == report)
        #expect(try folder.names == (report.valid ? report.name.map { [$0] } : []))
        if report.valid {
            #expect(
                try BundleVerification.verify(path: folder(report.name ?? ""), limits: hostile.limits).valid)
        }
    }

    private func expect(_ report: VerificationReport, _ verdict: Verdict) {
        switch verdict {
        case .valid: #expect(report.valid && report.problems.isEmpty, "\(report.problems)")
        case .warned(let codes):
            #expect(report.valid && BundlingTests.codes(report) == codes, "\(report.problems)")
        case .refused(let code):
            #expect(!report.valid && codes(report).contains(code), "\(report.problems)")
        }
    }

    /// No archive of the corpus may be lost: `swift test` prints these numbers.
    @Test func theCorpusIsWhole() {
        let all = Self.corpus.flatMap(\.cases)
        let tally = Dictionary(grouping: all) { hostile in
            switch hostile.verdict {
            case .valid: "valid"
            case .warned: "valid with a warning"
            case .refused: "refused"
            }
        }.mapValues(\.count)
        print(
            "hostile corpus: \(all.count) archives, \(tally.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" })"
        )
        print("hostile corpus: \(Self.corpus.map { "\($0.cases.count) of \($0.name)" })")
        #expect(Set(all.map(\.testDescription)).count == all.count)
        #expect(all.count >= 860)
    }
}
