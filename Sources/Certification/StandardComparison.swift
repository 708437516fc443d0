/// Standards side by side, for somebody who chooses among them or adds one to another.
public struct StandardComparison: Sendable {
    /// In the order in which they were named.
    public let profiles: [StandardProfile]
    /// Each standard with each other one, both ways: what one shares may be a small part of the other.
    public let overlaps: [StandardOverlap]

    /// Compares each of the catalogues with each other by the map.
    public init(of catalogues: [Catalogue], map: ClauseMap) {
        profiles = catalogues.map(StandardProfile.init)
        overlaps = catalogues.flatMap { one in
            catalogues.filter { $0.standard.id != one.standard.id }.map { other in
                StandardOverlap(of: one, with: other, map: map)
            }
        }
    }
}
