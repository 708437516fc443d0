/// What somebody who chooses among standards wants to know of one of them, in numbers.
public struct StandardProfile: Hashable, Sendable {
    /// The edition.
    public let standard: Standard
    /// How many clauses carry requirements, without controls that are stated apart.
    public let requirements: Int
    /// How many controls are stated apart.
    public let controls: Int
    /// How many requirement clauses demand a document to keep current.
    public let maintain: Int
    /// How many requirement clauses demand a record to keep.
    public let retain: Int

    /// Counts a catalogue; headings never count.
    public init(of catalogue: Catalogue) {
        standard = catalogue.standard
        controls = catalogue.controls.count
        requirements = catalogue.requirements.count - controls
        maintain = catalogue.requirements.count { $0.demands.contains(.maintain) }
        retain = catalogue.requirements.count { $0.demands.contains(.retain) }
    }
}
