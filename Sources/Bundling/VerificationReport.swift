import Certification

/// What was found out about a bundle.
public struct VerificationReport: Hashable, Sendable {
    /// Complete, and every checksum in every manifest holds; warnings do not count.
    public let valid: Bool
    /// SHA-256 of `tagmanifest-sha256.txt`: what the bundle is known by. Nil when there is none.
    public let bundleID: Fingerprint?
    /// The base folder's name; nil when none could be made out.
    public let name: String?
    /// Payload files that are there.
    public let files: Int
    /// Octets of the payload.
    public let octets: Int
    /// The lines of bag-info.txt.
    public let info: [InfoField]
    /// What stands in the place of the signature over the tag manifest.
    public let signature: SignatureFinding
    /// When an authority saw the identifier, by the time stamp in the bundle; nil where there is none, or none of this
    /// bundle. Whether the authority is genuine is not checked here.
    public let timestamp: Timestamp?
    /// Errors before warnings, then by path.
    public let problems: [Problem]

    /// The report on a bag as it was found, with what came up on the way to it.
    init(_ bag: ScannedBag, name: String?, found: [Problem]) {
        let evaluation = BagEvaluation(bag)
        self.init(
            bundleID: evaluation.bundleID, name: name, payload: bag.payload, info: evaluation.info,
            signature: evaluation.signature, timestamp: evaluation.timestamp,
            problems: found + evaluation.problems)
    }

    /// The report on a file in which no bag was found.
    init(problems: [Problem]) {
        self.init(
            bundleID: nil, name: nil, payload: PayloadOxum(octets: 0, files: 0), info: [],
            signature: .unsigned, timestamp: nil,
            problems: problems)
    }

    private init(
        bundleID: Fingerprint?, name: String?, payload: PayloadOxum, info: [InfoField],
        signature: SignatureFinding, timestamp: Timestamp?, problems: [Problem]
    ) {
        valid = !problems.contains { $0.severity == .error }
        self.bundleID = bundleID
        self.name = name
        files = payload.files
        octets = payload.octets
        self.info = info
        self.signature = signature
        self.timestamp = timestamp
        let order = { (problem: Problem) in (problem.severity == .error ? 0 : 1, problem.path, problem.code) }
        self.problems = problems.sorted { order($0) < order($1) }
    }

    /// This report once somebody else has said whether the signature belongs to the tag manifest.
    func signatureChecked(_ check: (BundleSignature) throws -> Bool) rethrows -> VerificationReport {
        guard case .signed(let signature) = signature, signature.match == .unchecked else { return self }
        let holds = try check(signature)
        return VerificationReport(
            bundleID: bundleID, name: name, payload: PayloadOxum(octets: octets, files: files), info: info,
            signature: .signed(BundleSignature(signature.signature, over: signature.signed, .init(holds))),
            timestamp: timestamp, problems: problems + (holds ? [] : [.brokenSignature]))
    }
}
