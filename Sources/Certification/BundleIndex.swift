/// What a bundle says about itself: the machine-readable `data/dossier.json`, from which the page and the lists
/// inside the bundle are drawn too.
///
/// It is complete: what is missing, withheld or superseded is in it with its reason.
public struct BundleIndex: Codable, Sendable, Equatable {
    /// The version of this structure; raised when a field changes its meaning or goes away.
    public static let currentFormat = 1

    public let format: Int
    public let organization: String
    public let standard: Standard
    /// The day on which everything is judged.
    public let day: Day
    /// The newest journal entry of the register at packing.
    public let journal: JournalHead
    /// The most confidential level that was let in; nil when nothing was held back by level.
    public let classificationUpTo: Classification?
    /// When the bundle was limited to some clauses: their numbers.
    public let onlyClauses: [String]?
    /// The clauses of the standard in its order, headings included.
    public let clauses: [ClauseEntry]
    /// The evidence, ordered by identifier.
    public let evidence: [EvidenceEntry]

    public init(
        organization: String, standard: Standard, day: Day, journal: JournalHead,
        classificationUpTo: Classification?, onlyClauses: [String]?, clauses: [ClauseEntry],
        evidence: [EvidenceEntry]
    ) {
        format = Self.currentFormat
        self.organization = organization
        self.standard = standard
        self.day = day
        self.journal = journal
        self.classificationUpTo = classificationUpTo
        self.onlyClauses = onlyClauses
        self.clauses = clauses
        self.evidence = evidence
    }

    /// A clause and how ready it is.
    public struct ClauseEntry: Codable, Sendable, Equatable {
        public let number: String
        public let title: String
        /// True where fewer than two public sources agree on number and title.
        public let titleUnconfirmed: Bool
        public let parent: String?
        public let level: Int
        /// Nil for a heading.
        public let status: ClauseStatus?
        public let reasons: [ReasonEntry]
        public let demands: [DemandEntry]
        /// What is to be documented, or what is usual; our words.
        public let note: String
        /// The items linked to this very clause.
        public let links: [LinkEntry]

        public init(
            clause: Clause, status: ClauseStatus?, reasons: [ReasonEntry], demands: [DemandEntry],
            links: [LinkEntry]
        ) {
            number = clause.number
            title = clause.title
            titleUnconfirmed = clause.isTitleUnconfirmed
            parent = clause.parent
            level = clause.level
            note = clause.note
            self.status = status
            self.reasons = reasons
            self.demands = demands
            self.links = links
        }
    }

    /// A reason as a word for programs and a sentence for people.
    public struct ReasonEntry: Codable, Sendable, Equatable {
        /// The item that the reason speaks of; nil when it speaks of the clause.
        public let evidence: String?
        public let code: String
        public let text: String

        public init(evidence: String?, reason: Reason) {
            self.evidence = evidence
            code = reason.code
            text = reason.sentence
        }
    }

    /// A demand for documented information and what answers it.
    public struct DemandEntry: Codable, Sendable, Equatable {
        public let demand: DocumentedInformation
        public let providedBy: [String]

        public init(_ judgement: DemandJudgement) {
            demand = judgement.demand
            providedBy = judgement.providedBy
        }
    }

    /// A link between an item and a clause, as seen from either side.
    public struct LinkEntry: Codable, Sendable, Equatable {
        public let evidence: String
        public let clause: String
        public let locator: String?
        public let note: String?

        public init(evidence: String, clause: String, locator: String?, note: String?) {
            self.evidence = evidence
            self.clause = clause
            self.locator = locator
            self.note = note
        }
    }

    /// An evidence item.
    public struct EvidenceEntry: Codable, Sendable, Equatable {
        public let id: String
        public let title: String
        public let kind: EvidenceKind
        public let owner: String?
        public let classification: Classification?
        public let standing: Standing
        public let reasons: [ReasonEntry]
        public let reviewDue: Day?
        public let expires: Day?
        public let note: String?
        public let links: [LinkEntry]
        public let files: [FileEntry]

        public init(
            evidence: Evidence, standing: Standing, reasons: [ReasonEntry], reviewDue: Day?,
            links: [LinkEntry],
            files: [FileEntry]
        ) {
            id = evidence.id
            title = evidence.title
            kind = evidence.kind
            owner = evidence.owner
            classification = evidence.classification
            expires = evidence.expires
            note = evidence.note
            self.standing = standing
            self.reasons = reasons
            self.reviewDue = reviewDue
            self.links = links
            self.files = files
        }
    }

    /// A revision: in the bundle under `path`, or absent for a stated reason.
    public struct FileEntry: Codable, Sendable, Equatable {
        /// From the base folder: `data/evidence/8.6.1 Incident management/PRO-003 Incident management.docx`.
        public let path: String?
        /// Set exactly when `path` is nil.
        public let absence: Absence?
        public let originalName: String
        public let size: Int
        public let mediaType: String
        public let fingerprint: Fingerprint
        public let revision: Int
        public let label: String?
        public let effective: Day?
        public let period: Period?
        public let received: Day

        public init(revision: Revision, path: String?, absence: Absence?) {
            self.path = path
            self.absence = absence
            originalName = revision.originalName
            size = revision.size
            mediaType = revision.mediaType
            fingerprint = revision.fingerprint
            self.revision = revision.number
            label = revision.label
            effective = revision.effective
            period = revision.period
            received = revision.received
        }
    }

    /// Why a revision's file is not in the bundle.
    public enum Absence: String, Codable, Sendable, Equatable {
        /// Its classification lies above the level that was let in.
        case withheld
        /// A later revision took its place.
        case superseded
        /// It takes effect only after the day of the bundle.
        case notInForce = "not-in-force"
    }
}
