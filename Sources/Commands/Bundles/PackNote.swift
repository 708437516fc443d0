import Bundling
import Certification
import Store

/// What the register remembers of a bundle that leaves the house.
struct PackNote {
    private let index: BundleIndex
    private let fingerprint: Fingerprint?
    private let file: String
    private let recipient: String?
    private let isEncrypted: Bool

    init(
        _ index: BundleIndex, _ contents: BagContents, file: String, to recipient: String?, isEncrypted: Bool
    ) {
        self.index = index
        self.file = file
        self.recipient = recipient
        self.isEncrypted = isEncrypted
        fingerprint = contents.payload.first { $0.path == "data/dossier.json" }?.fingerprint
    }

    /// Gives the archive its name in the transaction that remembers it: neither is there without the other.
    func record(
        _ bundle: PackedBundle, in register: Register, _ session: Session, giveName: () throws -> Void
    ) throws {
        guard register.isWritable, let packing = packing(bundle) else {
            session.console.warn("the register may not be written, and does not remember this bundle")
            return try giveName()
        }
        try session.write(register) { transaction in
            let known = try transaction.view.packedBundles()
            if !known.contains(where: { packing.tellsNothingNew(after: $0.packing) }) {
                try transaction.record(.bundlePacked(packing))
            }
            try giveName()
        }
    }

    private func packing(_ bundle: PackedBundle) -> BundlePacking? {
        fingerprint.map { fingerprint in
            BundlePacking(
                id: bundle.bundleID, index: fingerprint, standard: index.standard.id, day: index.day,
                audit: index.audit?.id, recipient: recipient, fileName: file, octets: bundle.archiveOctets,
                isSigned: bundle.signature != nil, isEncrypted: isEncrypted)
        }
    }
}
