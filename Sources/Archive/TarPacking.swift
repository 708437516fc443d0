import CLibArchive
import Glibc

/// Writes a tar archive, plain or compressed: ustar, and pax where a name or a size needs it.
///
/// The bytes depend on the contents, the level and the time alone: zstd divides its work by the amount of content, not
/// by the number of workers.
package struct TarPacking {
    private let contents: PackedContents
    private let modified: Int
    private let file: SharedFile
    private let path: String

    /// An archive of these files under a path where nothing is yet; `modified` are the seconds since 1970 that every
    /// entry states.
    package init(_ contents: PackedContents, modified: Int = 0, creating path: String) throws(SystemFault) {
        self.contents = contents
        self.modified = modified
        self.path = path
        file = try SharedFile(creating: path)
    }

    /// Writes the whole archive and waits until it is on the disk; the answer is its octets.
    package func run(_ form: ArchiveForm, level: Int, workers: Int) throws -> Int {
        let handle = try WriteHandle(archive: path)
        try handle.begin(form, level: level, workers: workers, on: file)
        for content in contents { try write(content, to: handle) }
        try handle.finish()
        try file.synchronize()
        return Int(try file.status().st_size)
    }

    private func write(_ content: PackedContent, to handle: borrowing WriteHandle) throws {
        try handle.beginEntry(content.name, size: content.size, modified: modified)
        let pointer = handle.pointer
        var octets = 0
        do {
            try content.read { bytes in
                octets += bytes.count
                guard
                    bytes.isEmpty
                        || archive_write_data(pointer, bytes.baseAddress, bytes.count) == bytes.count
                else { throw Refused() }
            }
        } catch is Refused {
            throw handle.error(.write, entry: content.name)
        }
        guard octets == content.size else {
            throw PackingFault.sizeDiffers(name: content.name, found: octets)
        }
    }

    /// libarchive took less than it was given and knows why.
    private struct Refused: Error {}
}
