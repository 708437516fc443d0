import Synchronization
import Testing

@testable import Bundling

@Suite struct ConveyorTests {
    private final class Seen: Sendable {
        let numbers = Mutex<[Int]>([])
    }

    @Test func doesEveryPieceInOrder() {
        let seen = Seen()
        let conveyor = Conveyor<Int> { number in seen.numbers.withLock { $0.append(number) } }
        for number in 0..<1_000 { conveyor.take(number) }
        conveyor.finish()
        #expect(seen.numbers.withLock { $0 } == Array(0..<1_000))
    }
}
