import Testing

@testable import Certification

@Suite("Scores of suggestions") struct ScoreCalibrationTests {
    @Test("what weighs more never scores less, from 0 to 1")
    func monotone() {
        let scores = (0...1_000).map { ScoreCalibration.score(of: Double($0) / 1_000) }
        #expect(scores == scores.sorted())
        #expect(scores.first == 0 && scores.last == 1)
        #expect(ScoreCalibration.score(of: -1) == 0 && ScoreCalibration.score(of: 2) == 1)
        // The share that was measured at this weight.
        #expect(ScoreCalibration.score(of: 0.775) == 0.8)
    }
}
