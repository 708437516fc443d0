/// What the weighing of words is worth: the share of suggestions of a weight that were right.
///
/// Measured with the tuning half of the labels of `Tests/SuggestionMeasure`: the first three suggestions for each document
/// and each of ISO/IEC 20000-1, ISO/IEC 27001 and ISO 9001 in which a clause is sensible for it, 1,707 in all; a clause
/// above or below the labelled one counts as right. Between the knots the share is taken from the straight line, so the
/// order of suggestions stays as it is.
enum ScoreCalibration {
    private static let knots: [(weight: Double, share: Double)] = [
        (0, 0), (0.25, 0.10), (0.50, 0.18), (0.65, 0.58), (0.72, 0.72), (0.775, 0.80),
        (0.83, 0.90), (0.88, 0.98), (1, 1),
    ]

    /// The score of a weight, in hundredths.
    static func score(of weight: Double) -> Double {
        guard let next = knots.firstIndex(where: { $0.weight > weight }), next > 0 else {
            return weight <= 0 ? 0 : 1
        }
        let (low, high) = (knots[next - 1], knots[next])
        let share =
            low.share + (high.share - low.share) * (weight - low.weight) / (high.weight - low.weight)
        return (share * 100).rounded() / 100
    }
}
