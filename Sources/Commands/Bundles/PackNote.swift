import Bundling
import Certification
import Store

/// What the register remembers of a bundle that leaves the house.
struct PackNote {
    private let standard: String
    private let day: Day
    private let audit: String?
    private let fingerprint: Fingerprint?
    private let file: String
    private let recipient: String?
    private let isEncrypted: Bool

    init(
        _ index: BundleIndex, _ contents: BagContents, file: String, to recipient: String?, isEncrypted: Bool
    ) {
        (standard, day, audit) = (index.standard.id, index.day, index.audit?.id)
        self.file = file
        self.recipient = recipient
        self.isEncrypted = isEncrypted
        fingerprint = contents.payload.first { $0.path == "data/dossier.json" }?.fingerprint
    }

    /// Gives archives their names in the transaction that remembers them: neither is there without the other.
    static func record(
        _ notes: [(note: PackNote, bundle: PackedBundle)], in register: Register, _ session: Session,
        giveNames: () throws -> Void
    ) throws {
        let packings = notes.compactMap { $0.note.packing($0.bundle) }
        guard register.isWritable, packings.count == notes.count else {
            session.console.warn("the register may not be written, and does not remember this bundle")
            return try giveNames()
        }
        try session.write(register) { transaction in
            let known = try transaction.view.packedBundles()
            for packing in packings
            where !known.contains(where: { packing.tellsNothingNew(after: $0.packing) }) {
                try transaction.record(.bundlePacked(packing))
            }
            try giveNames()
        }
    }

    private func packing(_ bundle: PackedBundle) -> BundlePacking? {
        fingerprint.map { fingerprint in
            BundlePacking(
                id: bundle.bundleID, index: fingerprint, standard: standard, day: day, audit: audit,
                recipient: recipient, fileName: file, octets: bundle.archiveOctets,
                isSigned: bundle.signature != nil, isEncrypted: isEncrypted)
        }
    }
}
