/// What the statement of applicability says of one control where that differs from the default, which is
/// that the control applies (ISO/IEC 27001 6.1.3). All facts are stated anew.
public struct ControlStatement: Codable, Hashable, Sendable {
    /// The control: `iso27001-2022:A.7.4`.
    public let clause: ClauseReference
    /// Why the control does not apply; nil while it does.
    public let exclusion: String?
    /// Why it applies, in the organization's words; nil for the default.
    public let inclusion: String?
    /// The role or person who answers for it.
    public let owner: String?

    /// A statement as it is recorded.
    public init(clause: ClauseReference, exclusion: String?, inclusion: String?, owner: String?) {
        self.clause = clause
        self.exclusion = exclusion
        self.inclusion = inclusion
        self.owner = owner
    }

    /// Nothing differs from the default: there is nothing to keep.
    public var isDefault: Bool { exclusion == nil && inclusion == nil && owner == nil }
}
