/// Why an archive could not be read or written.
public struct ArchiveError: Error, Hashable, Sendable {
    /// What was being done.
    public enum Operation: String, Sendable {
        case create, write, finish, open, list, read
    }

    /// Whose fault it is, which decides what the user hears.
    public enum Cause: Sendable {
        /// The file is something else.
        case notAnArchive
        /// The archive contradicts itself, is cut off, or its content is not what its directory says.
        case damaged
        /// The caller asked for what an archive cannot hold.
        case misuse
        /// The operating system said no.
        case system
    }

    /// What was being done.
    public let operation: Operation
    /// Whose fault it is.
    public let cause: Cause
    /// The path of the archive.
    public let archive: String
    /// The path of the entry, where one was being handled.
    public let entry: String?
    /// What is wrong, as libarchive or the operating system puts it.
    public let message: String
    /// The number of the operating system's error, where it gave one.
    public let code: Int32?
    /// Nothing more can be read from the archive.
    public let isFinal: Bool

    init(
        _ operation: Operation, _ cause: Cause, archive: String, entry: String? = nil, message: String,
        code: Int32? = nil, isFinal: Bool = true
    ) {
        self.operation = operation
        self.cause = cause
        self.archive = archive
        self.entry = entry
        self.message = message
        self.code = code
        self.isFinal = isFinal
    }

    /// The operating system said no.
    init(_ operation: Operation, archive: String, _ fault: SystemFault) {
        self.init(operation, .system, archive: archive, message: fault.message, code: fault.code)
    }
}

extension ArchiveError: CustomStringConvertible {
    /// `cannot read acme.zip: data/a.txt: truncated`
    public var description: String {
        "cannot \(operation.rawValue) \(archive): \(entry.map { $0 + ": " } ?? "")\(message)"
    }
}
