import Certification
import Foundation

let arguments = CommandLine.arguments
guard arguments.count >= 4, let table = try? String(contentsOfFile: arguments[1], encoding: .utf8),
    let labels = try? String(contentsOfFile: arguments[2], encoding: .utf8)
else {
    print("usage: measure-suggestions SUBJECTS LABELS REPOSITORIES [--misses STANDARD]")
    exit(64)
}
let misses = arguments.count > 5 ? arguments[5] : nil
let heldBack = arguments.contains("--held-back")
let suggester = ClauseSuggester(SubjectTable(table).subjects)
for problem in SubjectTable(table).problems { print("\(problem.line): \(problem.message)") }

func related(_ one: String, _ other: String) -> Bool {
    one == other || one.hasPrefix(other + ".") || other.hasPrefix(one + ".")
}

struct Hits {
    var total = 0
    var first = 0
    var three = 0
    var exact = 0
    mutating func take(_ ranked: [String], _ wanted: [String]) {
        total += 1
        if ranked.prefix(1).contains(where: { one in wanted.contains { related(one, $0) } }) { first += 1 }
        if ranked.prefix(3).contains(where: { one in wanted.contains { related(one, $0) } }) { three += 1 }
        if ranked.prefix(3).contains(where: wanted.contains) { exact += 1 }
    }
    var line: String {
        func share(_ count: Int) -> String { String(format: "%.3f", Double(count) / Double(max(1, total))) }
        return "n=\(total) hit@1 \(share(first)) hit@3 \(share(three)) exact@3 \(share(exact))"
    }
}

let kindSuggester = KindSuggester(
    (try? String(
        contentsOfFile: (arguments[1] as NSString).deletingLastPathComponent + "/kinds.tsv", encoding: .utf8))
        ?? "")
let documents = LabelledDocument.all(in: labels)
var hits: [String: Hits] = [:]
var perRepo: [String: Hits] = [:]
var kinds = (right: 0, total: 0)
var noise: [Double] = []
for document in documents where heldBack || !document.isHeldBack {
    guard let described = document.described(in: arguments[3]) else { continue }
    let judged = suggester.judged(described)
    if document.isNoEvidence {
        let top = suggester.suggestions(for: judged, standard: "iso27001-2022", limit: 1).first?.score ?? 0
        noise.append(top)
        if misses == "noise", top > 0.5, !document.isHeldBack { print(document.path, top) }
        continue
    }
    kinds.total += 1
    let kind = kindSuggester.kind(of: described)?.rawValue ?? "-"
    if kind == document.kind {
        kinds.right += 1
    } else if misses == "kinds", !document.isHeldBack {
        print(document.path, "wanted", document.kind, "got", kind)
    }
    for standard in LabelledDocument.standards {
        let wanted = document.clauses[standard] ?? []
        if wanted.isEmpty { continue }
        let ranked = suggester.suggestions(for: judged, standard: standard, limit: 3)
        let half = document.isHeldBack ? "held-back" : "tuning"
        hits["\(half) \(standard)", default: Hits()].take(ranked.map(\.clause.number), wanted)
        if !document.isHeldBack {
            perRepo["\(document.repository) \(standard)", default: Hits()].take(
                ranked.map(\.clause.number), wanted)
        }
        let isHit = ranked.contains { one in wanted.contains { related(one.clause.number, $0) } }
        if misses == standard, !document.isHeldBack, !isHit {
            print("\(document.repository) \(document.path)\n    wanted \(wanted.joined(separator: " "))")
            for one in ranked {
                print(
                    "    \(one.clause.number) \(String(format: "%.2f", one.score)) \(one.subject): \(one.words.joined(separator: ", "))"
                )
            }
        }
    }
}
for (name, hit) in hits.sorted(by: { $0.key < $1.key }) { print(name, hit.line) }
if misses == "repos" { for (name, hit) in perRepo.sorted(by: { $0.key < $1.key }) { print(name, hit.line) } }
print("kind right: \(kinds.right) of \(kinds.total)")
print(
    "no evidence: \(noise.count), above 0.8: \(noise.count { $0 >= 0.8 }), above 0.5: \(noise.count { $0 >= 0.5 })"
)
