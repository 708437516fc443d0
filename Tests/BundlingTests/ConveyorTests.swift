import Testing

@testable import Bundling

@Suite struct ConveyorTests {
    @Test func doesEveryPieceInOrder() {
        let conveyor = Conveyor<Int, [Int]>(to: []) { $1.append($0) }
        for number in 0..<1_000 { conveyor.take(number) }
        #expect(conveyor.finish { $0 } == Array(0..<1_000))
    }
}
