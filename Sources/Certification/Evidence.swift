/// A need for proof and its identity: it exists before its file does.
public struct Evidence: Codable, Hashable, Sendable {
    /// `INC-PRO-001`; unique in the register, compared without regard to case.
    public let id: String
    /// What people call it: `Incident management procedure`.
    public var title: String
    /// What sort of document or record it is.
    public var kind: EvidenceKind
    /// The role or person who answers for it.
    public var owner: String?
    /// Who may see it; nil when nobody said.
    public var classification: Classification?
    /// How often it must be looked at or, for records of a period, renewed.
    public var reviewEvery: Months?
    /// The next review where a day was set; goes before `reviewEvery`.
    public var reviewOn: Day?
    /// The last day on which it holds, for contracts and certificates.
    public var expires: Day?
    /// How long it must be kept.
    public var retain: Months?
    /// Words to find it by.
    public var tags: [String]
    /// A remark about the item.
    public var note: String?
    /// Where the original lies outside of the register: an address of a document system.
    public var location: String?

    /// An item as it is catalogued, with or without a file to come.
    public init(
        id: String, title: String, kind: EvidenceKind, owner: String? = nil,
        classification: Classification? = nil, reviewEvery: Months? = nil, reviewOn: Day? = nil,
        expires: Day? = nil, retain: Months? = nil, tags: [String] = [], note: String? = nil,
        location: String? = nil
    ) {
        self.id = id
        self.title = title
        self.kind = kind
        self.owner = owner
        self.classification = classification
        self.reviewEvery = reviewEvery
        self.reviewOn = reviewOn
        self.expires = expires
        self.retain = retain
        self.tags = tags
        self.note = note
        self.location = location
    }
}

/// Where an evidence item stands in its life.
public enum EvidenceState: String, Codable, Sendable, CaseIterable {
    /// Asked for; no file yet.
    case requested
    /// At least one revision is in the vault.
    case held
    /// Kept, but no longer counted, with a reason.
    case retired
}

/// The rule for identifiers of evidence.
public enum EvidenceIdentifier {
    /// Letters, digits, `-`, `_` and `.`, beginning with a letter or digit, at most 60 characters:
    /// an identifier is said on the telephone and stands in file names.
    public static func isWellFormed(_ text: String) -> Bool {
        (1...60).contains(text.utf8.count)
            && text.unicodeScalars.allSatisfy { isLetterOrDigit($0) || "-_.".unicodeScalars.contains($0) }
            && text.unicodeScalars.first.map(isLetterOrDigit) == true
            && text.last != "." && !looksLikeClause(text)
    }

    /// `8.6.1` and `A.5.1` name clauses.
    private static func looksLikeClause(_ text: String) -> Bool {
        let digits = text.uppercased().hasPrefix("A.") ? text.dropFirst(2) : text[...]
        return digits.contains(".") && digits.allSatisfy { $0.isNumber || $0 == "." }
            || Int(digits) != nil && digits.count < text.count
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
    }

    /// The generated identifier with this number: `EV-0001`.
    public static func generated(_ number: Int) -> String {
        let digits = String(number)
        return "EV-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// The number of an identifier of the generated form.
    public static func number(of id: String) -> Int? {
        // At most twelve digits, so that there is always a next number.
        guard (7...15).contains(id.utf8.count), id.uppercased().hasPrefix("EV-") else { return nil }
        return Int(id.dropFirst(3)).flatMap { $0 > 0 ? $0 : nil }
    }
}
