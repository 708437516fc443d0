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

extension ControlStatement {
    /// What is said otherwise than before, in words: `excluded: no premises of our own`, `owner CISO`
    public func differences(from earlier: ControlStatement) -> [String] {
        [exclusion == earlier.exclusion ? otherReason(than: earlier) : applicability, owner(unlike: earlier)]
            .compactMap(\.self)
    }

    /// Whether the control applies, and why where that is said.
    var applicability: String {
        exclusion.map { "excluded: \($0)" } ?? inclusion.map { "included: \($0)" } ?? "included"
    }

    private func otherReason(than earlier: ControlStatement) -> String? {
        if inclusion == earlier.inclusion { return nil }
        return inclusion.map { "included: \($0)" } ?? "included for the usual reason"
    }

    private func owner(unlike earlier: ControlStatement) -> String? {
        owner == earlier.owner ? nil : owner.map { "owner \($0)" } ?? "no owner"
    }
}

extension ControlStatement {
    /// What holds of a control as long as nobody says anything else.
    public init(usualOf clause: ClauseReference) {
        self.init(clause: clause, exclusion: nil, inclusion: nil, owner: nil)
    }

    /// The control does not apply any more; why it did is no longer said, who answers for it stays.
    public func excluding(because reason: String) -> ControlStatement {
        ControlStatement(clause: clause, exclusion: reason, inclusion: nil, owner: owner)
    }

    /// The control applies: for this reason, without one for the reason it had, with an empty one for the usual reason.
    public func including(because reason: String?) -> ControlStatement {
        let inclusion = reason.map { $0.isEmpty ? nil : $0 } ?? inclusion
        return ControlStatement(clause: clause, exclusion: nil, inclusion: inclusion, owner: owner)
    }

    /// Somebody answers for the control, or nobody when the text is empty.
    public func owned(by owner: String) -> ControlStatement {
        ControlStatement(
            clause: clause, exclusion: exclusion, inclusion: inclusion, owner: owner.isEmpty ? nil : owner)
    }
}
