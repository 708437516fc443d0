import Commands
import Synchronization

/// A person at a terminal, who types these lines one after the other and reads what is shown.
final class TypedPassphrase: Sendable {
    private let answers: Mutex<[String?]>
    private let seen = Mutex("")

    init(_ answers: String?...) { self.answers = Mutex(answers) }

    /// Everything that the terminal showed.
    var shown: String { seen.withLock { $0 } }

    var terminal: Terminal {
        Terminal(
            askSecretly: { [self] question in
                seen.withLock { $0 += question + "\n" }
                return answers.withLock { $0.isEmpty ? nil : $0.removeFirst() }.map { Array($0.utf8) }
            },
            tell: { [self] line in seen.withLock { $0 += line + "\n" } })
    }
}
