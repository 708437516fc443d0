import Certification

/// Everything that a command takes from the world around it: where it runs, what time it is, who runs it,
/// and where its words go. Tests hand in their own.
public struct Session: Sendable {
    /// The absolute path of the folder against which relative paths are read.
    public var directory: String
    /// The variables of the environment by name.
    public var environment: [String: String]
    /// The present instant.
    public var now: @Sendable () -> Timestamp
    /// The civil date at an instant in a zone; nil for the machine's zone. Nil when the zone is unknown.
    public var civilDate: @Sendable (Timestamp, _ zone: String?) -> Day?
    /// Who makes the changes, where `DOSSIER_ACTOR` does not say otherwise.
    public var user: String
    /// A number that no other process draws and nobody guesses: passphrases are made of it.
    public var random: @Sendable () -> UInt64
    /// Where the words of the commands go.
    public var console: Console
    /// Where a person sits who is asked for secrets and told them; nil where nobody does.
    public var terminal: Terminal?
    /// The path of this program, for whoever is to start it again.
    public var program: String

    /// A session in these surroundings.
    public init(
        directory: String, environment: [String: String], now: @escaping @Sendable () -> Timestamp,
        civilDate: @escaping @Sendable (Timestamp, _ zone: String?) -> Day?, user: String,
        random: @escaping @Sendable () -> UInt64, console: Console, terminal: Terminal? = nil,
        program: String = "/usr/local/bin/dossier"
    ) {
        self.directory = directory
        self.environment = environment
        self.now = now
        self.civilDate = civilDate
        self.user = user
        self.random = random
        self.console = console
        self.terminal = terminal
        self.program = program
    }

    /// Who makes the changes of this session.
    var actor: String {
        let named = environment["DOSSIER_ACTOR"]?.trimmed ?? ""
        return named.isEmpty ? user : named
    }

    /// Where files without a name lie while they are worked on.
    var temporaryFolder: String {
        let named = environment["TMPDIR"] ?? ""
        return named.isEmpty ? "/tmp" : absolute(named)
    }

    /// A path as the user wrote it, made absolute.
    func absolute(_ path: String) -> String {
        if path.utf8.first == UInt8(ascii: "/") { return path }
        return path == "." || path.isEmpty ? directory : directory.joined(path)
    }
}

extension String {
    /// This path with another below it.
    func joined(_ component: String) -> String {
        utf8.last == UInt8(ascii: "/") ? self + component : self + "/" + component
    }

    // Paths are split by octets: to Swift a slash followed by a combining mark is one character, to the
    // file system it is a slash.

    /// The last component of this path.
    var lastComponent: String {
        utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? self
    }

    /// The folder of this path; empty where it has none.
    var parentFolder: String {
        guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
        return slash == startIndex ? "/" : String(self[..<slash])
    }
}
