import Glibc

/// Many paths, written one behind the other: each takes its octets and little more, because a bundle may name hundreds of
/// thousands.
struct PathBook: RandomAccessCollection, Hashable, Sendable {
    private var octets: [UInt8] = []
    /// Where each path ends.
    private var ends: [Int] = []

    var startIndex: Int { 0 }
    var endIndex: Int { ends.count }

    mutating func append(_ path: String) {
        octets.append(contentsOf: path.utf8)
        ends.append(octets.count)
    }

    subscript(place: Int) -> String { withOctets(of: place) { String(decoding: $0, as: UTF8.self) } }

    /// The UTF-8 of a path where it lies.
    func withOctets<Result>(of place: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let start = place == 0 ? 0 : ends[place - 1]
        return octets.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<ends[place]])) }
    }

    /// Whether a path comes before one of another book, octet by octet.
    func isLess(_ place: Int, _ other: PathBook, _ otherPlace: Int) -> Bool {
        withOctets(of: place) { one in
            other.withOctets(of: otherPlace) { two in
                guard let start = one.baseAddress, let otherStart = two.baseAddress else {
                    return one.count < two.count
                }
                let order = memcmp(start, otherStart, Swift.min(one.count, two.count))
                return order < 0 || order == 0 && one.count < two.count
            }
        }
    }
}
