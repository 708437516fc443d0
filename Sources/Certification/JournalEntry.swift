import Crypto

/// One entry of the append-only journal. Its hash covers the entry before it,
/// so no earlier entry can be altered, removed or put in without breaking the chain.
public struct JournalEntry: Hashable, Sendable {
    /// 1 for the first entry, without gaps.
    public let sequence: Int
    /// The instant at which the entry was written.
    public let time: Timestamp
    /// Who made the change.
    public let actor: String
    /// The change as canonical JSON, exactly as it was hashed.
    public let change: String
    /// The hash of the entry before; 64 zeros before the first.
    public let previous: Fingerprint
    /// The entry's own hash, as stored; `isGenuine` compares it with the fields.
    public let hash: Fingerprint

    /// An entry as it was stored; nothing is checked.
    public init(
        sequence: Int, time: Timestamp, actor: String, change: String, previous: Fingerprint,
        hash: Fingerprint
    ) {
        self.sequence = sequence
        self.time = time
        self.actor = actor
        self.change = change
        self.previous = previous
        self.hash = hash
    }

    /// The entry that follows `head`, with its hash computed.
    public init(after head: JournalHead, time: Timestamp, actor: String, change: String) {
        self.init(
            sequence: head.sequence + 1, time: time, actor: actor, change: change, previous: head.hash,
            hash: Self.hash(
                sequence: head.sequence + 1, time: time, actor: actor, change: change, previous: head.hash))
    }

    /// SHA-256 over the fields, each preceded by its length in octets, so that no two entries share a text.
    public static func hash(
        sequence: Int, time: Timestamp, actor: String, change: String, previous: Fingerprint
    ) -> Fingerprint {
        var hasher = SHA256()
        for field in [String(sequence), time.description, actor, change, previous.hex] {
            hasher.update(data: Array("\(field.utf8.count):\(field)\n".utf8))
        }
        return Fingerprint(hasher.finalize())
    }

    /// Whether the stored hash is the hash of the fields.
    public var isGenuine: Bool {
        hash == Self.hash(sequence: sequence, time: time, actor: actor, change: change, previous: previous)
    }

    /// The journal's head while this entry is the newest.
    public var head: JournalHead { JournalHead(sequence: sequence, time: time, hash: hash) }
}

/// The newest entry of a journal: it stands for the whole history.
public struct JournalHead: Hashable, Sendable, Codable {
    /// The number of the newest entry; 0 for a journal without entries.
    public let sequence: Int
    /// The instant at which that entry was written.
    public let time: Timestamp
    /// The hash of that entry, which covers all entries before it.
    public let hash: Fingerprint

    /// A head as it was stored or printed; nothing is checked.
    public init(sequence: Int, time: Timestamp, hash: Fingerprint) {
        self.sequence = sequence
        self.time = time
        self.hash = hash
    }

    /// The head of a journal without entries.
    public static let empty = JournalHead(
        sequence: 0, time: Timestamp(seconds: 0), hash: Fingerprint(repeating: 0))
}
