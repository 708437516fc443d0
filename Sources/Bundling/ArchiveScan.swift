import Archive
import Glibc

/// A bag read from an archive: its structure first, then its names, then its contents on all cores, hashed and, for
/// unpacking, written out.
struct ArchiveScan {
    let limits: BundleLimits
    let staging: StagingFolder?
    let key: BundleKey?
    let wanted: WantedFile?
    let progress: @Sendable (Int) -> Void
    private(set) var bag = ScannedBag()
    private(set) var problems: [Problem] = []
    private(set) var baseName: String?
    /// The rest of the archive is unknown: what the bag lacks cannot be told.
    private(set) var isCutShort = false
    private var names = NameTree()
    private var tagFiles: TagFileBudget

    init(
        limits: BundleLimits, staging: StagingFolder? = nil, key: BundleKey? = nil,
        wanted: WantedFile? = nil, progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) {
        self.limits = limits
        tagFiles = TagFileBudget(limits)
        self.staging = staging
        self.key = key
        self.wanted = wanted
        self.progress = progress
    }

    /// Reads the archive to its end, or to where it cannot be trusted further.
    ///
    /// A fault of the archive becomes a problem; only a failing machine is thrown.
    mutating func read(_ path: String) throws {
        do {
            guard let form = try ArchiveForm(of: path) else {
                let known = "no archive that is read (ZIP, tar, tar.gz, tar.zst) and no folder"
                return problems.append(Problem(.notABundle, "", known))
            }
            if form == .zip { try readZip(path) } else { try readStream(path, form) }
        } catch let fault as SystemFault {
            throw BundlingError(reading: path, fault)
        }
        for (one, other) in names.clashes {
            problems.append(Problem(.nameClash, inside(other), "some systems take it for \(inside(one))"))
        }
    }

    private mutating func readZip(_ path: String) throws {
        guard let (files, contents) = try filesOfZip(path) else {
            isCutShort = true
            return
        }
        names.forgetNames()
        try readContents(of: files, from: contents)
    }

    /// The files that are to be read; nil where the archive cannot be trusted. Its entries go away here: a bundle may hold
    /// hundreds of thousands, and what is kept of them is their paths in the bag.
    private mutating func filesOfZip(_ path: String) throws -> (files: [BagFile], contents: ZipContents)? {
        guard let zip = try opened(path), isWithinLimits(zip) else { return nil }
        var files: [BagFile] = []
        files.reserveCapacity(zip.entries.count)
        for entry in zip.entries {
            if entry.isNameUndeclared {
                problems.append(
                    Problem(.nameUndeclared, entry.path, "its name does not say that it is UTF-8"))
            }
            note(mode: entry.mode, of: entry.path)
            guard let place = admitted(entry.path, isFolder: entry.isFolder),
                try take(place, size: entry.size, isFolder: entry.isFolder)
            else { continue }
            files.append(BagFile(path: place, content: entry.content))
        }
        return (files, zip.contents)
    }

    /// The archive once its structure was checked; nil where it contradicts itself, which is reported.
    private mutating func opened(_ path: String) throws -> ZipReading? {
        do {
            return try OpenedBundle.zip(at: path, atMost: limits.entries, key: key)
        } catch let fault as ZipFault {
            problems.append(Problem(fault))
        } catch is ZipDirectory.TooManyEntries {
            problems.append(Problem(.tooManyEntries, "", "more than \(limits.entries) entries"))
        }
        return nil
    }

    private mutating func isWithinLimits(_ zip: ZipReading) -> Bool {
        let most = limits.contentOctets(inArchiveOf: zip.octets)
        var sum = 0
        for entry in zip.entries {
            let (total, overflow) = sum.addingReportingOverflow(entry.size)
            sum = overflow ? .max : total
        }
        guard sum > most else { return true }
        problems.append(Problem(.tooLarge, "", "announces more than \(most) octets of content"))
        return false
    }

