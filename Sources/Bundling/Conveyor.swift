import Dispatch

/// Hands pieces of work to a thread of its own, which does them in their order while the next piece comes about.
final class Conveyor<Piece: Sendable>: Sendable {
    private let queue = DispatchQueue(label: "conveyor")
    /// How many pieces may wait: whoever is faster than the work waits himself.
    private let room = DispatchSemaphore(value: 4)
    private let work: @Sendable (Piece) -> Void

    init(_ work: @escaping @Sendable (Piece) -> Void) { self.work = work }

    func take(_ piece: Piece) {
        room.wait()
        queue.async { [self] in
            work(piece)
            room.signal()
        }
    }

    /// Waits until every piece is done.
    func finish() { queue.sync {} }
}
