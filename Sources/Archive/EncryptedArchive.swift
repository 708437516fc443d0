import CLibArchive
import Glibc

/// An archive that is enclosed, encrypted, in a ZIP of its own: the only entry, stored, AES with 256 bits, and not an octet
/// beside it.
///
/// The structure was checked before libarchive sees an octet of it.
package struct EncryptedArchive: Sendable {
    private let file: SharedFile
    private let path: String
    private let entry: ZipEntry

    /// Octets of the archive inside.
    package var size: Int { entry.size }

    /// The passphrase is another one, by the two octets that stand for it, or these were altered.
    package struct WrongPassphrase: Error {}

    /// Nil for any other file, be it encrypted in another way; reading it as an ordinary archive says what is wrong with
    /// it. `path` is what errors call it. Throws a `SystemFault` where it cannot be read.
    package init?(_ file: SharedFile, path: String) throws {
        let octets = Int(try file.status().st_size)
        let entries: [ZipEntry]
        do {
            entries = try ZipDirectory(file, octets: octets, atMost: 1, isEncrypted: true).entries
        } catch is ZipFault {
            return nil
        } catch is ZipDirectory.TooManyEntries {
            return nil
        }
        guard let entry = entries.first, !entry.isFolder else { return nil }
        (self.file, self.path, self.entry) = (file, path, entry)
    }

    /// Decrypts the archive into an empty file, which is worth nothing unless this ends well: only at the end is it known
    /// that nothing was altered.
    ///
    /// Throws `WrongPassphrase`, a `ZipFault` where something was altered, a `SystemFault` where writing fails, or an
    /// `ArchiveError`.
    package func decrypt(with passphrase: UnsafePointer<CChar>, into inner: SharedFile) throws {
        let handle = try ReadHandle(archive: path)
        try handle.check(archive_read_support_format_zip_seekable(handle.pointer), .open)
        try handle.check(archive_read_add_passphrase(handle.pointer, passphrase), .open)
        try handle.check(archive_read_open_fd(handle.pointer, file.descriptor, 1 << 17), .open)
        var header: OpaquePointer?
        try handle.check(archive_read_next_header(handle.pointer, &header), .list)
        var octets = 0
        while let piece = try nextPiece(handle, after: octets) {
            guard piece.offset == octets, piece.bytes.count <= entry.size - octets else {
                throw ZipFault(.notAuthentic, "decrypts to more than it announces")
            }
            try inner.write(piece.bytes, at: octets)
            octets += piece.bytes.count
        }
        guard octets == entry.size else {
            throw ZipFault(.notAuthentic, "decrypts to less than it announces")
        }
    }

    /// The next piece; nil after the last, once libarchive has found the authentication code right.
    private func nextPiece(_ handle: borrowing ReadHandle, after octets: Int) throws
        -> (bytes: UnsafeRawBufferPointer, offset: Int)?
    {
        var start: UnsafeRawPointer?
        var count = 0
        var offset: Int64 = 0
        let result = archive_read_data_block(handle.pointer, &start, &count, &offset)
        if result == ARCHIVE_EOF { return nil }
        if result == ARCHIVE_OK { return (UnsafeRawBufferPointer(start: start, count: count), Int(offset)) }
        if Libarchive.cause(handle.pointer) == .system { try handle.check(result, .read) }
        // Everything else that fails before the first octet was ruled out by the check of the structure.
        if result == ARCHIVE_FAILED, octets == 0 { throw WrongPassphrase() }
        throw ZipFault(.notAuthentic, "was altered after it was encrypted: its authentication code is wrong")
    }
}
