import CLibArchive
import Glibc

/// Encloses an archive, encrypted, in a ZIP of its own.
///
/// The records are ours and tell neither a time nor a checksum; what they enclose is encrypted by libarchive.
package struct EncryptedPacking {
    private let file: SharedFile
    private let path: String

    /// An archive under a path where nothing is yet.
    package init(creating path: String) throws(SystemFault) {
        file = try SharedFile(creating: path)
        self.path = path
    }

    /// Writes the whole archive and waits until it is on the disk; the answer is its octets. `name` is that of the entry,
    /// for everybody to read. Throws a `SystemFault` or an `ArchiveError`.
    package func run(
        enclosing inner: SharedFile, named name: String, passphrase: UnsafePointer<CChar>
    ) throws -> Int {
        let size = Int(try inner.status().st_size)
        guard size > 0 else {
            throw ArchiveError(.write, .misuse, archive: path, message: "nothing to encrypt")
        }
        var record = ZipRecords.Entry(name: Array(name.utf8), size: UInt64(size))
        record.isEncrypted = true
        record.packed = UInt64(size + ZipEncryption.octets)
        try write(ZipRecords.local(record), at: 0)
        let end = record.localOctets + size + ZipEncryption.octets
        let part = FilePart(file, record.localOctets..<end)
        try EncryptingHandle(writing: part, archive: path).encrypt(inner, size: size, passphrase: passphrase)
        let central = ZipRecords.central(record)
        let last = central + ZipRecords.end(count: 1, directoryOctets: central.count, offset: end)
        try write(last, at: end)
        try file.synchronize()
        return end + last.count
    }

    private func write(_ bytes: [UInt8], at offset: Int) throws {
        try bytes.withUnsafeBytes { try file.write($0, at: offset) }
    }
}

/// The owner of a libarchive handle that writes a ZIP of one encrypted entry, of which only the content is kept.
private struct EncryptingHandle: ~Copyable {
    private let pointer: OpaquePointer
    private let archive: String
    /// Outlives the handle, whose end may still write.
    private let part: FilePart

    init(writing part: FilePart, archive: String) throws {
        try LibraryState.require(.create, archive: archive)
        guard let pointer = archive_write_new() else {
            throw ArchiveError(.create, .system, archive: archive, message: "out of memory")
        }
        (self.pointer, self.archive, self.part) = (pointer, archive, part)
    }

    deinit { archive_write_free(pointer) }

    consuming func encrypt(_ inner: SharedFile, size: Int, passphrase: UnsafePointer<CChar>) throws {
        try check(archive_write_set_format_zip(pointer))
        try check(archive_write_set_options(pointer, "zip:compression=store,zip:encryption=aes256"))
        try check(archive_write_set_passphrase(pointer, passphrase))
        try check(archive_write_set_bytes_per_block(pointer, 0))
        let context = Unmanaged.passUnretained(part).toOpaque()
        try check(
            archive_write_open(
                pointer, context, nil,
                { _, context, bytes, count in
                    guard let context else { return -1 }
                    return Unmanaged<FilePart>.fromOpaque(context).takeUnretainedValue()
                        .take(UnsafeRawBufferPointer(start: bytes, count: count)) ? count : -1
                }, nil))
        try beginEntry(size)
        try copy(inner, size)
        try check(archive_write_finish_entry(pointer))
        try check(archive_write_close(pointer))
        guard part.isWhole else { throw failure("was encrypted to another size than announced") }
    }

    private func beginEntry(_ size: Int) throws {
        guard let entry = archive_entry_new() else { throw failure("out of memory") }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname(entry, "archive")
        archive_entry_set_size(entry, Int64(size))
        archive_entry_set_filetype(entry, UInt32(FileType.regular))
        archive_entry_set_perm(entry, 0o644)
        try check(archive_write_header(pointer, entry))
    }

    private func copy(_ inner: SharedFile, _ size: Int) throws {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 64)
        defer { buffer.deallocate() }
        var done = 0
        while done < size {
            let count = try inner.read(into: buffer, at: done)
            guard count > 0 else { throw failure("is shorter than it was") }
            let taken = archive_write_data(pointer, buffer.baseAddress, count)
            guard taken == count else { throw part.fault ?? failure(Libarchive.message(pointer)) }
            done += count
        }
    }

    private func check(_ result: CInt) throws {
        guard result != ARCHIVE_OK else { return }
        throw part.fault ?? failure(Libarchive.message(pointer))
    }

    private func failure(_ message: String) -> any Error {
        ArchiveError(.write, .system, archive: archive, message: message)
    }
}
