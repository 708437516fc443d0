import Glibc
import Synchronization

/// The terminal at which a person sits. What is asked and told here goes past every redirection: into no log, no mail of
/// a scheduler and no file.
public struct Terminal: Sendable {
    /// Asks for a line that is not shown while it is typed; nil where the person ends the input instead.
    public var askSecretly: @Sendable (_ question: String) throws -> [UInt8]?
    /// Shows a line.
    public var tell: @Sendable (_ line: String) throws -> Void

    /// A terminal of these two abilities.
    public init(
        askSecretly: @escaping @Sendable (_ question: String) throws -> [UInt8]?,
        tell: @escaping @Sendable (_ line: String) throws -> Void
    ) {
        self.askSecretly = askSecretly
        self.tell = tell
    }

    /// The terminal that controls this process; nil where none does.
    static func ofProcess() -> Terminal? {
        guard (try? ControllingTerminal()) != nil else { return nil }
        return Terminal(
            askSecretly: { try ControllingTerminal().askSecretly($0) },
            tell: { try ControllingTerminal().write($0 + "\n") })
    }
}

/// The owner of the descriptor of the controlling terminal.
struct ControllingTerminal: ~Copyable {
    private let descriptor: CInt

    /// How the terminal was before it stopped to show what is typed; nil while it shows it.
    private static let former = Mutex<termios?>(nil)

    init() throws {
        descriptor = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Failure(.inputOutput, "cannot use the terminal: \(reason(errno))")
        }
    }

    deinit { close(descriptor) }

    func write(_ text: String) throws {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count >= 0 || errno == EINTR else { throw broken("write to") }
            rest = rest.dropFirst(max(0, count))
        }
    }

    /// The line without its end; nil where the input ends.
    func askSecretly(_ question: String) throws -> [UInt8]? {
        try hideTyping()
        defer { Self.showTyping() }
        try write(question)
        let line = try SecretLine.read(descriptor) { code in
            Failure(.inputOutput, "cannot read from the terminal: \(reason(code))")
        }
        // The line feed that was typed was not shown either.
        try write("\n")
        return line
    }

    private func hideTyping() throws {
        var modes = termios()
        guard tcgetattr(descriptor, &modes) == 0 else { throw broken("use") }
        Self.former.withLock { $0 = modes }
        modes.c_lflag &= ~tcflag_t(ECHO)
        guard tcsetattr(descriptor, TCSAFLUSH, &modes) == 0 else { throw broken("use") }
    }

    /// Shows what is typed again, from any thread; nothing where it is shown anyway.
    static func showTyping() {
        former.withLock { former in
            guard var modes = former, let terminal = try? ControllingTerminal() else { return }
            // Nothing can be done where this fails: the terminal is gone.
            _ = tcsetattr(terminal.descriptor, TCSAFLUSH, &modes)
            former = nil
        }
    }

    private func broken(_ what: String) -> Failure {
        Failure(.inputOutput, "cannot \(what) the terminal: \(reason(errno))")
    }
}
