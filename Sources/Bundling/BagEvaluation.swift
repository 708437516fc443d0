import Certification

/// The rules of BagIt applied to a bag as it was found: pure, and it reports everything.
struct BagEvaluation {
    let bag: ScannedBag
    var problems: [Problem] = []
    private(set) var info: [InfoField] = []
    private(set) var declaration = BagDeclaration.ours
    var signature = SignatureFinding.unsigned
    var timestamp: Timestamp?
    /// All files, in order.
    let paths: [BagPath]
    /// Files by the spelling that neither Unicode normalisation nor the case of letters tells apart.
    lazy var spellings = Dictionary(grouping: paths, by: \.folded)
    /// Listed files of operating systems that an old bag may lack.
    var absentSystemFiles: Set<BagPath> = []

    init(_ bag: ScannedBag) {
        self.bag = bag
        paths = bag.files.keys.sorted()
        readDeclaration()
        readInfo()
        if !bag.hasPayloadFolder { report(.payloadFolderMissing, "data", "the bag has no folder data") }
        checkPayloadManifests()
        checkTagManifests()
        checkPayloadOxum()
        checkFetch()
        readSignature()
        readTimestamp()
    }

    /// What the bag is known by: the SHA-256 of `tagmanifest-sha256.txt`.
    var bundleID: Fingerprint? { bag.files[BagPath("tagmanifest-sha256.txt")]?.digests?.sha256 }

    mutating func report(_ code: Problem.Code, _ path: String, _ message: String) {
        problems.append(Problem(code, path, message))
    }

    private mutating func readDeclaration() {
        let name = "bagit.txt"
        guard let bytes = bag.tagFiles[BagPath(name)] else {
            if bag.files[BagPath(name)] == nil {
                report(.declarationMissing, name, "the bag has no bagit.txt")
            }
            return
        }
        do { declaration = try BagDeclaration(parsing: bytes) } catch {
            report(.declarationMalformed, name, error.reason)
            return
        }
        if !declaration.isSupported {
            report(.versionUnsupported, name, "BagIt \(declaration.major).\(declaration.minor) is not read")
        }
        if TagText.Encoding(name: declaration.encoding) == nil {
            report(.encodingUnsupported, name, "encoding \(declaration.encoding) is not read")
        }
    }

    private mutating func readInfo() {
        let name = "bag-info.txt"
        guard let text = text(of: BagPath(name)) else { return }
        let parsed = BagInfo(parsing: text, isStrict: !declaration.isBeforeOne)
        info = parsed.fields
        for line in parsed.malformedLines {
            report(.infoMalformed, name, "line \(line) is not of the form label: value")
        }
    }

    /// A quick check of the payload's size, stated once (RFC 8493 2.2.2).
    private mutating func checkPayloadOxum() {
        let name = "bag-info.txt"
        let stated = BagInfo.values(PayloadOxum.label, in: info)
        if stated.count > 1 { report(.infoMalformed, name, "more than one \(PayloadOxum.label)") }
        for value in stated where !agrees(PayloadOxum(value)) {
            report(.payloadOxumMismatch, name, "\(PayloadOxum.label) says \(value), found \(bag.payload)")
        }
    }

    /// Where files of an operating system are absent, their octets are too.
    private func agrees(_ stated: PayloadOxum?) -> Bool {
        guard let stated, !absentSystemFiles.isEmpty else { return stated == bag.payload }
        return stated.files == bag.payload.files + absentSystemFiles.count
            && stated.octets >= bag.payload.octets
    }

    /// The text of a tag file in UTF-8, from the encoding that the bag declares.
    mutating func text(of path: BagPath) -> [UInt8]? {
        guard let bytes = bag.tagFiles[path] else { return nil }
        let encoding = TagText.Encoding(name: declaration.encoding) ?? .utf8
        guard let text = TagText.decode(bytes, encoding) else {
            report(.encodingBroken, path.text, "not \(declaration.encoding) text")
            return nil
        }
        guard case .utf8 = encoding, text.starts(with: TagText.byteOrderMark) else { return text }
        report(.byteOrderMark, path.text, "begins with a byte order mark")
        return Array(text.dropFirst(TagText.byteOrderMark.count))
    }

    private mutating func checkFetch() {
        let name = "fetch.txt"
        guard let text = text(of: BagPath(name)) else { return }
        let lists = payloadManifestPaths()
        var isDone = true
        for (index, line) in TagText.lines(text).enumerated() where !line.isEmpty {
            guard let path = Self.fetchedPath(line) else {
                report(.fetchMalformed, name, "line \(index + 1) is not of the form url length path")
                continue
            }
            if bag.files[path] == nil {
                isDone = false
                report(.fetchNotDone, path.text, "to be fetched from elsewhere: the bag is incomplete")
            }
            if !lists.allSatisfy({ $0.contains(path) }) {
                report(.fetchUnlisted, path.text, "listed in fetch.txt, not in every manifest")
            }
        }
        if isDone { report(.fetchPresent, name, "all that fetch.txt lists is there; nothing was fetched") }
    }

    private static func isNumber(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } && Int(text) != nil
    }

    /// `url length path`, the length a number or `-` (RFC 8493 2.2.3).
    private static func fetchedPath(_ line: ArraySlice<UInt8>) -> BagPath? {
        let parts = line.split(maxSplits: 2, whereSeparator: { $0 == 0x20 || $0 == 0x09 })
            .map { String(decoding: $0, as: UTF8.self) }
        guard parts.count == 3, parts[1] == "-" || isNumber(parts[1]) else { return nil }
        let path = BagPath(decoding: parts[2])
        return path.isPayload ? path : nil
    }
}
