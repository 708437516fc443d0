/// An item as rows of a master list, which read the same again.
public struct RegisterList: Sendable {
    /// What stands in a cell.
    public enum Cell: Hashable, Sendable {
        case text(String)
        /// Several texts, which a table separates by semicolons.
        case list([String])
    }

    /// The cells of a row that are not empty.
    public typealias Row = [MasterList.Column: Cell]

    /// The columns of the table, in order: all that a list may have, but those that only lists of others need.
    public static let columns = MasterList.Column.allCases.filter { $0 != .standard && $0 != .status }

    /// How a clause is written: by its number alone where one standard is in use.
    private let clause: @Sendable (ClauseReference) -> String
    /// Where the document of a revision lies, seen from the list; nil where the documents stay in the register.
    private let path: (@Sendable (String, Revision) -> String)?

    /// How the items of a register are listed; `path` names the document of a revision of an item, where they are handed out.
    public init(
        severalStandards: Bool, path: (@Sendable (_ item: String, _ revision: Revision) -> String)? = nil
    ) {
        clause = { severalStandards ? $0.description : $0.number }
        self.path = path
    }

    /// The rows of an item. With documents, a row for each revision; without, one with what the last revision says. Clauses
    /// with a place in the document have rows of their own.
    public func rows(of record: EvidenceRecord) -> [Row] {
        let files = path == nil ? Array(record.revisions.suffix(1)) : record.revisions
        var rows = files.isEmpty ? [Row()] : files.map { fileCells(record, $0) }
        let places = Dictionary(grouping: record.links, by: \.locator)
        rows[0].merge(itemCells(record.evidence)) { $1 }
        put(places[nil] ?? [], into: &rows[0])
        for locator in places.keys.compactMap(\.self).sorted() {
            var row = Row()
            row[.locator] = .text(locator)
            put(places[locator] ?? [], into: &row)
            rows.append(row)
        }
        for place in rows.indices { rows[place][.id] = .text(record.evidence.id) }
        return rows
    }

    private func put(_ links: [Link], into row: inout Row) {
        if !links.isEmpty { row[.clauses] = .list(links.map(written)) }
    }

    /// A clause that nobody decided on keeps the mark of one that was only suggested.
    private func written(_ link: Link) -> String {
        clause(link.clause) + (link.isSuggested ? String(MasterList.NamedClause.mark) : "")
    }

    private func itemCells(_ item: Evidence) -> Row {
        var row: Row = [.title: .text(item.title), .kind: .text(item.kind.rawValue)]
        row.put(item.owner, in: .owner)
        row.put(item.reviewEvery, in: .reviewEvery)
        row.put(item.reviewOn, in: .review)
        row.put(item.expires, in: .expires)
        row.put(item.retain, in: .retain)
        row.put(item.classification?.rawValue, in: .classification)
        if !item.tags.isEmpty { row[.tags] = .list(item.tags) }
        row.put(item.note, in: .note)
        row.put(item.location, in: .location)
        return row
    }

    private func fileCells(_ record: EvidenceRecord, _ revision: Revision) -> Row {
        var row: Row = [:]
        row.put(revision.label, in: .revision)
        row.put(revision.effective, in: .effective)
        row.put(revision.period?.written, in: .period)
        let approval = record.approvals.last { $0.revision == revision.number }
        row.put(approval?.by, in: .approvedBy)
        row.put(approval?.on, in: .approvedOn)
        row.put(path?(record.evidence.id, revision), in: .path)
        return row
    }
}

extension RegisterList.Row {
    fileprivate mutating func put(_ value: (some CustomStringConvertible)?, in column: MasterList.Column) {
        if let value { self[column] = .text(value.description) }
    }
}

extension RegisterList.Cell: Encodable {
    /// As a text or a list of texts.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .list(let texts): try container.encode(texts)
        }
    }

    /// As it stands in a table.
    public var written: String {
        switch self {
        case .text(let text): text
        case .list(let texts): texts.joined(separator: ";")
        }
    }
}

extension Period {
    /// As a list has it: `2026-06-01..2026-06-30`.
    public var written: String { first == last ? first.description : "\(first)..\(last)" }
}
