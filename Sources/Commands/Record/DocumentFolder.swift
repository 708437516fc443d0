import Bundling
import Certification
import Glibc
import Store

/// The folder beside an exported list in which the documents lie, each under its item and the number of its revision. It has
/// its name when it is whole, and is gone with its owner unless the list has its name too.
final class DocumentFolder: Sendable {
    private let name: String
    private let folder: String
    private let draft: String
    private let vault: Vault

    init(_ name: String, beside list: String, _ vault: Vault, in session: Session) {
        self.name = PayloadName.part(name)
        folder = list.parentFolder.joined(self.name)
        draft = list.parentFolder.joined(".\(self.name).partial-\(String(session.random(), radix: 16))")
        self.vault = vault
    }

    deinit { for path in [draft, folder] { UnfinishedWork.remove(path) } }

    /// Where the document of a revision lies, from the folder of the list. The name that it had is a stranger's: it is made
    /// one that every system can hold.
    @Sendable func path(_ item: String, _ revision: Revision) -> String {
        "\(name)/\(inside(item, revision))"
    }

    private func inside(_ item: String, _ revision: Revision) -> String {
        [PayloadName.part(item), String(revision.number), PayloadName.part(revision.originalName)]
            .joined(separator: "/")
    }

    /// Writes the documents of all revisions.
    func write(_ records: [EvidenceRecord]) throws {
        if access(folder, F_OK) == 0 { throw notMade(EEXIST) }
        UnfinishedWork.begin(draft)
        try make(draft)
        for record in records where !record.revisions.isEmpty {
            try make(draft.joined(PayloadName.part(record.evidence.id)))
            for revision in record.revisions {
                let path = draft.joined(inside(record.evidence.id, revision))
                try make(path.parentFolder)
                try copy(revision, to: path, shown: "\(name)/\(inside(record.evidence.id, revision))")
            }
        }
    }

    /// Gives the folder its name, which nothing must bear yet.
    func giveName() throws {
        // Renaming replaces a folder only as long as it is empty.
        guard mkdir(folder, 0o777) == 0 else { throw notMade(errno) }
        UnfinishedWork.begin(folder)
        try UnfinishedWork.finish(draft, as: folder) {
            guard rename(draft, folder) == 0 else { throw notMade(errno) }
        }
    }

    /// The list has its name: what was written stays.
    func keep() { UnfinishedWork.end(folder) }

    private func make(_ path: String) throws {
        guard mkdir(path, 0o777) == 0 else { throw notMade(errno) }
    }

    private func notMade(_ code: CInt) -> Failure {
        Failure(
            .cannotCreate, "cannot make the folder \(folder): \(reason(code))",
            hint: "choose a folder that is not there yet with --files")
    }

    /// Checks the fingerprint on the way: what is damaged is not handed on.
    private func copy(_ revision: Revision, to path: String, shown: String) throws {
        let file = try NewFile(at: path, shown: shown)
        let content = try vault.read(revision.fingerprint) { try file.write($0) }
        guard content.fingerprint == revision.fingerprint else {
            throw Failure(
                .inputOutput, "the vault does not hold \(revision.originalName) as it was taken",
                hint: "dossier check")
        }
    }
}
