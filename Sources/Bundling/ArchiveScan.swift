import Archive

/// A bag read from an archive in one pass: names judged, contents hashed and, for unpacking, written out.
struct ArchiveScan {
    let limits: BundleLimits
    let staging: StagingFolder?
    let progress: @Sendable (Int) -> Void
    private(set) var bag = ScannedBag()
    private(set) var problems: [Problem] = []
    private(set) var baseName: String?
    /// The rest of the archive is unknown: what the bag lacks cannot be told.
    private(set) var isCutShort = false
    private var names = NameTree()
    private var algorithms: Set<DigestAlgorithm> = []
    private var entries = 0
    private var announcedOctets = 0

    init(
        limits: BundleLimits, staging: StagingFolder? = nil,
        progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) {
        self.limits = limits
        self.staging = staging
        self.progress = progress
    }

    /// Reads the archive to its end, or to where it cannot be read further.
    ///
    /// A fault of the archive becomes a problem; only a failing machine is thrown.
    mutating func read(_ path: String) throws {
        do {
            var reader = try ArchiveReader(path: path)
            let most = limits.contentOctets(inArchiveOf: reader.archiveOctets)
            while try readEntry(&reader, atMost: most) {}
        } catch let error as ArchiveError where error.cause == .notAnArchive {
            problems.append(Problem(.notABundle, "", "neither a ZIP archive nor a folder"))
            return
        } catch let error as ArchiveError where error.cause == .damaged {
            problems.append(Problem(.archiveDamaged, "", error.message))
            return
        }
        for (one, other) in names.clashes {
            problems.append(Problem(.nameClash, inside(other), "some systems take it for \(inside(one))"))
        }
        if !isCutShort { try completeDigests(path) }
    }

    /// False after the last entry.
    private mutating func readEntry(_ reader: inout ArchiveReader, atMost most: Int) throws -> Bool {
        do {
            guard let entry = try reader.next() else { return false }
            entries += 1
            let (sum, overflow) = announcedOctets.addingReportingOverflow(entry.size)
            announcedOctets = overflow ? .max : sum
            guard isWithinLimits(most) else { return false }
            guard let path = admitted(entry) else { return true }
            try take(entry, as: path, from: &reader)
        } catch let error as ArchiveError where error.cause == .damaged {
            problems.append(
                Problem(.archiveDamaged, error.entry.map { inside(BagPath($0)) } ?? "", error.message))
            entries += 1
            isCutShort = error.isFinal
            return !error.isFinal && isWithinLimits(most)
        }
        return true
    }

    private mutating func isWithinLimits(_ most: Int) -> Bool {
        if entries > limits.entries {
            problems.append(Problem(.tooManyEntries, "", "more than \(limits.entries) entries"))
        } else if announcedOctets > most {
            problems.append(Problem(.tooLarge, "", "announces more than \(most) octets of content"))
        } else {
            return true
        }
        isCutShort = true
        return false
    }

    private mutating func take(
        _ entry: ArchiveEntry, as path: BagPath, from reader: inout ArchiveReader
    ) throws {
        if path.isPayload || path.text == "data" { bag.hasPayloadFolder = true }
        guard entry.kind == .file else {
            try staging?.makeFolder(path)
            return
        }
        // Noted before it is read, so that a damaged file is not called missing too.
        bag.files[path] = ScannedBag.File(size: entry.size, digests: nil)
        guard !BagElement(path).isRead || entry.size <= limits.tagFileOctets else {
            problems.append(Problem(.tagFileTooLarge, path.text, "\(entry.size) octets are too much to read"))
            return
        }
        try readContent(of: path, from: &reader)
    }

    private mutating func readContent(of path: BagPath, from reader: inout ArchiveReader) throws {
        let element = BagElement(path)
        if let demanded = element.demandedAlgorithm { algorithms.insert(demanded) }
        let target = try staging?.makeFile(path)
        var hasher = ContentHasher(algorithms)
        var text: [UInt8] = []
        try reader.readContent { bytes in
            hasher.update(bytes)
            if element.isRead { text.append(contentsOf: bytes) }
            try target?.write(bytes)
            progress(bytes.count)
        }
        bag.files[path]?.digests = hasher.finish()
        if element.isRead { bag.tagFiles[path] = text }
    }
}

/// Judging names.
extension ArchiveScan {
    /// The path inside the bag of an entry that may be taken; nil for the base folder and what is refused.
    private mutating func admitted(_ entry: ArchiveEntry) -> BagPath? {
        let isFolder = entry.kind == .folder
        let text =
            isFolder && entry.path.utf8.last == UInt8(ascii: "/") ? String(entry.path.dropLast()) : entry.path
        if let refusal = refusal(of: entry.kind, text) { return refuse(refusal.code, text, refusal.message) }
        if let fault = NameRule.fault(inPath: text) { return refuse(.nameForbidden, text, fault) }
        switch names.insert(BagPath(text), isFolder: isFolder) {
        case .duplicate: return refuse(.nameDuplicate, text, "more than one entry has this name")
        case .fileAndFolder: return refuse(.nameFileAndFolder, text, "both a file and a folder")
        case nil: return pathInside(text, isFolder: isFolder)
        }
    }

    private func refusal(of kind: ArchiveEntry.Kind, _ text: String) -> (code: Problem.Code, message: String)?
    {
        switch kind {
        case .file, .folder: nil
        case .refused(.encrypted): (.entryEncrypted, "encrypted")
        case .refused(.link): (.entryNotAFile, "a link, neither a file nor a folder")
        case .refused(.special): (.entryNotAFile, "neither a file nor a folder")
        }
    }

    private mutating func pathInside(_ text: String, isFolder: Bool) -> BagPath? {
        let path = BagPath(text)
        guard let base = path.parents.first?.text ?? (isFolder ? text : nil) else {
            return refuse(.baseFolderMissing, text, "lies outside of the base folder")
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

/// Checksums that were not known to be needed when a file passed by.
extension ArchiveScan {
    private mutating func completeDigests(_ archive: String) throws {
        for (path, text) in bag.tagFiles { bag.files[path]?.digests = Digests(of: text, algorithms) }
        let lacking = Set(bag.files.filter { $0.value.digests.map { !$0.covers(algorithms) } ?? false }.keys)
        guard !lacking.isEmpty else { return }
        var reader = try ArchiveReader(path: archive)
        while let entry = try nextReadable(&reader) {
            guard entry.kind == .file, let path = BagPath(entry.path).withoutFirstPart, lacking.contains(path)
            else { continue }
            try rehash(path, from: &reader)
        }
        let left = lacking.filter { bag.files[$0]?.digests?.covers(algorithms) == false }
        for path in left.sorted() { reportChange(path) }
    }

    private func nextReadable(_ reader: inout ArchiveReader) throws -> ArchiveEntry? {
        while true {
            do { return try reader.next() } catch let error as ArchiveError {
                guard error.cause == .damaged else { throw error }
                if error.isFinal { return nil }
            }
        }
    }

    private mutating func rehash(_ path: BagPath, from reader: inout ArchiveReader) throws {
        var hasher = ContentHasher(algorithms)
        do { try reader.readContent { hasher.update($0) } } catch let error as ArchiveError {
            guard error.cause == .damaged else { throw error }
            return
        }
        let digests = hasher.finish()
        // A second file of a refused name has other content; what changed for good is reported at the end.
        if bag.files[path]?.digests?.sha256 == digests.sha256 { bag.files[path]?.digests = digests }
    }

    private mutating func reportChange(_ path: BagPath) {
        problems.append(Problem(.archiveChanged, path.text, "the archive changed while it was read"))
    }
}
