import Certification
import Testing

@testable import Bundling

@Suite("Bags that belong together") struct BagGroupTests {
    @Test(
        "what a bag says of its group",
        arguments: [
            (["1 of 3"], 1, 3), (["2 of ?"], 2, nil), (["3 of 3"], 3, 3), (["4 of 3"], nil, nil),
            (["0 of 3"], nil, nil), (["1 of 0"], nil, nil), (["1of3"], nil, nil), (["+1 of 3"], nil, nil),
            (["1 of 3", "1 of 3"], nil, nil), ([], nil, nil), (["99999999999999999999 of ?"], nil, nil),
        ] as [([String], Int?, Int?)])
    func count(values: [String], number: Int?, count: Int?) {
        let group = BagGroup(
            [InfoField("bag-group-identifier", "g")] + values.map { InfoField("Bag-Count", $0) })
        #expect(group?.number == number)
        #expect(group?.count == count)
    }

    @Test("a bag without a group is alone")
    func alone() { #expect(BagGroup([InfoField("Bag-Count", "1 of 3")]) == nil) }

    @Test("what is written is read again")
    func both() {
        let group = BagGroup(id: "g", number: 2, count: 3)
        #expect(BagGroup(group.fields) == group)
    }

    @Test(
        "which bags are there",
        arguments: [
            ([1, 2, 3], [3, 3, 3], true, [], []), ([1, 3], [3, 3], false, [2], []),
            ([1, 2, 2], [2, 2, 2], false, [], [2]), ([1, 2], [2, 3], false, [], []),
            ([1], [1], true, [], []), ([1], [nil], false, [], []),
        ] as [([Int], [Int?], Bool, [Int], [Int])])
    func complete(numbers: [Int], counts: [Int?], isComplete: Bool, missing: [Int], repeated: [Int]) {
        let bags = zip(numbers, counts).map { BagGroup(id: "g", number: $0, count: $1) }
        let check = BagGroupCheck.groups(of: bags).first
        #expect(check?.isComplete == isComplete)
        #expect(check?.missing == missing)
        #expect(check?.repeated == repeated)
    }

    @Test("a stranger's count costs nothing")
    func hugeCount() {
        let checks = BagGroupCheck.groups(of: [BagGroup(id: "g", number: 1, count: .max)])
        #expect(checks.first?.missing.count == 1_000)
        #expect(checks.first?.isComplete == false)
    }

    @Test("two groups are two")
    func two() {
        let bags = [BagGroup(id: "b", number: 1, count: 1), BagGroup(id: "a", number: 1, count: 1)]
        #expect(BagGroupCheck.groups(of: bags).map(\.id) == ["a", "b"])
    }
}

@Suite("A plan of parts") struct PartPlanTests {
    @Test(
        "files go into the first part with room",
        arguments: [
            ([], 10, [[]]), ([4, 4, 4], 10, [[0, 1], [2]]), ([6, 6, 4, 4], 10, [[0, 2], [1, 3]]),
            ([10, 10], 10, [[0], [1]]), ([0, 0], 0, [[0, 1]]),
        ] as [([Int], Int, [[Int]])])
    func plan(sizes: [Int], room: Int, parts: [[Int]]) throws {
        #expect(try PartPlan(sizes: sizes, room: room).parts == parts)
    }

    @Test("a file that fits nowhere is named")
    func tooLarge() {
        #expect(throws: PartPlan.TooLarge(file: 1, room: 10)) { try PartPlan(sizes: [3, 11], room: 10) }
    }

    @Test("every file is in one part, and no part is over its room", arguments: UInt64(1)...100)
    func whole(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let sizes = (0..<40).map { _ in Int.random(in: 0...100, using: &dice) }
        let parts = try PartPlan(sizes: sizes, room: 100).parts
        #expect(parts.flatMap(\.self).sorted() == Array(0..<40))
        #expect(parts.allSatisfy { $0.reduce(0) { $0 + sizes[$1] } <= 100 })
        #expect(parts.allSatisfy { $0 == $0.sorted() && !$0.isEmpty })
    }
}
