import ArgumentParser
import Bundling
import Certification

/// The options that say whose signature a bundle must bear.
struct OriginOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Whose signatures count; allowed_signers in config.yaml when left out.", valueName: "file"))
    var allowedSigners: String?

    @Option(help: ArgumentHelp("It must be signed by this person of the file.", valueName: "who"))
    var identity: String?
}

/// Asks whose signature a bundle bears: of a file of allowed signers, and of ssh-keygen where it takes that.
struct OriginCheck {
    private let file: SignerFile?
    private let identity: String?
    private let session: Session
    private let program: SignatureProgram

    init(_ options: OriginOptions, in session: Session) throws {
        file = try SignerFile.named(options.allowedSigners, in: session)
        if options.identity != nil, file == nil {
            throw Failure(
                .usage, "--identity names a person of a file; name the file too",
                hint: "dossier verify BUNDLE --allowed-signers FILE --identity WHO")
        }
        identity = options.identity
        self.session = session
        program = SignatureProgram(session: session)
    }

    /// Somebody said whose signatures count: a bundle of anybody else is not what was asked for.
    var isDemanded: Bool { file != nil }

    /// Whether a signature that is not checked in this process belongs to what it signs.
    func matches(_ signature: BundleSignature) throws -> Bool { try program.matches(signature) }

    func origin(of report: VerificationReport) throws -> BundleOrigin {
        guard case .signed(let signature) = report.signature, signature.match == .holds, let file else {
            return BundleOrigin(report.signature)
        }
        let key = signature.signature.key
        let judgement = try judge(signature, file)
        guard case .known(let principal) = judgement else {
            return .unknown(key, judgement.sentence(file.shown))
        }
        return .known(principal, key)
    }

    private func judge(_ signature: BundleSignature, _ file: SignerFile) throws -> SignerJudgement {
        let key = signature.signature.key
        if key.isCertificate { return try judgeCertificate(signature, file) }
        let judgement = file.signers.judge(
            key, identity: identity, at: try session.verifyingTime(), beginning: session.beginning(of:))
        guard case .known(let principal) = judgement, key.kind != "ED25519" else { return judgement }
        // Checked by ssh-keygen from beginning to end: the signature, the key and the file.
        let name = principal.split(separator: ",").first { !$0.hasPrefix("!") }.map(String.init)
        return try program.isBy(name ?? principal, file, signature) ? judgement : .notListed
    }

    private func judgeCertificate(_ signature: BundleSignature, _ file: SignerFile) throws -> SignerJudgement
    {
        guard file.signers.namesAuthority,
            let name = try identity ?? program.principal(by: file, signature),
            try program.isBy(name, file, signature)
        else { return .notListed }
        return .known(principal: name)
    }
}

extension SignerJudgement {
    /// Why a key does not count, for a line that begins with the key.
    fileprivate func sentence(_ file: String) -> String {
        switch self {
        case .known, .notListed: "not in \(file)"
        case .listedForOthers: "\(file) lists it for somebody else"
        case .otherPurpose: "\(file) lists it for other purposes"
        case .notYetValid: "it does not count yet by \(file)"
        case .expired: "it no longer counts by \(file)"
        }
    }
}

extension Session {
    /// The instant at which a key must count: now, or noon of the day that was said.
    func verifyingTime() throws -> Timestamp {
        guard let day = try saidToday() else { return now() }
        return Timestamp(seconds: beginning(of: day).seconds + 43_200)
    }

    /// When a civil day of the machine's zone begins: no zone is more than 14 hours from UTC.
    @Sendable func beginning(of day: Day) -> Timestamp {
        let midnight = day.ordinal * 86_400
        var (low, high) = (midnight - 15 * 3_600, midnight + 15 * 3_600)
        while low + 1 < high {
            let middle = low + (high - low) / 2
            let isEarlier = civilDate(Timestamp(seconds: middle), nil).map { $0 < day } ?? false
            if isEarlier { low = middle } else { high = middle }
        }
        return Timestamp(seconds: high)
    }
}
