import Certification
import Foundation

/// Suggestions for labelled documents, counted.
struct Measurement {
    private let suggester: ClauseSuggester
    private let kinds: KindSuggester
    private let baselines: [String: TitleBaseline]
    private var hits: [String: Hits] = [:]
    /// How many suggestions were right, by their score.
    private var reliability: [String: Reliability] = [:]
    private var kind = (right: 0, total: 0)
    private var sureKind = (right: 0, total: 0)
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
            let found = LabelledDocument.standards.flatMap {
                suggester.suggestions(for: judged, standard: $0, limit: 3)
            }
            reliability["\(label.half), all", default: Reliability()].take(found, [])
            return noEvidence.append(found.map(\.score).max() ?? 0)
        }
        kind.total += 1
        let suggested = kinds.suggestion(for: document)
        if suggested?.kind.rawValue == label.kind { kind.right += 1 }
        if let suggested, suggested.isSure {
            sureKind.total += 1
            if suggested.kind.rawValue == label.kind { sureKind.right += 1 }
        }
        let words = TitleBaseline.words(document.fileName + " " + document.text.body)
        for standard in LabelledDocument.standards {
            let wanted = label.clauses[standard] ?? []
            let found = suggester.suggestions(for: judged, standard: standard, limit: 3)
            reliability["\(label.half), all", default: Reliability()].take(found, wanted)
            if wanted.isEmpty { continue }
            reliability["\(label.half), with a clause", default: Reliability()].take(found, wanted)
            hits["\(label.half) \(standard)", default: Hits()].take(found.map(\.clause.number), wanted)
            hits["\(label.half) \(standard), BM25 over titles", default: Hits()].take(
                baselines[standard]?.ranked(words) ?? [], wanted)
            if !label.isHeldBack, shownMisses == standard { showMiss(found, wanted, label) }
        }
    }

    private func showMiss(_ found: [ClauseSuggestion], _ wanted: [String], _ label: LabelledDocument) {
        guard !Hits.hits(found.map(\.clause.number), wanted) else { return }
        print("\(label.repository) \(label.path)\n    wanted \(wanted.joined(separator: " "))")
        for one in found {
            let score = String(format: "%.2f", one.score)
            print("    \(one.clause.number) \(score) \(one.subject): \(one.words.joined(separator: ", "))")
        }
    }

    func show() {
        for (name, hit) in hits.sorted(by: { $0.key < $1.key }) { print("\(name)  \(hit.line)") }
        for (name, lines) in reliability.sorted(by: { $0.key < $1.key }) { lines.show(name) }
        print(
            "kind right: \(kind.right) of \(kind.total); of the sure ones \(sureKind.right) of \(sureKind.total)"
        )
        let sure = noEvidence.count { $0 >= 0.8 }
        print(
            "no evidence: \(noEvidence.count), of which \(sure) reach 0.8, \(noEvidence.count { $0 >= 0.5 }) 0.5"
        )
    }
}
