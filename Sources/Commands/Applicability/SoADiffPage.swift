import Certification

/// What differs between two statements of applicability, as it is shown and as programs read it.
struct SoADiffPage: Encodable {
    struct Side: Encodable {
        let day: Day
        let version: JournalHead
    }

    struct Line: Encodable {
        let control: String
        let title: String
        let what: ControlAspect
        let from: String?
        let to: String?
    }

    let standard: String
    let designation: String
    let from: Side
    let to: Side
    let counts: [String: Int]
    let differences: [Line]

    init(from earlier: StatementOfApplicability, to later: StatementOfApplicability) {
        standard = later.standard.id
        designation = later.standard.designation
        from = Side(day: earlier.day, version: earlier.version)
        to = Side(day: later.day, version: later.version)
        let found = StatementOfApplicability.differences(from: earlier, to: later)
        counts = Dictionary(
            ControlAspect.allCases.map { aspect in (aspect.rawValue, found.count { $0.aspect == aspect }) },
            uniquingKeysWith: { first, _ in first })
        differences = found.map {
            Line(
                control: $0.clause.number, title: $0.clause.title, what: $0.aspect, from: $0.from, to: $0.to)
        }
    }
}

extension SoADiffPage: Listing {
    static let header = ["control", "title", "what", "from", "to"]

    var rows: [[String]] {
        differences.map { [$0.control, $0.title, $0.what.rawValue, $0.from ?? "", $0.to ?? ""] }
    }

    func show(_ console: Console) throws {
        try console.say(sentence, .strong)
        try console.say("\(designation), \(from.sentence) to \(to.sentence)")
        var table = TextTable(columns: [
            .init("control"), .init("title", shrinks: true), .init("what"), .init("from", shrinks: true),
            .init("to"),
        ])
        table.rows = differences.map {
            [$0.control, $0.title, $0.what.rawValue, $0.from ?? "-", $0.to ?? "-"]
        }
        try console.table(table)
    }

    /// `3 controls differ: 1 newly excluded, 2 with another owner`
    private var sentence: String {
        let controls = Set(differences.map(\.control)).count
        guard controls > 0 else { return "Nothing differs." }
        let parts = ControlAspect.allCases.compactMap { aspect in
            counts[aspect.rawValue].flatMap { $0 == 0 ? nil : "\($0) \(aspect.words)" }
        }
        return "\(controls == 1 ? "1 control differs" : "\(controls) controls differ"): "
            + parts.joined(separator: ", ")
    }
}

extension SoADiffPage.Side {
    /// `2026-06-30 (version 41)`
    fileprivate var sentence: String { "\(day) (version \(version.sequence))" }
}
