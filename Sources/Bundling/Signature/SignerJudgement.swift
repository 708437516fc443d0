import Certification

/// Whether an allowed_signers file knows a key, and why not.
public enum SignerJudgement: Hashable, Sendable {
    /// It is the key of these principals, as the file writes them or as they were asked for.
    case known(principal: String)
    /// No line holds the key.
    case notListed
    /// Lines hold the key, for somebody else.
    case listedForOthers
    /// Lines hold the key, for other purposes.
    case otherPurpose
    /// The key does not count yet.
    case notYetValid
    /// The key no longer counts.
    case expired
}

extension AllowedSigners {
    /// Who the key belongs to, for a purpose and at a time, by the rules of ssh-keygen(1): the first line that allows it
    /// counts. Of the lines that do not allow it, the one that came closest gives the reason.
    ///
    /// - Parameters:
    ///   - identity: who it must belong to; nil for anybody in the file.
    ///   - beginning: when a civil day of the machine's zone begins.
    public func judge(
        _ key: SSHPublicKey, namespace: String = SSHSignature.bundleNamespace, identity: String?,
        at time: Timestamp, beginning: (Day) -> Timestamp
    ) -> SignerJudgement {
        var nearest = SignerJudgement.notListed
        for line in lines where !line.isAuthority && line.key.blob == key.blob {
            let judgement = line.judge(namespace, identity, time, beginning)
            if case .known = judgement { return judgement }
            nearest = nearest.isCloser(than: judgement) ? nearest : judgement
        }
        return nearest
    }
}

extension AllowedSigners.Line {
    fileprivate func judge(
        _ namespace: String, _ identity: String?, _ time: Timestamp, _ beginning: (Day) -> Timestamp
    ) -> SignerJudgement {
        guard identity.map(SignerPattern(principals).matches) ?? SignerPattern(principals).namesSomebody
        else {
            return .listedForOthers
        }
        if let namespaces, !SignerPattern(namespaces).matches(namespace) { return .otherPurpose }
        if let validAfter, time < validAfter.instant(beginning) { return .notYetValid }
        if let validBefore, time > validBefore.instant(beginning) { return .expired }
        return .known(principal: identity ?? principals)
    }
}

extension SignerJudgement {
    private var distance: Int {
        switch self {
        case .known: 0
        case .expired, .notYetValid: 1
        case .otherPurpose: 2
        case .listedForOthers: 3
        case .notListed: 4
        }
    }

    fileprivate func isCloser(than other: SignerJudgement) -> Bool { distance <= other.distance }
}
