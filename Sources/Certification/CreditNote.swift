/// What is missing when evidence for a clause of another standard is taken for a clause to which the map relates it
/// only in part. Without such a note a partial relation does not count.
public struct CreditNote: Codable, Hashable, Sendable {
    /// The clause that takes the credit.
    public let clause: ClauseReference
    /// The clause of the other standard whose evidence backs it.
    public let from: ClauseReference
    /// What is still missing, in the words of the person who looked.
    public let missing: String
    /// Who looked.
    public let by: String
    /// When.
    public let on: Day

    /// A note as it is recorded.
    public init(clause: ClauseReference, from: ClauseReference, missing: String, by: String, on: Day) {
        self.clause = clause
        self.from = from
        self.missing = missing
        self.by = by
        self.on = on
    }
}
