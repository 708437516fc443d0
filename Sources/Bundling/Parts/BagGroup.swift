import Certification

/// Which bag of several one is that belong together (RFC 8493 2.2.2: Bag-Group-Identifier, Bag-Count).
public struct BagGroup: Hashable, Sendable, Codable {
    /// What the bags are known by together.
    public let id: String
    /// From 1.
    public let number: Int
    /// How many there are; nil where nobody knew.
    public let count: Int?

    /// Bag `number` of `count`.
    public init(id: String, number: Int, count: Int?) {
        self.id = id
        self.number = number
        self.count = count
    }

    /// What a bag says of itself; nil where it says that it is alone, or not clearly.
    public init?(_ info: [InfoField]) {
        let ids = BagInfo.values("Bag-Group-Identifier", in: info)
        let counts = BagInfo.values("Bag-Count", in: info)
        guard ids.count == 1, counts.count == 1 else { return nil }
        self.init(id: ids[0], text: counts[0])
    }

    /// `2 of 3`, or `2 of ?`
    private init?(id: String, text: String) {
        let words = text.split(separator: " ")
        guard words.count == 3, words[1] == "of", let number = Self.number(words[0]) else { return nil }
        let count = Self.number(words[2])
        guard count != nil || words[2] == "?", number <= count ?? number else { return nil }
        self.init(id: id, number: number, count: count)
    }

    private static func number(_ text: Substring) -> Int? {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), number > 0 else {
            return nil
        }
        return number
    }

    /// `2 of 3`
    public var place: String { "\(number) of \(count.map(String.init) ?? "?")" }

    /// The lines of bag-info.txt.
    public var fields: [InfoField] {
        [InfoField("Bag-Group-Identifier", id), InfoField("Bag-Count", place)]
    }
}

/// Whether all bags of a group are there.
public struct BagGroupCheck: Hashable, Sendable, Codable {
    /// What the bags are known by together.
    public let id: String
    /// How many there should be; nil where no bag knew, or they disagree.
    public let count: Int?
    /// The numbers that are there, in order.
    public let present: [Int]
    /// The numbers that are not there.
    public let missing: [Int]
    /// The numbers of which there are several.
    public let repeated: [Int]

    /// Whether each bag is there, once.
    public var isComplete: Bool { count != nil && missing.isEmpty && repeated.isEmpty }

    /// Numbers that are listed before they are only counted: a stranger may write any count.
    private static let mostMissing = 1_000

    /// The groups that these bags are of, ordered by identifier.
    public static func groups(of bags: [BagGroup]) -> [BagGroupCheck] {
        Dictionary(grouping: bags, by: \.id).sorted { $0.key < $1.key }.map {
            BagGroupCheck($0.key, $0.value)
        }
    }

    private init(_ id: String, _ bags: [BagGroup]) {
        let counts = Set(bags.map(\.count))
        let numbers = Dictionary(grouping: bags, by: \.number).mapValues(\.count)
        self.id = id
        count = counts.count == 1 ? counts.first ?? nil : nil
        present = numbers.keys.sorted()
        repeated = numbers.filter { $0.value > 1 }.keys.sorted()
        missing = Self.missing(numbers, count ?? 0)
    }

    private static func missing(_ numbers: [Int: Int], _ count: Int) -> [Int] {
        var missing: [Int] = []
        var number = 1
        while number <= count, missing.count < mostMissing {
            if numbers[number] == nil { missing.append(number) }
            number += 1
        }
        return missing
    }
}
