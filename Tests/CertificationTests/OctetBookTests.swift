import Testing

@testable import Certification

@Suite struct OctetBookTests {
    /// Short ones, none at all, one larger than a piece, and many over the edge of a piece.
    @Test func handsOutWhatItTook() {
        var noise = RandomBundle(seed: 7)
        let sizes = [0, 1, 3 << 20, 0] + (0..<3_000).map { _ in Int.random(in: 0...900, using: &noise) }
        let texts = sizes.map { size in (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ size) } }
        var book = OctetBook()
        for text in texts { book.append(text) }
        #expect(book.count == texts.count)
        #expect(book.octets == sizes.reduce(0, +))
        for (number, text) in texts.enumerated() {
            #expect(book.withOctets(of: number) { Array($0) } == text)
        }
    }

    @Test func theSameTextsAreTheSameBook() {
        let books = (0..<2).map { _ in
            var book = OctetBook()
            for number in 0..<5_000 { book.append("text \(number)".utf8) }
            return book
        }
        #expect(books[0] == books[1])
    }
}
