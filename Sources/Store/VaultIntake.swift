import Certification
import Glibc

/// A file to be taken into the vault.
public struct IntakeSource: Hashable, Sendable {
    /// Where the file lies.
    public let path: String
    /// True only for a path that a person named.
    public let followLink: Bool

    /// A file to read; nothing is opened yet.
    public init(path: String, followLink: Bool) {
        self.path = path
        self.followLink = followLink
    }
}

/// Files on their way into a vault: copied and hashed, whole, but without a name in it. What is not settled goes when
/// the intake goes.
public final class VaultIntake: Sendable {
    private let vault: Vault
    private let folder: IntakeFolder
    private let drafts: [Result<VaultDraft, IntakeError>]

    /// Copies files, on all cores.
    ///
    /// - Parameters:
    ///   - nonce: makes this intake's folder unique among processes.
    ///   - sizes: those of contents that the vault may hold, in octets. A file of such a size is read before it is copied,
    ///     and not copied where the vault holds it.
    ///   - look: called from any thread with the position of a file and where its content lies now, while the system
    ///     has it in memory.
    ///   - progress: called from any thread with the octets that were read.
    public init(
        _ sources: [IntakeSource], into vault: Vault, nonce: UInt64, held sizes: Set<Int> = [],
        look: @escaping @Sendable (Int, String) -> Void = { _, _ in },
        progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) throws(IntakeError) {
        self.vault = vault
        folder = try IntakeFolder(in: vault, name: String(nonce, radix: 16))
        let path = folder.path
        drafts = Vault.onAllCores(sources.count) { index in
            Result { () throws(IntakeError) in
                let draft = try VaultDraft(
                    of: sources[index], at: path.appendingPathComponent(String(index)), unlessIn: vault,
                    held: sizes, progress: progress)
                look(index, draft.path)
                return draft
            }
        }
    }

    /// What the files turned out to be, in their order.
    public var contents: [Result<VaultContent, IntakeError>] { drafts.map { $0.map(\.content) } }

    /// Gives the contents at these positions their names, and answers in this order.
    ///
    /// When this returns, every content that was settled is on the disk under its name, so the register may refer to it.
    public func settle(_ positions: [Int]) throws(IntakeError) -> [Result<VaultContent, IntakeError>] {
        // First the octets reach the disk, then the names: a crash in between leaves no name in the vault
        // whose content is not whole.
        try folder.synchronizeFileSystem()
        let results = positions.map { position in
            drafts[position].flatMap { draft in
                Result { () throws(IntakeError) in
                    try draft.settle(in: vault)
                    return draft.content
                }
            }
        }
        try folder.synchronizeFileSystem()
        return results
    }
}

extension Vault {
    /// Takes files in, on all cores, and answers in their order.
    ///
    /// A file that cannot be taken is an answer, not the end: the others go in. When this returns, every content
    /// taken is on disk under its name, so the register may refer to it.
    public func take(
        _ sources: [IntakeSource], nonce: UInt64, progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) throws(IntakeError) -> [Result<VaultContent, IntakeError>] {
        let intake = try VaultIntake(sources, into: self, nonce: nonce, progress: progress)
        return try intake.settle(Array(sources.indices))
    }
}
