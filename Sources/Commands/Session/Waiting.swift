import Certification
import Dispatch
import Subprocess
import Synchronization

/// Waiting for work that others do while this thread stands still.
enum Waiting {
    /// What the work came to; nil where it was dropped.
    ///
    /// The calling thread waits, so it must be none of the few that all tasks share: the work needs one of them.
    static func value<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) -> Value? {
        let (done, result) = (DispatchSemaphore(value: 0), Result<Value>())
        Task.detached {
            let value = await work()
            result.value.withLock { $0 = value }
            done.signal()
        }
        done.wait()
        return result.value.withLock { $0 }
    }

    private final class Result<Value: Sendable>: Sendable {
        let value = Mutex<Value?>(nil)
    }
}

/// What a program takes on its standard input. One that ends without reading says by its status what it means.
struct ProgramInput: InputProtocol {
    let octets: [UInt8]

    func write(with writer: StandardInputWriter) async throws { _ = try? await writer.write(octets) }
}

extension String {
    /// For an error that is told on one line.
    var firstLine: String {
        split(whereSeparator: \.isNewline).first.map { String($0).trimmed } ?? ""
    }
}
