/// A named check of a register. The names are published: scripts and people rely on them.
public enum CheckRule: String, Codable, Sendable, CaseIterable {
    case reviewPassed = "review-passed"
    case expired
    case recordOverdue = "record-overdue"
    case periodHole = "period-hole"
    case suspectLink = "suspect-link"
    case approvalOutdated = "approval-outdated"
    case emptyFile = "empty-file"
    case unfilled
    case verdictOpen = "verdict-open"
    case clauseSingleStale = "clause-single-stale"
    case ownerMissing = "owner-missing"
    case reviewUnset = "review-unset"
    case approvalMissing = "approval-missing"
    case clauseMissing = "clause-missing"
    case linkOnly = "link-only"
    case retentionShort = "retention-short"
    case duplicateContent = "duplicate-content"
    case versionRepeated = "version-repeated"
    case labelAsTitle = "label-as-title"
    case linkSuggested = "link-suggested"
    case verdictUnsupported = "verdict-unsupported"
    case classificationMissing = "classification-missing"
    case approvalLate = "approval-late"
    case verdictOld = "verdict-old"
    case titleUnconfirmed = "title-unconfirmed"
    case editionReplaced = "edition-replaced"
}

/// How much a problem weighs.
public enum CheckSeverity: String, Codable, Sendable, CaseIterable, Comparable {
    /// Worth knowing.
    case information
    /// An auditor may ask.
    case warning
    /// An auditor will object.
    case error

    /// From what is worth knowing to what an auditor will object to.
    public static func < (left: CheckSeverity, right: CheckSeverity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .information: 0
        case .warning: 1
        case .error: 2
        }
    }
}

extension CheckRule {
    /// How much its problems weigh.
    public var severity: CheckSeverity {
        switch self {
        case .reviewPassed, .expired, .recordOverdue, .periodHole, .suspectLink, .approvalOutdated,
            .emptyFile, .unfilled, .verdictOpen, .clauseSingleStale:
            .error
        case .ownerMissing, .reviewUnset, .approvalMissing, .clauseMissing, .linkOnly, .retentionShort,
            .duplicateContent, .versionRepeated, .labelAsTitle, .linkSuggested,
            .verdictUnsupported:
            .warning
        case .classificationMissing, .approvalLate, .verdictOld, .titleUnconfirmed, .editionReplaced:
            .information
        }
    }

    /// What the check looks for, in one line.
    public var statement: String { words.statement }

    /// Why an auditor cares, and where the rule comes from.
    public var explanation: String { words.explanation }

    private var words: (statement: String, explanation: String) {
        switch self {
        case .reviewPassed:
            (
                "a review that was due is past",
                "Documented information is to stay suitable (7.5.2 and 7.5.3 of each standard). The day is the one set, or the interval counted from the day on which the current file took effect."
            )
        case .expired:
            (
                "an item is past its last day",
                "Contracts, certificates and agreements speak only until their last day, which still counts."
            )
        case .recordOverdue:
            (
                "records ended more than one interval ago",
                "A record speaks for one interval after its period: the item's own, or twelve months (default)."
            )
        case .periodHole:
            (
                "a stretch of the last year is covered by no record",
                "A surveillance audit samples records since the last one (ISO/IEC 17021-1 9.6.2); a month without one is found."
            )
        case .suspectLink:
            (
                "a link was not looked at since the file or the clause changed",
                "What somebody found to be evidence is another text now. A named person reviews it, or unlinks it."
            )
        case .approvalOutdated:
            (
                "the file in force is newer than the approval",
                "An earlier revision was approved, the one in force was not (7.5.2 c of each standard asks for approval)."
            )
        case .emptyFile:
            (
                "the latest file of an item holds 0 bytes",
                "It shows nothing, so it counts for nothing; often a copy that failed."
            )
        case .unfilled:
            (
                "the latest file of an item is a skeleton with places to fill in",
                "A form that nobody filled in shows that nothing was done yet, so it counts for nothing."
            )
        case .verdictOpen:
            (
                "a person found a clause not or only partly fulfilled",
                "Files do not overrule the verdict: the clause needs work until somebody judges it anew."
            )
        case .clauseSingleStale:
            (
                "a clause hangs on one item, and that is stale",
                "Nothing else speaks for the clause: renewing this one item mends it."
            )
        case .ownerMissing:
            (
                "an item has no owner",
                "Nobody is reminded and nobody answers for it (5.3 of each standard: roles and authorities)."
            )
        case .reviewUnset:
            (
                "a document has no date of review",
                "Without a day or an interval it never turns stale, and nobody notices that it is old (7.5.2 c)."
            )
        case .approvalMissing:
            (
                "a document in force was never approved",
                "7.5.2 c of each standard asks that documents are reviewed and approved before use. Records need none."
            )
        case .clauseMissing:
            (
                "an item is linked to no clause",
                "It is in no gap report and no auditor finds it by clause in the bundle."
            )
        case .linkOnly:
            (
                "the register knows only where the original lies",
                "An auditor cannot open an address of your network; the bundle lists the item without its file."
            )
        case .retentionShort:
            (
                "an item is kept for less than a cycle of certification",
                "Recertification looks at the whole cycle of three years (ISO/IEC 17021-1 9.6.3.1), so evidence is kept for at least 36 months (default)."
            )
        case .duplicateContent:
            (
                "two items hold the same file",
                "One of them will be renewed and the other forgotten. One item can be linked to many clauses."
            )
        case .versionRepeated:
            (
                "two different files of an item bear the same version",
                "A version names one text (7.5.3.2 e of ISO/IEC 20000-1: control of changes)."
            )
        case .labelAsTitle:
            (
                "a label of ours in [brackets] stands where a title is expected",
                "The standard numbers that paragraph and gives it no title. An auditor will not find the words in it."
            )
        case .linkSuggested:
            (
                "a link was suggested by a document's words, and nobody reviewed it",
                "Words that fit are no judgement: the link counts as suspect until a named person reviews it, or unlinks it."
            )
        case .verdictUnsupported:
            (
                "a person found a clause conforming, and nothing current is linked",
                "The verdict stands. An auditor asks what it rests on."
            )
        case .classificationMissing:
            (
                "an item has no classification",
                "It counts as internal when a bundle is packed up to a classification."
            )
        case .approvalLate:
            (
                "a document was approved after it took effect",
                "It was in force for some days without a release (7.5.2 c)."
            )
        case .verdictOld:
            (
                "a verdict is older than twelve months",
                "Internal audits look at the system at planned intervals (9.2 of each standard); twelve months are our default."
            )
        case .titleUnconfirmed:
            (
                "fewer than two public sources confirm titles of clauses",
                "Numbers and titles are facts that we could not buy: compare them with your copy before you quote them."
            )
        case .editionReplaced:
            (
                "a standard has a successor, or will have one",
                "Certificates to the earlier edition end with the transition, whatever is printed on them (rule TN-1)."
            )
        }
    }
}
