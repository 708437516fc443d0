import Bundling
import Dispatch
import Glibc

/// What happens when somebody presses Ctrl-C or the system ends the program: half-written bundles go, and a
/// terminal shows again what is typed.
///
/// The register needs nothing: a transaction that was not finished never was.
public struct Interruption {
    private let sources: [any DispatchSourceSignal]

    /// Watches for signals as long as this value lives.
    public init() {
        sources = [SIGINT, SIGTERM, SIGHUP].filter { !Self.isIgnored($0) }.map(Self.watch)
    }

    /// Whoever started the program may have said that it shall not end: `nohup`.
    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        sigaction(number, nil, &action)
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
            == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    private static func watch(_ number: Int32) -> any DispatchSourceSignal {
        // The default action would end the program before the handler runs.
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler {
            UnfinishedWork.removeAll()
            ControllingTerminal.showTyping()
            // Ends as the shell expects of a program that a signal ended.
            signal(number, SIG_DFL)
            kill(getpid(), number)
        }
        source.resume()
        return source
    }
}
