import Bundling
import Certification
import Foundation

/// Who signs a bundle: a key in a file, or one that the agent holds. `ssh-keygen` does it, so that passphrases, agents and
/// security keys work as they do for ssh and git, and no secret passes through this program.
struct BundleSigner {
    /// What is written for the first key of the agent.
    static let agent = "agent"

    private let key: String
    private let session: Session
    private let program: SSHProgram

    init(_ key: String, in session: Session) throws {
        program = try SSHProgram("ssh-keygen", for: "to sign", in: session)
        self.session = session
        self.key = key
        guard key == Self.agent || FileManager.default.fileExists(atPath: session.absolute(key)) else {
            throw Failure(
                .notFound, "there is no key \(key)",
                hint: "pack --sign agent, or make a key: ssh-keygen -t ed25519 -f \(key)")
        }
    }

    /// The text of a detached signature over a tag manifest.
    func sign(_ tagManifest: [UInt8]) throws -> [UInt8] {
        let folder = try ScratchFolder(in: session)
        let file = try folder.write(tagManifest, to: "tagmanifest-sha256.txt")
        let outcome = try program.run(
            ["-q", "-Y", "sign", "-n", SSHSignature.bundleNamespace, "-f", try keyFile(in: folder), file],
            .terminal)
        guard outcome.status == 0, let text = FileManager.default.contents(atPath: file + ".sig") else {
            throw Failure(
                .unusableData,
                "the bundle was not signed: \(outcome.reason("ssh-keygen").replacing(file, with: "it"))",
                hint: "nothing was packed; without --sign the bundle is packed unsigned")
        }
        return Array(text)
    }

    /// The file of the key; of a key in the agent its public half, by which ssh-keygen finds it there.
    private func keyFile(in folder: ScratchFolder) throws -> String {
        guard key == Self.agent else { return session.absolute(key) }
        let outcome = try SSHProgram("ssh-add", for: "to ask the agent for its keys", in: session)
            .run(["-L"], .octets([]))
        guard outcome.status == 0, !outcome.output.firstLine.isEmpty else {
            throw Failure(
                .unusableData, "the agent has no key: \(outcome.reason("ssh-add"))",
                hint: "ssh-add, or name a file: pack --sign ~/.ssh/id_ed25519")
        }
        return try folder.write(Array((outcome.output.firstLine + "\n").utf8), to: "key.pub")
    }
}
