import Reporting
import Synchronization

/// A line on the terminal that says how far long work has come. It appears after half a second,
/// is wiped at the end, and is never seen where nobody sits at a terminal.
final class ProgressLine: Sendable {
    private struct State {
        var done = 0
        var drawn: ContinuousClock.Instant?
    }

    private let label: String
    private let total: Int
    private let console: Console
    private let state = Mutex(State())
    private let begin = ContinuousClock.now

    /// - Parameter total: octets of the whole work.
    init(_ label: String, total: Int, console: Console) {
        self.label = label
        self.total = total
        self.console = console
    }

    /// Counts octets done; may be called from any thread.
    func advance(_ octets: Int) {
        guard console.isInteractive, !console.quiet else { return }
        state.withLock { state in
            state.done += octets
            let now = ContinuousClock.now
            guard now - begin > .milliseconds(500), state.drawn.map({ now - $0 > .milliseconds(100) }) ?? true
            else { return }
            state.drawn = now
            let size =
                total > 0
                ? "\(FileSize.text(state.done)) of \(FileSize.text(total))" : "\(FileSize.text(state.done))"
            console.err(Array("\r\(label)  \(size)\u{1B}[K".utf8))
        }
    }

    func finish() {
        state.withLock { state in
            if state.drawn != nil { console.err(Array("\r\u{1B}[K".utf8)) }
            state.drawn = nil
        }
    }
}