    /// Notes what is not read, so that it is not called missing too: a folder, or a file that is refused; true for a file
    /// that is to be read.
    private mutating func take(_ path: BagPath, size: Int, isFolder: Bool) throws -> Bool {
        if path.isPayload || path.text == "data" { bag.hasPayloadFolder = true }
        guard !isFolder else {
            try staging?.makeFolder(path)
            return false
        }
        guard BagElement(path).isRead, let refusal = tagFiles.refusal(path, size: size) else { return true }
        bag.files[path] = ScannedBag.File(size: size, digests: nil)
        problems.append(refusal)
        return false
    }

    private mutating func keep(_ text: [UInt8], of path: BagPath) {
        if path == wanted?.path, !BagElement(path).isRead {
            bag.wanted = text
        } else if let refusal = tagFiles.refusal(path, text: text) {
            problems.append(refusal)
        } else {
            bag.tagFiles[path] = text
        }
    }

    private mutating func readContents(of files: [BagFile], from archive: ZipContents) throws {
        let algorithms = Set(files.compactMap { BagElement($0.path).demandedAlgorithm })
        let contents = ArchiveContents(
            zip: archive, algorithms: algorithms, staging: staging, wanted: wanted, progress: progress)
        var (digests, texts, faults) = (
            [Digests?](repeating: nil, count: files.count), [(BagPath, [UInt8])](), [(BagPath, String)]()
        )
        try contents.read(files) { number, outcome in
            switch outcome {
            case .content(let found, let text):
                digests[number] = found
                if let text { texts.append((files[number].path, text)) }
            case .fault(let fault): faults.append((files[number].path, fault.message))
            }
        }
        bag.files.reserveCapacity(bag.files.count + files.count)
        // Damaged ones too: they are not missing.
        for (file, found) in zip(files, digests) {
            bag.files[file.path] = ScannedBag.File(size: file.content.size, digests: found)
        }
        // In the order of names, however they came in.
        for (path, text) in texts.sorted(by: { $0.0 < $1.0 }) { keep(text, of: path) }
        for (path, message) in faults.sorted(by: { $0.0 < $1.0 }) {
            problems.append(Problem(.archiveDamaged, path.text, message))
        }
    }
}

/// Tar archives.
extension ArchiveScan {
    private mutating func readStream(_ path: String, _ form: ArchiveForm) throws {
        do {
            let stream = try StreamScan(path, form, limits: limits)
            let algorithms = stream.algorithms
            try stream.forEachEntry { entry, reader in try take(entry, from: &reader, algorithms) }
        } catch let fault as TarFault {
            problems.append(Problem(fault))
            isCutShort = true
        } catch let error as ArchiveError where error.cause != .system {
            problems.append(Problem(.archiveDamaged, error.entry ?? "", error.message))
            isCutShort = true
        }
    }

    private mutating func take(
        _ entry: TarEntry, from reader: inout ArchiveReader, _ algorithms: Set<DigestAlgorithm>
    ) throws {
        note(mode: entry.mode, of: entry.path)
        guard let path = admitted(entry.path, isFolder: entry.isFolder),
            try take(path, size: entry.size, isFolder: entry.isFolder)
        else { return }
        // Before it is read: a damaged one is not missing.
        bag.files[path] = ScannedBag.File(size: entry.size, digests: nil)
        let isRead = BagElement(path).isRead || wanted?.takes(path, size: entry.size) ?? false
        let target = try staging?.makeFile(path)
        var (hasher, text) = (ContentHasher(algorithms), [UInt8]())
        try reader.readContent { bytes in
            hasher.update(bytes)
            if isRead { text.append(contentsOf: bytes) }
            try target?.write(bytes)
            progress(bytes.count)
        }
        bag.files[path]?.digests = hasher.finish()
        if isRead { keep(text, of: path) }
    }
}

/// A file of the bag with its place in the archive.
struct BagFile: Sendable {
    let path: BagPath
    let content: ZipContent
}

