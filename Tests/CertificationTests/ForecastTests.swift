import Certification
import Foundation
import Testing

/// A table beside the tests.
enum Fixture {
    static func lines(_ name: String) -> [[String]] {
        let path = (#filePath as NSString).deletingLastPathComponent + "/Fixtures/" + name
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }
}

@Suite("Forecast")
struct ForecastTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let id: String
        let title: String
        let inputs: [(String, String)]
        let config: [(String, String)]
        let outputs: [(String, String)]

        init(_ cells: [String]) {
            (id, title) = (cells[0], cells[1])
            (inputs, config, outputs) = (Self.pairs(cells[3]), Self.pairs(cells[4]), Self.pairs(cells[5]))
        }

        private static func pairs(_ text: String) -> [(String, String)] {
            text.split(separator: ";").map { pair in
                let cut = pair.firstIndex(of: "=") ?? pair.endIndex
                return (String(pair[..<cut]), String(pair[cut...].dropFirst()))
            }
        }

        var testDescription: String { "\(id) \(title)" }
    }

    /// E36 belongs to reminders.
    static let examples = Fixture.lines("cycle-examples.tsv").dropFirst().map(Example.init)
        .filter { $0.id != "E36" }

    @Test("there are 35 of them")
    func count() { #expect(Self.examples.count == 35) }

    @Test("each worked example", arguments: examples)
    func example(example: Example) throws {
        var facts = ForecastFacts()
        for (name, value) in example.inputs { try facts.set(name, to: value) }
        var profile = BodyProfile.usual
        var gaps: [Span] = []
        for (key, value) in example.config where key != "profile" {
            if value.contains("|") {
                gaps = value.split(separator: "|").compactMap { Span($0) }
            } else {
                try profile.set(key, to: value)
            }
        }
        let lines = Forecast(facts, profile: profile, stageGaps: gaps).lines
        let values = Dictionary(lines.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        #expect(values.count == lines.count)
        for (key, value) in example.outputs { #expect(values[key] == value, "\(example.id) \(key)") }
    }

    @Test(
        "what is no fact",
        arguments: [
            ("decison", "2026-05-14", "unknown fact \"decison\""),
            ("decision", "14.5.2026", "decision cannot be \"14.5.2026\"; it is a day, 2026-05-14"),
            (
                "sv1_audit", "2027-05-11/2027-05-10",
                "sv1_audit cannot be \"2027-05-11/2027-05-10\"; it is a day, or the first and the last day of an audit as 2027-05-10/2027-05-11"
            ),
            ("sites", "0", "sites cannot be \"0\"; it is a number"),
        ])
    func problems(name: String, value: String, message: String) {
        var facts = ForecastFacts()
        do {
            try facts.set(name, to: value)
            Issue.record("taken")
        } catch {
            #expect(error.message == message)
        }
    }
}
