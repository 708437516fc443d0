/// One file of an evidence item.
public struct Revision: Codable, Hashable, Sendable {
    /// 1 for the first file of the item.
    public let number: Int
    /// The SHA-256 of the content, under which the vault keeps it.
    public let fingerprint: Fingerprint
    /// Octets.
    public let size: Int
    /// The media type by the ending of the file's name: `application/pdf`.
    public let mediaType: String
    /// The name that the file had; only ever shown, never used as a path.
    public let originalName: String
    /// The document's own version label: `3.0`.
    public let label: String?
    /// The first day on which it is in force.
    public let effective: Day?
    /// The time that a record speaks of.
    public let period: Period?
    /// The day on which the register took it.
    public let received: Day
    /// How many places of a skeleton were still to be filled in when it was taken; nil when none were.
    public let openPlaces: Int?
    /// Where the file lies: from the folder of the register or, outside of it, absolute. Nil where nobody remembers. It says
    /// nothing of the management system, and no bundle tells it.
    public let source: String?

    /// A file as the register takes it.
    public init(
        number: Int, fingerprint: Fingerprint, size: Int, mediaType: String, originalName: String,
        label: String? = nil, effective: Day? = nil, period: Period? = nil, received: Day,
        openPlaces: Int? = nil, source: String? = nil
    ) {
        self.number = number
        self.fingerprint = fingerprint
        self.size = size
        self.mediaType = mediaType
        self.originalName = originalName
        self.label = label
        self.effective = effective
        self.period = period
        self.received = received
        self.openPlaces = openPlaces
        self.source = source
    }

    /// The same file, found elsewhere.
    public func found(at source: String) -> Revision {
        Revision(
            number: number, fingerprint: fingerprint, size: size, mediaType: mediaType,
            originalName: originalName, label: label, effective: effective, period: period,
            received: received, openPlaces: openPlaces, source: source)
    }

    /// The dates that judging needs.
    public var dates: RevisionDates {
        RevisionDates(
            number: number, effective: effective, period: period, received: received,
            flaw: RevisionFlaw(size: size, openPlaces: openPlaces))
    }
}

/// Why a file shows nothing, whatever its dates say.
public enum RevisionFlaw: Hashable, Sendable {
    /// It holds 0 octets.
    case empty
    /// It is a skeleton in which so many places are still to be filled in.
    case unfilled(Int)

    /// Nil for a file that has something to show.
    public init?(size: Int, openPlaces: Int?) {
        if size == 0 {
            self = .empty
        } else if let openPlaces, openPlaces > 0 {
            self = .unfilled(openPlaces)
        } else {
            return nil
        }
    }
}

/// What a revision says about time, without its content.
public struct RevisionDates: Hashable, Sendable {
    /// 1 for the first file of the item.
    public let number: Int
    /// The first day on which it is in force; nil when nobody said.
    public let effective: Day?
    /// The time that a record speaks of; nil for a document.
    public let period: Period?
    /// The day on which the register took it.
    public let received: Day
    /// Why it shows nothing; nil for nearly all.
    public let flaw: RevisionFlaw?

    /// The dates of a revision as it was recorded.
    public init(
        number: Int, effective: Day?, period: Period?, received: Day, flaw: RevisionFlaw? = nil
    ) {
        self.number = number
        self.effective = effective
        self.period = period
        self.received = received
        self.flaw = flaw
    }

    /// The first day on which it can speak: when it takes effect, and not before the time that it covers.
    public var begins: Day? { [effective, period?.first].compactMap(\.self).max() }

    /// In force on a day: begun by then, or without a beginning. What shows nothing never is.
    public func isInForce(on day: Day) -> Bool { flaw == nil && (begins.map { $0 <= day } ?? true) }
}

extension [RevisionDates] {
    /// The revisions that count on a day: the latest document in force and, of records that cover periods,
    /// the latest for each period, since the export for June does not supersede the one for May.
    public func current(on day: Day) -> [RevisionDates] {
        // Most items have one revision.
        if count == 1 { return filter { $0.isInForce(on: day) } }
        var latest: [Period?: RevisionDates] = [:]
        for revision in self where revision.isInForce(on: day) {
            if let held = latest[revision.period], held.number > revision.number { continue }
            latest[revision.period] = revision
        }
        return latest.values.sorted { $0.number < $1.number }
    }
}
