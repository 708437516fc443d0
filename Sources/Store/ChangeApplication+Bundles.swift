import Certification
import GRDB

/// Bundles that were packed.
extension ChangeApplication {
    func record(_ packing: BundlePacking) throws {
        try run(
            "INSERT INTO bundle VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                entry, packing.id, packing.index, packing.standard, packing.day, packing.audit,
                packing.recipient, packing.fileName, packing.octets, packing.isSigned, packing.isEncrypted,
            ])
    }
}
