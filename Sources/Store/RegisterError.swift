import Certification

/// Why a register could not do what was asked.
public enum RegisterError: Error, Hashable, Sendable {
    /// No `.dossier` in the folder or above it.
    case notFound(folder: String)
    case alreadyExists(folder: String)
    /// There is no register, but the vault of an earlier one.
    case vaultWithoutRegister(folder: String)
    /// Written by a later release, which knows changes that this one does not.
    case newer(path: String)
    /// Another process holds the register.
    case locked(path: String)
    case unknownEvidence(String, nearest: [String])
    /// No certificate, audit, event or finding is called like this.
    case unknown(what: String, id: String, nearest: [String])
    case diskFull(path: String)
    /// The database is no database, or contradicts itself.
    case damaged(path: String, why: String)
    case notWritable(path: String, why: String)
    /// Another failure of the database.
    case failed(path: String, why: String)
}

/// Why a file could not be taken into the vault.
public enum IntakeError: Error, Hashable, Sendable {
    case notFound(path: String)
    case notPermitted(path: String)
    case isFolder(path: String)
    /// A FIFO, a socket or a device.
    case notRegular(path: String)
    /// A symbolic link met while walking a folder.
    case isSymbolicLink(path: String)
    /// Its size or time changed between the first and the last byte.
    case changedWhileRead(path: String)
    case failed(path: String, operation: String, code: Int32)
    /// The vault takes no files: its folder is read-only, or the disk has no room for a folder.
    case vaultNotWritable(path: String, code: Int32)
}
