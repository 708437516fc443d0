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
        case linkReviewed = "link-reviewed"
        case reviewWithdrawn = "review-withdrawn"
        case approved
        case approvalWithdrawn = "approval-withdrawn"
        case assessed
        case assessmentWithdrawn = "assessment-withdrawn"
        case controlStated = "control-stated"
        case creditNoted = "credit-noted"
        case creditWithdrawn = "credit-withdrawn"
        case bundlePacked = "bundle-packed"
        case sourceFound = "source-found"
    }

    private enum Key: String, CodingKey {
        case type, organization, catalogue, evidence, id, revision, link, clause, reason, review, approval,
            assessment, control, credit, from, bundle, source
    }

    /// Nil for a change that is coded elsewhere.
    var name: Name? {
        switch self {
        case .cycle: nil
        case .registerCreated: .registerCreated
        case .standardAdded: .standardAdded
        case .evidenceAdded: .evidenceAdded
        case .evidenceEdited: .evidenceEdited
        case .revisionAdded: .revisionAdded
        case .linked: .linked
        case .unlinked: .unlinked
        case .retired: .retired
        case .reinstated: .reinstated
        case .linkReviewed: .linkReviewed
        case .reviewWithdrawn: .reviewWithdrawn
        case .approved: .approved
        case .approvalWithdrawn: .approvalWithdrawn
        case .assessed: .assessed
        case .assessmentWithdrawn: .assessmentWithdrawn
        case .controlStated: .controlStated
        case .creditNoted: .creditNoted
        case .creditWithdrawn: .creditWithdrawn
        case .bundlePacked: .bundlePacked
        case .sourceFound: .sourceFound
        }
    }

    /// Written as an object whose `type` names the change, beside the fields of its payload.
    public func encode(to encoder: any Encoder) throws {
        if case .cycle(let change) = self { return try change.encode(to: encoder) }
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: .type)
        switch self {
        case .cycle: break
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
        case .linkReviewed(let id, let review):
            try container.encode(id, forKey: .id)
            try container.encode(review, forKey: .review)
        case .reviewWithdrawn(let id, let clause, let reason):
            try container.encode(id, forKey: .id)
            try container.encode(clause, forKey: .clause)
            try container.encode(reason, forKey: .reason)
        case .approved(let id, let approval):
            try container.encode(id, forKey: .id)
            try container.encode(approval, forKey: .approval)
        case .approvalWithdrawn(let id, let revision, let reason):
            try container.encode(id, forKey: .id)
            try container.encode(revision, forKey: .revision)
            try container.encode(reason, forKey: .reason)
        case .assessed(let assessment): try container.encode(assessment, forKey: .assessment)
        case .assessmentWithdrawn(let clause, let reason):
            try container.encode(clause, forKey: .clause)
            try container.encode(reason, forKey: .reason)
        case .controlStated(let control): try container.encode(control, forKey: .control)
        case .creditNoted(let credit): try container.encode(credit, forKey: .credit)
        case .creditWithdrawn(let clause, let from, let reason):
            try container.encode(clause, forKey: .clause)
            try container.encode(from, forKey: .from)
            try container.encode(reason, forKey: .reason)
        case .bundlePacked(let packing): try container.encode(packing, forKey: .bundle)
        case .sourceFound(let id, let revision, let source):
            try container.encode(id, forKey: .id)
            try container.encode(revision, forKey: .revision)
            try container.encode(source, forKey: .source)
        }
    }

    /// Reads what any release wrote; throws where the `type` is unknown or a field is missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        if CycleChange.Name(rawValue: try container.decode(String.self, forKey: .type)) != nil {
            self = .cycle(try CycleChange(from: decoder))
            return
        }
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
        case .linkReviewed: self = try .linkReviewed(evidence: value(.id), value(.review))
        case .reviewWithdrawn:
            self = try .reviewWithdrawn(evidence: value(.id), clause: value(.clause), reason: value(.reason))
        case .approved: self = try .approved(evidence: value(.id), value(.approval))
        case .approvalWithdrawn:
            self = try .approvalWithdrawn(
                evidence: value(.id), revision: value(.revision), reason: value(.reason))
        case .assessed: self = try .assessed(value(.assessment))
        case .assessmentWithdrawn:
            self = try .assessmentWithdrawn(clause: value(.clause), reason: value(.reason))
        case .controlStated: self = try .controlStated(value(.control))
        case .creditNoted: self = try .creditNoted(value(.credit))
        case .creditWithdrawn:
            self = try .creditWithdrawn(
                clause: value(.clause), from: value(.from), reason: value(.reason))
        case .bundlePacked: self = try .bundlePacked(value(.bundle))
        case .sourceFound:
            self = try .sourceFound(evidence: value(.id), revision: value(.revision), source: value(.source))
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
