import Bundling
import Certification
import Foundation

/// What ssh-keygen says of a signature that is not checked in this process: RSA, ECDSA, security keys, certificates.
struct SignatureProgram {
    let session: Session

    /// Whether the signature belongs to what it signs, whosever it is.
    ///
    /// `check-novalidate` asks nobody whether the key may sign, so the answer is no proof of origin.
    func matches(_ signature: BundleSignature) throws -> Bool {
        try run(signature, ["check-novalidate"]).status == 0
    }

    /// Whether the signature is one of this person by the file.
    func isBy(_ principal: String, _ file: SignerFile, _ signature: BundleSignature) throws -> Bool {
        try run(signature, ["verify", "-f", file.path, "-I", principal]).status == 0
    }

    /// Whose it is by the file: the first name that it finds.
    func principal(by file: SignerFile, _ signature: BundleSignature) throws -> String? {
        let outcome = try run(signature, ["find-principals", "-f", file.path])
        let name = outcome.output.firstLine
        return outcome.status == 0 && !name.isEmpty ? name : nil
    }

    private func run(_ signature: BundleSignature, _ words: [String]) throws -> SSHProgram.Outcome {
        let program = try SSHProgram(
            "ssh-keygen", for: "to check a signature by \(signature.signature.key.kind)", in: session)
        let folder = try ScratchFolder(in: session)
        let file = try folder.write(signature.signature.armored, to: BundleSignature.fileName)
        let purpose = words.first == "find-principals" ? [] : ["-n", SSHSignature.bundleNamespace]
        return try program.run(
            ["-Y"] + words + purpose + ["-s", file] + (try time(words)), .octets(signature.signed))
    }

    /// Where the user said another day: that day's noon, in the zone of this machine.
    private func time(_ words: [String]) throws -> [String] {
        guard words.first != "check-novalidate", let day = try session.saidToday() else { return [] }
        return ["-O", "verify-time=" + day.description.filter(\.isNumber) + "120000"]
    }
}
