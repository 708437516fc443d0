import Dispatch
import Synchronization

/// Hands pieces of work to a thread of its own, which adds them to something, in their order, while the next piece comes
/// about.
final class Conveyor<Piece: Sendable, Product: ~Copyable>: Sendable {
    private let product: Mutex<Product>
    private let queue = DispatchQueue(label: "conveyor")
    /// How many pieces may wait: whoever is faster than the work waits himself.
    private let room = DispatchSemaphore(value: 4)
    private let add: @Sendable (Piece, inout Product) -> Void

    /// `add` puts one piece after the other to the product.
    init(
        to product: consuming sending Product,
        _ add: @escaping @Sendable (_ piece: Piece, _ product: inout Product) -> Void
    ) {
        self.product = Mutex(product)
        self.add = add
    }

    func take(_ piece: Piece) {
        room.wait()
        queue.async { [self] in
            product.withLock { add(piece, &$0) }
            room.signal()
        }
    }

    /// Hands out the product once every piece is in it.
    func finish<Result>(_ body: (inout Product) throws -> sending Result) rethrows -> sending Result {
        queue.sync {}
        return try product.withLock { try body(&$0) }
    }
}
