/// What a bundle says about itself: the machine-readable `data/dossier.json`, from which the page and the lists
/// inside the bundle are drawn too.
///
/// It is complete: what is missing, withheld or superseded is in it with its reason.
public struct BundleIndex: Codable, Sendable, Equatable {
    /// The version of this structure; raised when a field changes its meaning or goes away.
    public static let currentFormat = 1

    /// The version of the structure that this index was written in.
    public let format: Int
    /// The holder of the management system.
    public let organization: String
    /// The edition that the bundle is packed for.
    public let standard: Standard
    /// The day on which everything is judged.
    public let day: Day
    /// The newest journal entry of the register at packing.
    public let journal: JournalHead
    /// The most confidential level that was let in; nil when nothing was held back by level.
    public let classificationUpTo: Classification?
    /// When the bundle was limited to some clauses: their numbers.
    public let onlyClauses: [String]?
    /// The audit that the bundle is packed for; nil where it was packed for none.
    public let audit: AuditEntry?
    /// The certificate that the standard is held under; nil where there is none.
    public let certificate: CertificateEntry?
    /// What changed since an earlier bundle; nil where nobody asked.
    public internal(set) var since: SinceEntry?
    /// Findings of earlier audits, open ones first; nil where nobody looked for them.
    public let findings: [FindingEntry]?
    /// The clauses of the standard in its order, headings included.
    public let clauses: [ClauseEntry]
    /// The evidence, ordered by identifier.
    public internal(set) var evidence: EvidenceEntries
    /// Which of several archives this is; nil where the bundle is one.
    public internal(set) var part: PartEntry?

    /// An index in the current format.
    public init(
        organization: String, standard: Standard, day: Day, journal: JournalHead,
        classificationUpTo: Classification?, onlyClauses: [String]?, audit: AuditEntry? = nil,
        certificate: CertificateEntry? = nil, since: SinceEntry? = nil, findings: [FindingEntry]? = nil,
        clauses: [ClauseEntry], evidence: some Sequence<EvidenceEntry>
    ) {
        format = Self.currentFormat
        self.organization = organization
        self.standard = standard
        self.day = day
        self.journal = journal
        self.classificationUpTo = classificationUpTo
        self.onlyClauses = onlyClauses
        self.audit = audit
        self.certificate = certificate
        self.since = since
        self.findings = findings
        self.clauses = clauses
        self.evidence = evidence as? EvidenceEntries ?? EvidenceEntries(evidence)
    }

    /// A clause and how ready it is.
    public struct ClauseEntry: Codable, Sendable, Equatable {
        /// As the standard writes it: `8.6.1`, `A.5.1`.
        public let number: String
        /// The short title, or our own label in square brackets.
        public let title: String
        /// True where fewer than two public sources agree on number and title.
        public let titleUnconfirmed: Bool
        /// The number of the clause above; nil at the top.
        public let parent: String?
        /// Distance from the top: 1 for `8`, 3 for `8.6.1`.
        public let level: Int
        /// Nil for a heading.
        public let status: ClauseStatus?
        /// Why the clause stands as it does; a covered clause may have reasons too.
        public let reasons: [ReasonEntry]
        /// The documented information that the clause demands, each with what answers it.
        public let demands: [DemandEntry]
        /// What is to be documented, or what is usual; our words.
        public let note: String
        /// The items linked to this very clause.
        public let links: [LinkEntry]

        /// The entry of a clause of the catalogue; `status` is nil for a heading.
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
        /// The stable word for programs: `no-link`, `review-passed`.
        public let code: String
        /// The sentence for people: `review was due 2026-10-01`.
        public let text: String

        /// A reason as the bundle tells it, of an item or, where `evidence` is nil, of the clause.
        public init(evidence: String?, reason: Reason) {
            self.init(evidence: evidence, code: reason.code, text: reason.sentence)
        }

        init(evidence: String?, code: String, text: String) {
            self.evidence = evidence
            self.code = code
            self.text = text
        }
    }

    /// A demand for documented information and what answers it.
    public struct DemandEntry: Codable, Sendable, Equatable {
        /// A document to maintain or a record to retain.
        public let demand: DocumentedInformation
        /// The identifiers of the linked items that answer it; empty when none does.
        public let providedBy: [String]

        /// A demand as it was judged on the day of the bundle.
        public init(_ judgement: DemandJudgement) {
            demand = judgement.demand
            providedBy = judgement.providedBy
        }
    }

    /// A link between an item and a clause, as seen from either side.
    public struct LinkEntry: Codable, Sendable, Equatable {
        /// The identifier of the item.
        public let evidence: String
        /// The number of the clause in the bundle's standard.
        public let clause: String
        /// Where in the document: `section 4.2`. Not told of a withheld item.
        public let locator: String?
        /// What was remarked when the link was made. Not told of a withheld item.
        public let note: String?

