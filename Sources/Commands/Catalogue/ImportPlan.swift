import Certification
import Store

/// How many rows of a list did what.
struct ImportTally: Equatable {
    /// Items that were not there.
    var added = 0
    /// Items that got a further file.
    var revised = 0
    /// Items of which other facts or links changed.
    var changed = 0
    var unchanged = 0
}

/// What a master list asks for, checked against the standards of a register.
struct ImportPlan {
    private struct Step {
        let row: MasterList.Row
        let clauses: [ListedClause]
        /// Nil when the document is still to come.
        let path: String?
        var content: VaultContent?
    }

    private let places: SourcePlaces

    /// All rows of an item, by its identifier in upper case: later cells go before earlier ones.
    private var rowsOfItem: [String: [MasterList.Row]] {
        Dictionary(grouping: steps.map(\.row)) { $0.id.uppercased() }
    }

    /// The last content that the list names for an item, by its identifier in upper case.
    private var contentOfItem: [String: Fingerprint] {
        Dictionary(
            steps.compactMap { step in step.content.map { (step.row.id.uppercased(), $0.fingerprint) } },
            uniquingKeysWith: { _, later in later })
    }

    let rowCount: Int
    private(set) var rejected: [MasterList.Problem] = []
    private let mapping: ColumnMapping
    /// What the rows are counted in.
    let unit: String
    /// Rows of which nothing is taken, because the document is no longer in force.
    let passedOver: Int
    /// The first line of each item that was rejected, by its identifier in upper case.
    private var firstRejected: [String: Int] = [:]
    private var steps: [Step] = []

    init(
        _ list: MasterList, countedIn unit: String = "line", folder: String, catalogues: [Catalogue],
        places: SourcePlaces
    ) {
        self.places = places
        self.unit = unit
        passedOver = list.remarks.obsolete.count
        rowCount = list.rows.count + Set(list.problems.map(\.line)).count + passedOver
        mapping = list.mapping
        for problem in list.problems { reject(problem) }
        let finder = ClauseFinder(catalogues)
        let home = RealPath.of(folder)
        for row in list.rows {
            do throws(MasterList.Problem) {
                try refuseAfterRejected(row)
                let clauses = try clauses(of: row, finder)
                let path = try path(of: row, in: folder, home: home)
                steps.append(Step(row: row, clauses: clauses, path: path))
            } catch {
                reject(error)
            }
        }
    }

    private mutating func reject(_ problem: MasterList.Problem) {
        rejected.append(problem)
        guard let item = problem.item?.uppercased() else { return }
        firstRejected[item] = min(firstRejected[item] ?? problem.line, problem.line)
    }

    /// The rows of an item are its revisions in order: what follows a row that is rejected would take its place.
    private func refuseAfterRejected(_ row: MasterList.Row) throws(MasterList.Problem) {
        guard let earlier = firstRejected[row.id.uppercased()], earlier < row.line else { return }
        throw .init(
            line: row.line, column: nil, message: "\(unit) \(earlier) of \(row.id) was rejected",
            item: row.id)
    }

    private func clauses(of row: MasterList.Row, _ finder: ClauseFinder) throws(MasterList.Problem)
        -> [ListedClause]
    {
        var listed: [ListedClause] = []
        for clause in row.clauses {
            do {
                listed.add(try finder.clause(clause.text), isSuggested: clause.isSuggested)
            } catch {
                let failure = Failure(translating: error)
                let why = [failure.message, failure.hint].compactMap(\.self).joined(separator: "; ")
                throw .init(line: row.line, column: mapping.heading(of: .clauses), message: why, item: row.id)
            }
        }
        return listed
    }

    /// A list may come from a stranger: it names files in its own folder and below, and no others.
    private func path(of row: MasterList.Row, in folder: String, home: String?)
        throws(MasterList.Problem) -> String?
    {
        guard let written = row.path else { return nil }
        func refused(_ why: String) -> MasterList.Problem {
            .init(line: row.line, column: mapping.heading(of: .path), message: why, item: row.id)
        }
        guard written.utf8.first != UInt8(ascii: "/") else {
            throw refused("\(written) is absolute; write it from the folder of the list")
        }
        guard let real = RealPath.of(folder.joined(written)) else {
            throw refused("\(written) does not exist")
        }
        guard let home, RealPath.lies(real, below: home) else {
            throw refused("\(written) lies outside of the folder of the list")
        }
        return real
    }

    /// The files to read, in the order of the rows that name one. Links were followed when their paths were judged;
    /// one that appears since leads elsewhere.
    var sources: [IntakeSource] {
        steps.compactMap(\.path).map { IntakeSource(path: $0, followLink: false) }
    }

