/// One numbered clause or control of an edition of a standard.
public struct Clause: Codable, Hashable, Sendable {
    /// As the field writes it: `8.6.1`, `A.5.1` for a control of Annex A.
    public let number: String
    /// The short title, or our own label where the standard gives the paragraph none.
    public let title: String
    /// The number of the clause above; nil at the top.
    public let parent: String?
    /// Whether the clause carries auditable requirements of its own; a heading does not.
    public let isRequirement: Bool
    /// The documented information that the clause demands; empty when it makes no explicit demand.
    public let demands: [DocumentedInformation]
    /// In our words: the documented information demanded or, without a demand, what is usual.
    public let note: String
    /// What an auditor typically asks to see here; our judgement.
    public let typicalKinds: [EvidenceKind]
    /// How many independent public sources agree on number and title.
    public let titleSources: Int

    /// A clause as its catalogue states it.
    public init(
        number: String, title: String, parent: String?, isRequirement: Bool,
        demands: [DocumentedInformation], note: String, typicalKinds: [EvidenceKind], titleSources: Int
    ) {
        self.number = number
        self.title = title
        self.parent = parent
        self.isRequirement = isRequirement
        self.demands = demands
        self.note = note
        self.typicalKinds = typicalKinds
        self.titleSources = titleSources
    }

    /// The paragraph has a number but no title in the standard: the bracketed label is ours.
    public var isUntitled: Bool { title.hasPrefix("[") && title.hasSuffix("]") }

    /// Fewer than two sources agree: check number and title against a purchased copy.
    public var isTitleUnconfirmed: Bool { isUntitled || titleSources < 2 }

    /// Distance from the top: 1 for `8`, 3 for `8.6.1`.
    public var level: Int { number.utf8.count { $0 == UInt8(ascii: ".") } + 1 }
}

/// A clause of a named edition: `iso20000-1-2018:8.6.1`.
public struct ClauseReference: Hashable, Sendable, Codable {
    /// The identifier of the edition's catalogue.
    public let standard: String
    /// As the standard writes it: `8.6.1`, `A.5.1`.
    public let number: String

    /// A reference to a clause by the identifier of its edition and its number; nothing is looked up.
    public init(standard: String, number: String) {
        self.standard = standard
        self.number = number
    }
}

extension ClauseReference: CustomStringConvertible {
    /// `iso20000-1-2018:8.6.1`
    public var description: String { "\(standard):\(number)" }
}
