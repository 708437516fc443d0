import Bundling
import Certification
import Glibc
import Store

/// The folder beside an exported list in which the documents lie, each under its item and the number of its revision.
struct DocumentFolder: Sendable {
    private let name: String
    private let folder: String
    private let vault: Vault

    init(_ name: String, beside list: String, _ vault: Vault) {
        self.name = PayloadName.part(name)
        folder = list.parentFolder.joined(self.name)
        self.vault = vault
    }

    /// Where the document of a revision lies, from the folder of the list. The name that it had is a stranger's: it is made
    /// one that every system can hold.
    @Sendable func path(_ item: String, _ revision: Revision) -> String {
        [name, PayloadName.part(item), String(revision.number), PayloadName.part(revision.originalName)]
            .joined(separator: "/")
    }

    /// Writes the documents of all revisions into the folder, which must be new.
    func write(_ records: [EvidenceRecord]) throws {
        try make(folder)
        for record in records where !record.revisions.isEmpty {
            try make(folder.joined(PayloadName.part(record.evidence.id)))
            for revision in record.revisions {
                let path = folder.parentFolder.joined(path(record.evidence.id, revision))
                try make(path.parentFolder)
                try copy(revision, to: path)
            }
        }
    }

    private func make(_ folder: String) throws {
        guard mkdir(folder, 0o777) == 0 else {
            throw Failure(
                .cannotCreate, "cannot make the folder \(folder): \(reason(errno))",
                hint: "choose a folder that is not there yet with --files")
        }
    }

    /// Checks the fingerprint on the way: what is damaged is not handed on.
    private func copy(_ revision: Revision, to path: String) throws {
        let file = try NewFile(at: path, shown: path)
        let content = try vault.read(revision.fingerprint) { try file.write($0) }
        guard content.fingerprint == revision.fingerprint else {
            throw Failure(
                .inputOutput, "the vault does not hold \(revision.originalName) as it was taken",
                hint: "dossier check")
        }
    }
}
