import Bundling

/// Whose a bundle is, as far as its signature tells: one of three, or a signature that is worth nothing.
enum BundleOrigin: Equatable {
    /// Signed by the key of somebody whose signature counts.
    case known(_ principal: String, SSHPublicKey)
    /// Signed, and nobody says whose the key is, or that it counts; with the reason where somebody was asked.
    case unknown(SSHPublicKey, _ reason: String?)
    case unsigned
    /// There is a signature, and it does not belong to this bundle or is none.
    case broken(SSHPublicKey?)
    /// Signed with a kind of key that this command does not check.
    case unchecked(SSHPublicKey)

    /// What is known without asking whose the key is.
    init(_ finding: SignatureFinding) {
        switch finding {
        case .unsigned: self = .unsigned
        case .unreadable: self = .broken(nil)
        case .signed(let signature):
            let key = signature.signature.key
            switch signature.match {
            case .holds: self = .unknown(key, nil)
            case .broken: self = .broken(key)
            case .unchecked: self = .unchecked(key)
            }
        }
    }

    /// Whether the signature proves who packed the bundle.
    var isProven: Bool { if case .known = self { true } else { false } }

    /// `signed by qm@example.com (ED25519 SHA256:...)`
    var sentence: String {
        switch self {
        case .known(let principal, let key): "signed by \(principal) (\(key.words))"
        case .unknown(let key, nil): "signed by an unknown key (\(key.words)); who packed it is not proven"
        case .unknown(let key, let reason?):
            "signed by an unknown key (\(key.words)); who packed it is not proven: \(reason)"
        case .unsigned: "unsigned; who packed it is not proven"
        case .broken(let key?): "worth nothing: not one over this bundle (\(key.words))"
        case .broken(nil): "worth nothing: it cannot be read"
        case .unchecked(let key): "not checked (\(key.words)); dossier verify checks it"
        }
    }
}

extension SSHPublicKey {
    /// `ED25519 SHA256:...`
    var words: String { "\(kind) \(fingerprint)" }
}

/// The signature in the JSON of a verification.
struct SignaturePayload: Encodable {
    /// `known-key`, `unknown-key`, `unsigned`, `broken`
    let state: String
    let isProven: Bool
    let signer: String?
    let keyType: String?
    let key: String?
    let reason: String?

    init(_ origin: BundleOrigin) {
        isProven = origin.isProven
        let (state, signer, key, reason): (String, String?, SSHPublicKey?, String?) =
            switch origin {
            case .known(let principal, let key): ("known-key", principal, key, nil)
            case .unknown(let key, let reason): ("unknown-key", nil, key, reason)
            case .unsigned: ("unsigned", nil, nil, nil)
            case .broken(let key): ("broken", nil, key, nil)
            case .unchecked(let key): ("unchecked", nil, key, nil)
            }
        (self.state, self.signer, self.reason) = (state, signer, reason)
        (keyType, self.key) = (key?.kind, key?.fingerprint)
    }
}
