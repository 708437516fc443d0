import Certification
import Foundation

/// What scores are worth: of the suggestions that were shown, how many were right, by tenths of the score.
struct Reliability {
    private var tenths: [Int: (right: Int, total: Int)] = [:]
    private var sure = (right: 0, total: 0)

    mutating func take(_ found: [ClauseSuggestion], _ wanted: [String]) {
        for one in found {
            let right = Hits.hits([one.clause.number], wanted) ? 1 : 0
            let earlier = tenths[Int(one.score * 10)] ?? (0, 0)
            tenths[Int(one.score * 10)] = (earlier.right + right, earlier.total + 1)
            if one.score >= 0.8 { sure = (sure.right + right, sure.total + 1) }
        }
    }

    func show(_ name: String) {
        for (tenth, count) in tenths.sorted(by: { $0.key < $1.key }) {
            let share = String(format: "%.2f", Double(count.right) / Double(count.total))
            print("\(name): score from 0.\(tenth): \(count.right) of \(count.total) right, \(share)")
        }
        print("\(name): score of 0.80 and more: \(sure.right) of \(sure.total) right")
    }
}
