/// The signature over the tag manifest of a bundle, as it stands in the base folder.
public struct BundleSignature: Hashable, Sendable {
    /// What was made of the octets of the tag manifest.
    public enum Match: Hashable, Sendable {
        /// The key has signed exactly these octets.
        case holds
        /// It was made over something else, or by nobody.
        case broken
        /// A kind of key that is not checked in this process.
        case unchecked
    }

    /// The signature and its key.
    public let signature: SSHSignature
    /// The octets of `tagmanifest-sha256.txt`.
    public let signed: [UInt8]
    /// Whether the one belongs to the other. It says nothing about whose the key is.
    public let match: Match

    /// An unlisted tag file: a tag manifest cannot list what is computed from it.
    public static let fileName = "tagmanifest-sha256.txt.sig"

    init(_ signature: SSHSignature, over signed: [UInt8], _ match: Match) {
        self.signature = signature
        self.signed = signed
        self.match = match
    }

    /// The signature that a signer made over a new tag manifest; throws a `BundlingError` where it is none of a bundle.
    public init(made text: [UInt8], over signed: [UInt8]) throws {
        do throws(SSHSignature.Malformed) {
            let signature = try SSHSignature(armored: text)
            self.init(signature, over: signed, Match(signature.matches(signed)))
        } catch {
            throw BundlingError.signingFailed(reason: error.reason)
        }
        guard match != .broken, signature.namespace == SSHSignature.bundleNamespace else {
            throw BundlingError.signingFailed(reason: "what came back does not sign this bundle")
        }
    }
}

extension BundleSignature.Match {
    init(_ answer: Bool?) { self = answer.map { $0 ? .holds : .broken } ?? .unchecked }
}

/// What stands in the place of the signature.
public enum SignatureFinding: Hashable, Sendable {
    case unsigned
    /// A file that is no signature over this tag manifest; a problem of the report says why.
    case unreadable
    case signed(BundleSignature)
}

/// What the signature beside the tag manifest is worth, before anybody asks whose the key is.
extension BagEvaluation {
    mutating func readSignature() {
        let path = BagPath(BundleSignature.fileName)
        guard bag.files[path] != nil else { return }
        signature = .unreadable
        guard let text = bag.tagFiles[path] else { return }
        do throws(SSHSignature.Malformed) {
            take(try SSHSignature(armored: text))
        } catch {
            report(.signatureMalformed, path.text, error.reason)
        }
    }

    private mutating func take(_ found: SSHSignature) {
        guard found.namespace == SSHSignature.bundleNamespace else {
            let reason = "made for another purpose: \(found.namespace)"
            return report(.signatureMalformed, BundleSignature.fileName, reason)
        }
        guard let signed = bag.tagFiles[BagPath("tagmanifest-sha256.txt")] else {
            return problems.append(.brokenSignature)
        }
        let match = BundleSignature.Match(found.matches(signed))
        if match == .broken { problems.append(.brokenSignature) }
        signature = .signed(BundleSignature(found, over: signed, match))
    }
}

extension Problem {
    static let brokenSignature = Problem(
        .signatureBroken, BundleSignature.fileName, "does not belong to this tag manifest: damaged or forged")
}