    /// Takes in what reading the files gave, in the order of `sources`. A row whose file could not be read is rejected.
    mutating func attach(_ results: [Result<VaultContent, IntakeError>]) {
        var rest = results[...]
        var kept: [Step] = []
        for var step in steps {
            do throws(MasterList.Problem) {
                if step.path != nil, let result = rest.popFirst() { step.content = try content(result, step) }
                try refuseAfterRejected(step.row)
                kept.append(step)
            } catch {
                reject(error)
            }
        }
        steps = kept
    }

    private func content(_ result: Result<VaultContent, IntakeError>, _ step: Step) throws(MasterList.Problem)
        -> VaultContent
    {
        let written = step.row.path ?? ""
        switch result {
        case .success(let content) where content.size > 0: return content
        case .success:
            throw .init(
                line: step.row.line, column: mapping.heading(of: .path),
                message: "\(written) is empty (0 bytes)", item: step.row.id)
        case .failure(let error):
            let failure = Failure(translating: error).speaking(of: written, for: step.path ?? "")
            throw .init(
                line: step.row.line, column: mapping.heading(of: .path), message: failure.message,
                item: step.row.id)
        }
    }

    /// Rows of which nothing goes in; one may have several problems.
    var rejectedRows: Int { Set(rejected.map(\.line)).count }

    /// Writes the changes and counts them.
    func perform(in transaction: inout RegisterTransaction, today: Day) throws -> ImportTally {
        var tally = ImportTally()
        let (rows, contents) = (rowsOfItem, contentOfItem)
        for step in steps {
            let key = step.row.id.uppercased()
            let held = try transaction.view.evidenceIfAny(step.row.id)
            let changes = changes(step, rows[key] ?? [], held, reviewed: contents[key], today)
            for change in changes { try transaction.record(change) }
            if let content = step.content { try transaction.remember(content, at: source(of: step)) }
            tally.count(held, changes)
        }
        return tally
    }

    /// Counts what `perform` would do. Rows after the first of an id are judged against what the earlier ones leave.
    func preview(_ view: RegisterView, today: Day) throws -> ImportTally {
        var tally = ImportTally()
        var records: [String: EvidenceRecord] = [:]
        let (rows, contents) = (rowsOfItem, contentOfItem)
        for step in steps {
            let key = step.row.id.uppercased()
            let held = try records[key] ?? view.evidenceIfAny(step.row.id)
            let changes = changes(step, rows[key] ?? [], held, reviewed: contents[key], today)
            tally.count(held, changes)
            records[key] = changes.reduce(held) { $1.applied(to: $0) }
        }
        return tally
    }

    private func source(of step: Step) -> String? { step.path.map(places.remembered(real:)) }

    private func changes(
        _ step: Step, _ rows: [MasterList.Row], _ held: EvidenceRecord?, reviewed: Fingerprint?, _ today: Day
    ) -> [Change] {
        let blank = held?.evidence ?? step.row.blankEvidence(file: step.row.path?.lastComponent)
        let evidence = rows.reduce(blank) { $1.facts.applied(to: $0) }
        var changes: [Change] = []
        if held == nil { changes.append(.evidenceAdded(evidence)) }
        if let held, held.evidence != evidence { changes.append(.evidenceEdited(evidence)) }
        if let content = step.content, let path = step.row.path {
            let revision = step.row.file.revision(
                (held?.revisions.count ?? 0) + 1, of: content, fileName: path.lastComponent, received: today,
                source: source(of: step))
            if let known = held?.revisions.last(where: { $0.says(theSameAs: revision) }) {
                changes += places.news(of: known, of: evidence.id, at: revision.source)
            } else {
                changes.append(.revisionAdded(evidence: evidence.id, revision))
                if let approval = step.row.file.approval(of: revision) {
                    changes.append(.approved(evidence: evidence.id, approval))
                }
            }
        }
        // The list as a whole ties the item to the clause, so its last file is the one that was looked at.
        let fingerprint = reviewed ?? held?.revisions.last?.fingerprint
        for clause in step.clauses {
            let known = held?.links.first { $0.clause == clause.match.reference }
            let link = clause.link(of: evidence.id, known, locator: step.row.locator, lookedAt: fingerprint)
            if link != known { changes.append(.linked(link)) }
        }
        return changes
    }
}

extension ImportTally {
    mutating func count(_ held: EvidenceRecord?, _ changes: [Change]) {
        if held == nil {
            added += 1
        } else if changes.allSatisfy(\.isSource) {
            unchanged += 1
        } else if changes.contains(where: \.isRevision) {
            revised += 1
        } else {
            changed += 1
        }
    }
}

extension MasterList.Row {
    /// The item of this row before any cell is looked at but the identifier.
    func blankEvidence(file: String?) -> Evidence {
        Evidence(
            id: id, title: file.map(FileTitle.title) ?? id, kind: file.flatMap(FileTitle.kind) ?? .record)
    }
}
