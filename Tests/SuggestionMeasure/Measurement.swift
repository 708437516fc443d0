import Certification
import Foundation

/// Suggestions for labelled documents, counted.
struct Measurement {
    private let suggester: ClauseSuggester
    private let kinds: KindSuggester
    private let baselines: [String: TitleBaseline]
    private var hits: [String: Hits] = [:]
    /// Of the first suggestions in the tuning half, how many were right, by twentieths of the score.
    private var bins: [Int: (right: Int, total: Int)] = [:]
    private var kind = (right: 0, total: 0)
    private var noEvidence: [Double] = []
    /// The standard whose misses in the tuning half are shown.
    var shownMisses: String?

    init(templates: String) {
        func text(_ name: String) -> String {
            (try? String(contentsOfFile: "\(templates)/\(name)", encoding: .utf8)) ?? ""
        }
        suggester = ClauseSuggester(SubjectTable(text("suggest/subjects.tsv")).subjects)
        kinds = KindSuggester(text("suggest/kinds.tsv"))
        baselines = Dictionary(
            uniqueKeysWithValues: LabelledDocument.standards.map {
                ($0, TitleBaseline(catalogue: text("standards/\($0).tsv")))
            })
    }

    mutating func take(_ label: LabelledDocument, _ document: DescribedDocument) {
        let judged = suggester.judged(document)
        if label.isNoEvidence {
            let best = LabelledDocument.standards.compactMap {
                suggester.suggestions(for: judged, standard: $0, limit: 1).first?.score
            }
            return noEvidence.append(best.max() ?? 0)
        }
        kind.total += 1
        if kinds.kind(of: document)?.rawValue == label.kind { kind.right += 1 }
        let words = TitleBaseline.words(document.fileName + " " + document.text.body)
        for standard in LabelledDocument.standards {
            guard let wanted = label.clauses[standard], !wanted.isEmpty else { continue }
            let found = suggester.suggestions(for: judged, standard: standard, limit: 3)
            hits["\(label.half) \(standard)", default: Hits()].take(found.map(\.clause.number), wanted)
            hits["\(label.half) \(standard), BM25 over titles", default: Hits()].take(
                baselines[standard]?.ranked(words) ?? [], wanted)
            if !label.isHeldBack { look(at: found, wanted, label, standard) }
        }
    }

    private mutating func look(
        at found: [ClauseSuggestion], _ wanted: [String], _ label: LabelledDocument, _ standard: String
    ) {
        if let first = found.first {
            let bin = Int(first.score * 20)
            bins[bin, default: (0, 0)].total += 1
            if Hits.hits([first.clause.number], wanted) { bins[bin]?.right += 1 }
        }
        guard shownMisses == standard, !Hits.hits(found.map(\.clause.number), wanted) else { return }
        print("\(label.repository) \(label.path)\n    wanted \(wanted.joined(separator: " "))")
        for one in found {
            let score = String(format: "%.2f", one.score)
            print("    \(one.clause.number) \(score) \(one.subject): \(one.words.joined(separator: ", "))")
        }
    }

    func show() {
        for (name, hit) in hits.sorted(by: { $0.key < $1.key }) { print("\(name)  \(hit.line)") }
        for (bin, count) in bins.sorted(by: { $0.key < $1.key }) {
            print(
                String(
                    format: "first score from %.2f: %d of %d right", Double(bin) / 20, count.right,
                    count.total))
        }
        print("kind right: \(kind.right) of \(kind.total)")
        let sure = noEvidence.count { $0 >= 0.8 }
        print(
            "no evidence: \(noEvidence.count), of which \(sure) reach 0.8, \(noEvidence.count { $0 >= 0.5 }) 0.5"
        )
    }
}
