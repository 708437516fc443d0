import Foundation

extension NSCondition {
    /// The result of what is done while nobody else holds the lock.
    func withLock<Value>(_ body: () throws -> Value) rethrows -> Value {
        lock()
        defer { unlock() }
        return try body()
    }
}
