import Archive
import Glibc

/// A tar archive whose structure was checked, read from its beginning: contents are hashed as they come and, for
/// unpacking, written out.
struct StreamScan {
    private let path: String
    private let form: ArchiveForm
    /// All files and folders, in their order.
    let entries: [TarEntry]

    /// Checks the structure, before libarchive sees any of it. Throws a `TarFault`, or what a failing machine says.
    init(_ path: String, _ form: ArchiveForm, limits: BundleLimits) throws {
        self.path = path
        self.form = form
        let octets = Int(try SharedFile(reading: path).status().st_size)
        entries = try TarStructure.entries(
            path, form,
            TarStructure.Limits(
                entries: limits.entries, octets: limits.contentOctets(inArchiveOf: octets)))
    }

    /// The checksums that the names of manifests ask for: a stream is read once for its names, and once for its contents.
    var algorithms: Set<DigestAlgorithm> {
        Set(
            entries.compactMap { entry in
                BagPath(entry.path).withoutFirstPart.flatMap { BagElement($0).demandedAlgorithm }
            })
    }

    /// Hands over each entry with what reads its content.
    func forEachEntry(_ body: (TarEntry, inout ArchiveReader) throws -> Void) throws {
        var reader = try ArchiveReader(path: path, form: form)
        for entry in entries {
            guard let found = try reader.next(), found.isSame(as: entry) else { throw Self.otherwise(entry) }
            try body(entry, &reader)
        }
        if try reader.next() != nil { throw Self.otherwise(nil) }
    }

    /// Two readings of one archive must not differ.
    private static func otherwise(_ entry: TarEntry?) -> TarFault {
        TarFault(.contradictory, "can be read in more than one way", entry: entry?.path)
    }
}

extension ArchiveEntry {
    /// Whether libarchive takes an entry for what its headers say.
    fileprivate func isSame(as entry: TarEntry) -> Bool {
        kind == (entry.isFolder ? .folder : .file) && size == entry.size
            && path.utf8.elementsEqual(entry.path.utf8)
    }
}

extension Problem {
    /// What is wrong with the structure of a tar archive, as verification reports it.
    init(_ fault: TarFault) {
        self.init(Code(fault.code), fault.entry ?? "", fault.message)
    }
}

extension Problem.Code {
    fileprivate init(_ code: TarFault.Code) {
        switch code {
        case .notTar: self = .notABundle
        case .damaged, .cutOff: self = .archiveDamaged
        case .contradictory, .hiddenOctets: self = .archiveContradictory
        case .notAFile, .folderWithContent: self = .entryNotAFile
        case .nameUnreadable: self = .nameForbidden
        case .tooManyEntries: self = .tooManyEntries
        case .tooLarge: self = .tooLarge
        }
    }
}
