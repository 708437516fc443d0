import Certification

/// A file of the payload, and where its content comes from.
public struct PayloadFile: Hashable, Sendable {
    /// Where the content is.
    public enum Source: Hashable, Sendable {
        case bytes([UInt8])
        /// A document that was made for the bundle.
        case prepared(PreparedDocument)
        /// A file on the disk with the fingerprint and size that it was catalogued with.
        case stored(path: String, fingerprint: Fingerprint, size: Int)
    }

    /// From the base folder: `data/...`.
    public let path: String
    /// Where its content comes from.
    public let source: Source

    /// A payload file.
    public init(path: String, source: Source) {
        self.path = path
        self.source = source
    }

    /// Octets of content.
    public var size: Int {
        switch source {
        case .bytes(let bytes): bytes.count
        case .prepared(let document): document.size
        case .stored(_, _, let size): size
        }
    }

    /// The fingerprint of the content.
    public var fingerprint: Fingerprint {
        switch source {
        case .bytes(let bytes): Fingerprint(of: bytes)
        case .prepared(let document): document.fingerprint
        case .stored(_, let fingerprint, _): fingerprint
        }
    }
}

/// A file of the bag that is not payload: `VERIFY.txt`.
public struct TagFile: Hashable, Sendable {
    /// A name without folders.
    public let name: String
    /// The content.
    public let bytes: [UInt8]

    /// A tag file beside `bagit.txt`.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

/// All that goes into a bag, checked: every name is safe everywhere, unique, and in its place.
public struct BagContents: Sendable {
    /// The base folder.
    public let baseName: String
    /// Sorted by path, so that the order in which files were collected does not show in the bundle.
    public let payload: Payload
    /// Sorted by name.
    public let tagFiles: [TagFile]
    /// The lines of bag-info.txt, in order; `Payload-Oxum` is added.
    public let info: [InfoField]
    /// When the state that it shows came about, stated as the time of every file.
    public let time: Timestamp

    /// Throws a `BundlingError` for what could not be packed or could not be read by everybody.
    public init(
        baseName: String, payload: Payload, tagFiles: [TagFile] = [], info: [InfoField] = [],
        time: Timestamp = Timestamp(seconds: 0)
    ) throws {
        self.baseName = baseName
        self.payload = payload
        self.tagFiles = tagFiles.sorted { BagPath($0.name) < BagPath($1.name) }
        self.info = info
        self.time = time
        try checkNames()
        for field in info { try Self.check(field) }
    }

    private func checkNames() throws {
        if payload.isEmpty { throw BundlingError.noPayload }
        try Self.check(part: baseName)
        for file in tagFiles {
            try Self.check(part: file.name)
            guard BagElement(BagPath(file.name)) == .otherTagFile, file.name.lowercased() != "data" else {
                throw BundlingError.unsafeName(name: file.name, reason: "has its own meaning in a bag")
            }
        }
        for path in payload.paths where !BagPath(path).isPayload {
            throw BundlingError.unsafeName(name: path, reason: "outside of data/")
        }
        var unlike = UnlikePaths()
        try forEachPath { path in
            if let fault = NameRule.fault(inPath: path) ?? Self.fault(inManifestPath: path) {
                throw BundlingError.unsafeName(name: path, reason: fault)
            }
            unlike.add(path)
        }
        if !unlike.areSure { try checkUniqueness() }
    }

    private func forEachPath(_ body: (String) throws -> Void) rethrows {
        for file in tagFiles { try body(file.name) }
        for path in payload.paths { try body(path) }
    }

    /// Looks at one name after the other.
    private func checkUniqueness() throws {
        var names = NameTree()
        try forEachPath { path in
            guard names.insert(BagPath(path), isFolder: false) == nil else {
                throw BundlingError.nameTaken(path: path, other: path)
            }
        }
        if let (one, other) = names.clashes.first {
            throw BundlingError.nameTaken(path: other.text, other: one.text)
        }
    }

    private static func check(part: String) throws {
        guard let fault = NameRule.fault(inPart: part) else { return }
        throw BundlingError.unsafeName(name: part, reason: fault)
    }

    /// Other programs disagree on encoding the per cent sign, so none is written.
    private static func fault(inManifestPath path: String) -> String? {
        path.utf8.contains(UInt8(ascii: "%")) ? "per cent sign" : nil
    }

    private static func check(_ field: InfoField) throws {
        let isBroken = { (text: String) in text.unicodeScalars.contains { NameRule.isControl($0) } }
        if field.label.isEmpty || field.label != field.label.trimmed || field.label.contains(":") {
            throw BundlingError.invalidInfo(label: field.label, reason: "not a label")
        }
        if isBroken(field.label) || isBroken(field.value) {
            throw BundlingError.invalidInfo(label: field.label, reason: "more than one line")
        }
        if field.value.isEmpty || field.value != field.value.trimmed {
            throw BundlingError.invalidInfo(label: field.label, reason: "empty, or blanks at an end")
        }
        if field.label.lowercased() == PayloadOxum.label.lowercased() {
            throw BundlingError.invalidInfo(label: field.label, reason: "is computed")
        }
    }
}
