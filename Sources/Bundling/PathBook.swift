import Certification
import Glibc

/// Many paths, written one behind the other: a bundle may name hundreds of thousands.
struct PathBook: RandomAccessCollection, Hashable, Sendable {
    private var book = OctetBook()

    var startIndex: Int { 0 }
    var endIndex: Int { book.count }

    mutating func append(_ path: String) { book.append(path.utf8) }

    subscript(place: Int) -> String { book.withOctets(of: place) { String(decoding: $0, as: UTF8.self) } }

    /// Whether a path comes before one of another book, octet by octet.
    func isLess(_ place: Int, _ other: PathBook, _ otherPlace: Int) -> Bool {
        book.withOctets(of: place) { one in
            other.book.withOctets(of: otherPlace) { two in
                guard let start = one.baseAddress, let otherStart = two.baseAddress else {
                    return one.count < two.count
                }
                let order = memcmp(start, otherStart, Swift.min(one.count, two.count))
                return order < 0 || order == 0 && one.count < two.count
            }
        }
    }
}
