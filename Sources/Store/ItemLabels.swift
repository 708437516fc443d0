import Certification
import GRDB

/// What people call an item and who answers for it.
public struct ItemLabel: Hashable, Sendable {
    /// The title.
    public let title: String
    /// The role or person; nil when nobody was named.
    public let owner: String?
}

extension RegisterView {
    /// The labels of items, by identifier.
    public func labels(of ids: [String]) throws -> [String: ItemLabel] {
        var labels: [String: ItemLabel] = [:]
        let statement = try database.cachedStatement(sql: "SELECT title, owner FROM evidence WHERE id = ?")
        for id in ids {
            guard let row = try Row.fetchOne(statement, arguments: [id]) else { continue }
            labels[id] = try ItemLabel(title: row.value(0), owner: row.value(1))
        }
        return labels
    }
}