        /// A link within the bundle's standard.
        public init(evidence: String, clause: String, locator: String?, note: String?) {
            self.evidence = evidence
            self.clause = clause
            self.locator = locator
            self.note = note
        }
    }

    /// An evidence item.
    public struct EvidenceEntry: Codable, Sendable, Equatable {
        /// `INC-PRO-001`; unique in the bundle.
        public let id: String
        /// The title, or `(withheld)` for a restricted item that is held back.
        public let title: String
        /// What sort of document or record it is.
        public let kind: EvidenceKind
        /// The role or person who answers for it.
        public let owner: String?
        /// Who may see it; nil when nobody said.
        public let classification: Classification?
        /// How the item stands on the day of the bundle.
        public let standing: Standing
        /// Why it does not hold on that day; empty when it is current.
        public let reasons: [ReasonEntry]
        /// The day by which it must be reviewed; nil when no review is planned.
        public let reviewDue: Day?
        /// The last day on which it holds, for contracts and certificates.
        public let expires: Day?
        /// A remark about the item. Not told of a withheld one.
        public let note: String?
        /// Its links that belong in the bundle.
        public let links: [LinkEntry]
        /// Its revisions in order, those that are not in the bundle included.
        public internal(set) var files: [FileEntry]

        /// The entry of an item with what may be told of it.
        public init(
            evidence: Evidence, standing: Standing, reasons: [ReasonEntry], reviewDue: Day?,
            links: [LinkEntry],
            files: [FileEntry]
        ) {
            self.init(
                id: evidence.id, title: evidence.title, kind: evidence.kind, owner: evidence.owner,
                classification: evidence.classification, standing: standing, reasons: reasons,
                reviewDue: reviewDue, expires: evidence.expires, note: evidence.note, links: links,
                files: files)
        }

        init(
            id: String, title: String, kind: EvidenceKind, owner: String?, classification: Classification?,
            standing: Standing, reasons: [ReasonEntry], reviewDue: Day?, expires: Day?, note: String?,
            links: [LinkEntry], files: [FileEntry]
        ) {
            self.id = id
            self.title = title
            self.kind = kind
            self.owner = owner
            self.classification = classification
            self.standing = standing
            self.reasons = reasons
            self.reviewDue = reviewDue
            self.expires = expires
            self.note = note
            self.links = links
            self.files = files
        }
    }

    /// A revision: in the bundle under `path`, or absent for a stated reason.
    public struct FileEntry: Codable, Sendable, Equatable {
        /// From the base folder: `data/evidence/8.6.1 Incident management/PRO-003 Incident management.docx`.
        public internal(set) var path: String?
        /// Set exactly when `path` is nil.
        public internal(set) var absence: Absence?
        /// The part of a split bundle that holds it; nil in a whole bundle, and where no part does.
        public internal(set) var part: Int?
        /// The name that the file had; `(withheld)` for a restricted item that is held back.
        public let originalName: String
        /// Octets.
        public let size: Int
        /// The media type by the ending of the file's name: `application/pdf`.
        public let mediaType: String
        /// The SHA-256 of the content, told of absent files too.
        public let fingerprint: Fingerprint
        /// 1 for the first file of the item.
        public let revision: Int
        /// The document's own version label: `3.0`.
        public let label: String?
        /// The first day on which it is in force.
        public let effective: Day?
        /// The time that a record speaks of.
        public let period: Period?
        /// The day on which the register took it.
        public let received: Day

        /// The entry of a revision: with its path or, where that is nil, the reason for its absence.
        public init(revision: Revision, path: String?, absence: Absence?) {
            self.init(
                path: path, absence: absence, part: nil, originalName: revision.originalName,
                size: revision.size, mediaType: revision.mediaType, fingerprint: revision.fingerprint,
                revision: revision.number, label: revision.label, effective: revision.effective,
                period: revision.period, received: revision.received)
        }

        init(
            path: String?, absence: Absence?, part: Int?, originalName: String, size: Int,
            mediaType: String, fingerprint: Fingerprint, revision: Int, label: String?, effective: Day?,
            period: Period?, received: Day
        ) {
            self.path = path
            self.absence = absence
            self.part = part
            self.originalName = originalName
            self.size = size
            self.mediaType = mediaType
            self.fingerprint = fingerprint
            self.revision = revision
            self.label = label
            self.effective = effective
            self.period = period
            self.received = received
        }
    }

    /// Why a revision's file is not in the bundle.
    public enum Absence: String, Codable, Sendable, Equatable, CaseIterable {
        /// Its classification lies above the level that was let in.
        case withheld
        /// A later revision took its place.
        case superseded
        /// It takes effect only after the day of the bundle.
        case notInForce = "not-in-force"
        /// It speaks of a time before the window of the audit.
        case beforeWindow = "before-window"
        /// Another part of the bundle holds it.
        case otherPart = "other-part"
    }
}