/// Judging names and permissions.
extension ArchiveScan {
    /// Whatever an entry asks for, files are unpacked 0644 and folders 0755.
    private mutating func note(mode: Int, of path: String) {
        guard mode & 0o7000 != 0 else { return }
        let text = String(mode & 0o7777, radix: 8)
        problems.append(
            Problem(.entryModeUnusual, path, "asks for the permissions \(text), which it does not get"))
    }

    /// The path inside the bag of an entry that may be taken; nil for the base folder and what is refused.
    private mutating func admitted(_ name: String, isFolder: Bool) -> BagPath? {
        // By octets: a slash behind some characters is one of them to Swift.
        let isMarked = isFolder && name.utf8.last == UInt8(ascii: "/")
        let text = isMarked ? String(decoding: name.utf8.dropLast(), as: UTF8.self) : name
        guard names.folderOctets <= limits.folderOctets else { return refuseTheRest() }
        if let fault = NameRule.fault(inPath: text) { return refuse(.nameForbidden, text, fault) }
        switch names.insert(BagPath(text), isFolder: isFolder) {
        case .duplicate: return refuse(.nameDuplicate, text, "more than one entry has this name")
        case .fileAndFolder: return refuse(.nameFileAndFolder, text, "both a file and a folder")
        case nil: return pathInside(text, isFolder: isFolder)
        }
    }

    private mutating func refuseTheRest() -> BagPath? {
        guard problems.last?.code != Problem.Code.tooManyEntries.rawValue else { return nil }
        return refuse(
            .tooManyEntries, "", "folders whose paths have more than \(limits.folderOctets) octets")
    }

    private mutating func pathInside(_ text: String, isFolder: Bool) -> BagPath? {
        let path = BagPath(text)
        guard let base = path.firstPart ?? (isFolder ? text : nil) else {
            return refuse(.baseFolderMissing, text, "lies outside of the base folder")
        }
        // Such as .ssh, which would be one of the user's own.
        guard base.utf8.first != UInt8(ascii: ".") else {
            return refuse(.nameForbidden, text, "a hidden base folder")
        }
        guard isOfBaseFolder(base) else {
            return refuse(.baseFolderSeveral, text, "lies in a second base folder")
        }
        return path.withoutFirstPart
    }

    private mutating func isOfBaseFolder(_ name: String) -> Bool {
        if baseName == nil { baseName = name }
        return baseName.map { BagPath($0) == BagPath(name) } ?? false
    }

    private mutating func refuse(_ code: Problem.Code, _ path: String, _ message: String) -> BagPath? {
        problems.append(Problem(code, path, message))
        return nil
    }

    /// For a message: without the base folder where it is in it.
    private func inside(_ path: BagPath) -> String {
        guard let baseName, path.text.utf8.starts(with: "\(baseName)/".utf8) else { return path.text }
        return path.withoutFirstPart?.text ?? path.text
    }
}

extension Problem {
    /// What is wrong with the structure of an archive, as verification reports it.
    fileprivate init(_ fault: ZipFault) {
        self.init(Code(fault.code), fault.entry ?? "", fault.message)
    }
}

extension Problem.Code {
    fileprivate init(_ code: ZipFault.Code) {
        switch code {
        case .encrypted: self = .entryEncrypted
        case .notAFile, .folderWithContent: self = .entryNotAFile
        case .nameUnreadable: self = .nameForbidden
        case .methodUnknown: self = .entryMethodUnknown
        case .notAnArchive: self = .notABundle
        case .notAuthentic, .endMissing, .directoryDamaged, .headerMissing, .outOfBounds:
            self = .archiveDamaged
        case .severalDisks, .endSeveral, .endMisplaced, .countWrong, .directoryMisplaced, .zip64Contradicts,
            .nameContradicts, .headerContradicts, .descriptorContradicts, .overlap, .hiddenOctets:
            self = .archiveContradictory
        }
    }
}
