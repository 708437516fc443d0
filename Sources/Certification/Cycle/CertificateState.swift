/// Where a certificate stands on a day. Derived from what happened, never kept.
public enum CertificateState: String, Codable, Sendable, CaseIterable {
    case preparing
    case stage1Done = "stage-1-done"
    case stage2Done = "stage-2-done"
    case certified, suspended
    /// Past its last day, while the body can restore it (rule RC-5).
    case expiredRestorable = "expired-restorable"
    case expired, withdrawn
    /// Another body took the cycle over (rule TR-2).
    case transferred

    /// Whether the organization may call itself certified.
    public var isValid: Bool { self == .certified }

    /// Whether there is nothing more to come for this certificate.
    public var isOver: Bool { self == .withdrawn || self == .transferred }

    /// For people: `stage 1 done`.
    public var words: String {
        switch self {
        case .stage1Done: "stage 1 done"
        case .stage2Done: "stage 2 done"
        case .expiredRestorable: "expired, can be restored"
        default: rawValue
        }
    }
}
