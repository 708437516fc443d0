import struct Foundation.Data
import class Foundation.JSONDecoder
import class Foundation.JSONEncoder

/// Changes as the journal's canonical JSON: one object with a `type`, keys sorted, no blanks.
extension Change: Codable {
    enum Name: String, Codable {
        case registerCreated = "register-created"
        case standardAdded = "standard-added"
        case evidenceAdded = "evidence-added"
        case evidenceEdited = "evidence-edited"
        case revisionAdded = "revision-added"
        case linked, unlinked, retired, reinstated
    }

    private enum Key: String, CodingKey {
        case type, organization, catalogue, evidence, id, revision, link, clause, reason
    }

    var name: Name {
        switch self {
        case .registerCreated: .registerCreated
        case .standardAdded: .standardAdded
        case .evidenceAdded: .evidenceAdded
        case .evidenceEdited: .evidenceEdited
        case .revisionAdded: .revisionAdded
        case .linked: .linked
        case .unlinked: .unlinked
        case .retired: .retired
        case .reinstated: .reinstated
        }
    }

    /// Written as an object whose `type` names the change, beside the fields of its payload.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: .type)
        switch self {
        case .registerCreated(let organization): try container.encode(organization, forKey: .organization)
        case .standardAdded(let catalogue): try container.encode(catalogue, forKey: .catalogue)
        case .evidenceAdded(let evidence), .evidenceEdited(let evidence):
            try container.encode(evidence, forKey: .evidence)
        case .revisionAdded(let id, let revision):
            try container.encode(id, forKey: .id)
            try container.encode(revision, forKey: .revision)
        case .linked(let link): try container.encode(link, forKey: .link)
        case .unlinked(let id, let clause):
            try container.encode(id, forKey: .id)
            try container.encode(clause, forKey: .clause)
        case .retired(let id, let reason), .reinstated(let id, let reason):
            try container.encode(id, forKey: .id)
            try container.encode(reason, forKey: .reason)
        }
    }

    /// Reads what any release wrote; throws where the `type` is unknown or a field is missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        func value<Value: Decodable>(_ key: Key) throws -> Value {
            try container.decode(Value.self, forKey: key)
        }
        switch try container.decode(Name.self, forKey: .type) {
        case .registerCreated: self = try .registerCreated(organization: value(.organization))
        case .standardAdded: self = try .standardAdded(value(.catalogue))
        case .evidenceAdded: self = try .evidenceAdded(value(.evidence))
        case .evidenceEdited: self = try .evidenceEdited(value(.evidence))
        case .revisionAdded: self = try .revisionAdded(evidence: value(.id), value(.revision))
        case .linked: self = try .linked(value(.link))
        case .unlinked: self = try .unlinked(evidence: value(.id), clause: value(.clause))
        case .retired: self = try .retired(evidence: value(.id), reason: value(.reason))
        case .reinstated: self = try .reinstated(evidence: value(.id), reason: value(.reason))
        }
    }
}

/// Writes and reads the canonical JSON of changes.
public struct ChangeCoder {
    private let encoder = JSONEncoder()
    private let decoder = JSONDecoder()

    /// A coder for the canonical form: keys sorted, no blanks, slashes as they are.
    public init() { encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes] }

    /// The text that the journal stores and hashes.
    public func text(_ change: Change) throws -> String {
        String(decoding: try encoder.encode(change), as: UTF8.self)
    }

    /// The change that a journal entry's text tells of.
    public func change(_ text: String) throws -> Change {
        try decoder.decode(Change.self, from: Data(text.utf8))
    }
}
