import ArgumentParser
import Bundling
import Glibc
import Reporting

/// Where a passphrase comes from: never from the command line itself, which everybody on the machine can read.
struct PassphraseOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Take the passphrase from the first line of a file that only you may read.", valueName: "file"),
        completion: .file())
    var passphraseFile: String?

    @Option(
        help: ArgumentHelp("Take the passphrase from a descriptor that is open.", valueName: "number"))
    var passphraseFd: Int32?

    func validate() throws {
        if passphraseFile != nil, passphraseFd != nil {
            throw ValidationError("say either --passphrase-file or --passphrase-fd")
        }
        if let passphraseFd, passphraseFd < 0 { throw ValidationError("--passphrase-fd is 0 or more") }
    }

    /// What messages call the place that was pointed to.
    var source: String { passphraseFile ?? passphraseFd.map { "descriptor \($0)" } ?? "nowhere" }

    var isGiven: Bool { passphraseFile != nil || passphraseFd != nil }

    /// The passphrase that was pointed to; nil where none was.
    func passphrase(in session: Session) throws -> Passphrase? {
        if let passphraseFile { return try PassphraseFile(passphraseFile, in: session).passphrase() }
        guard let passphraseFd else { return nil }
        return try Passphrase(
            line: SecretLine.read(passphraseFd) { code in
                Failure(.notFound, "cannot read the passphrase from \(source): \(reason(code))")
            }, from: source)
    }

    /// Opens an encrypted bundle: with what was pointed to, else with what a person types. What is decrypted on the way lies
    /// in `folder`.
    func key(to bundle: String, in session: Session, folder: String) throws -> BundleKey? {
        guard isGiven || session.terminal != nil else { return nil }
        return BundleKey(folder: folder, random: session.random()) {
            if let passphrase = try passphrase(in: session) { return passphrase }
            let typed = try session.terminal?.askSecretly("Passphrase of \(ShownText.line(bundle)): ")
            return try Passphrase(line: typed, from: "the terminal")
        }
    }
}

/// A file with a passphrase in its first line.
private struct PassphraseFile: ~Copyable {
    private let name: String
    private let descriptor: CInt

    init(_ name: String, in session: Session) throws {
        self.name = name
        descriptor = open(session.absolute(name), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Failure(
                errno == EACCES ? .notPermitted : .notFound, "cannot read \(name): \(reason(errno))")
        }
    }

    deinit { close(descriptor) }

    func passphrase() throws -> Passphrase {
        try requirePrivacy()
        return try Passphrase(
            line: SecretLine.read(descriptor) { code in
                Failure(.inputOutput, "cannot read \(name): \(reason(code))")
            }, from: name)
    }

    /// As ssh asks of a private key: nobody else may do anything with a file of this user.
    private func requirePrivacy() throws {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw Failure(.inputOutput, "cannot read \(name): \(reason(errno))")
        }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_uid == getuid() else { return }
        guard status.st_mode & 0o077 == 0 else {
            throw Failure(
                .notPermitted, "\(name) can be read by others, and holds a passphrase",
                hint: "chmod 600 \(name)")
        }
    }
}

extension Passphrase {
    /// The passphrase of a line, which is overwritten.
    convenience init(line: consuming [UInt8]?, from source: String) throws {
        var octets = line ?? []
        defer { octets.overwrite() }
        do throws(Fault) { try self.init(octets) } catch { throw Failure(error, of: source) }
    }
}

extension Failure {
    /// Why a line from this source is no passphrase.
    init(_ fault: Passphrase.Fault, of source: String) {
        switch fault {
        case .empty: self.init(.unusableData, "the passphrase from \(source) is empty")
        case .tooLong:
            self.init(
                .unusableData,
                "the passphrase from \(source) is longer than \(Passphrase.mostOctets) octets, which not every program can read"
            )
        case .notText: self.init(.unusableData, "the passphrase from \(source) is not UTF-8 text")
        case .holdsControlCharacter:
            self.init(.unusableData, "the passphrase from \(source) holds a control character")
        case .tooShort:
            self.init(
                .unusableData,
                "the passphrase from \(source) is too easily guessed: fewer than \(Passphrase.fewestCharacters) characters",
                hint: "dossier pack --encrypt makes a good one where none is given")
        }
    }
}
