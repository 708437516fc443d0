import Bundling
import Certification

/// What was found out about one bundle, as programs read it.
struct BundleVerdict: Encodable {
    let bundle: String
    let report: VerificationReport
    let origin: BundleOrigin

    /// What the bag says of others that belong to it.
    var group: BagGroup? { BagGroup(report.info) }

    private enum CodingKeys: String, CodingKey {
        case valid, bundleId, files, octets, signature, timestamp, problems, part
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(report.valid, forKey: .valid)
        try container.encodeIfPresent(report.bundleID, forKey: .bundleId)
        try container.encode(report.files, forKey: .files)
        try container.encode(report.octets, forKey: .octets)
        try container.encode(SignaturePayload(origin), forKey: .signature)
        try container.encodeIfPresent(
            report.timestamp.map { TimestampPayload(time: $0) }, forKey: .timestamp)
        try container.encode(report.problems, forKey: .problems)
        try container.encodeIfPresent(group, forKey: .part)
    }
}

/// What was found out about one bundle or several, and whether parts of one are all there.
struct VerdictPage: Encodable {
    struct Named: Encodable {
        let bundle: String
        let verdict: BundleVerdict
    }

    struct Group: Encodable {
        let id: String
        let count: Int?
        let present: [Int]
        let missing: [Int]
        let repeated: [Int]
        let complete: Bool
    }

    let valid: Bool
    let bundles: [Named]
    let groups: [Group]

    /// A part alone is whole: where one bundle is asked about, nothing is missing.
    init(_ verdicts: [BundleVerdict]) {
        bundles = verdicts.map { Named(bundle: $0.bundle, verdict: $0) }
        let checks = verdicts.count > 1 ? BagGroupCheck.groups(of: verdicts.compactMap(\.group)) : []
        groups = checks.map {
            Group(
                id: $0.id, count: $0.count, present: $0.present, missing: $0.missing, repeated: $0.repeated,
                complete: $0.isComplete)
        }
        valid = verdicts.allSatisfy(\.report.valid) && checks.allSatisfy(\.isComplete)
    }

    func show(_ console: Console) throws {
        for each in bundles {
            if bundles.count > 1 { try console.say(each.bundle, .strong) }
            try each.verdict.report.show(each.verdict.origin, console)
        }
        for group in groups { try console.say("group      \(group.id): \(group.sentence)") }
    }
}

extension VerdictPage.Group {
    /// `complete, 3 parts`, `not complete: part 2 of 3 is missing`
    fileprivate var sentence: String {
        guard let count else { return "not complete: the parts do not agree how many there are" }
        if complete { return "complete, \(counted(count, "part"))" }
        let numbers =
            missing.prefix(12).map { "\($0)" }.joined(separator: ", ") + (missing.count > 12 ? ", ..." : "")
        let absent =
            missing.isEmpty
            ? nil
            : missing.count == 1
                ? "part \(numbers) of \(count) is missing" : "parts \(numbers) of \(count) are missing"
        let double = repeated.map { "there are several parts \($0)" }
        return "not complete: " + ([absent].compactMap(\.self) + double).joined(separator: "; ")
    }
}
