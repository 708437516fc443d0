/// A piece of a page. Whatever is put into it as text is escaped: only what stands in this program's source is markup.
struct HTML: ExpressibleByStringInterpolation, Sendable {
    private(set) var octets: [UInt8]

    /// Markup as it stands.
    init(stringLiteral markup: String) { octets = Array(markup.utf8) }

    init(stringInterpolation: Interpolation) { octets = stringInterpolation.octets }

    /// Pieces one after the other.
    init(_ pieces: some Sequence<HTML>) {
        octets = []
        for piece in pieces { octets += piece.octets }
    }

    static let nothing: HTML = ""

    /// The markup, to go into a template as it is.
    var text: String { String(decoding: octets, as: UTF8.self) }

    static func += (left: inout HTML, right: HTML) { left.octets += right.octets }

    /// How text, numbers and other pieces are put into a piece.
    struct Interpolation: StringInterpolationProtocol {
        fileprivate var octets: [UInt8] = []

        init(literalCapacity: Int, interpolationCount: Int) {
            octets.reserveCapacity(literalCapacity + 24 * interpolationCount)
        }

        mutating func appendLiteral(_ markup: String) { octets.append(contentsOf: markup.utf8) }

        /// Text from wherever: escaped, and made safe to look at.
        mutating func appendInterpolation(_ text: String) { PageText.append(text, to: &octets) }

        /// Text from wherever that must not turn the writing around it: in an element of its own where it has signs of a
        /// script that runs from right to left. Unicode's first of these is U+05BE, whose UTF-8 begins with 0xD6; an
        /// element around every text would make a large page slow.
        mutating func appendInterpolation(isolated text: String) {
            if text.utf8.allSatisfy({ $0 < 0xD6 }) { return appendInterpolation(text) }
            appendInterpolation("<bdi>\(text)</bdi>" as HTML)
        }

        mutating func appendInterpolation(_ number: Int) { octets.append(contentsOf: String(number).utf8) }

        mutating func appendInterpolation(_ piece: HTML) { octets.append(contentsOf: piece.octets) }

        /// Nothing where there is none.
        mutating func appendInterpolation(_ piece: HTML?) {
            if let piece { octets.append(contentsOf: piece.octets) }
        }

        /// One after the other, with nothing between.
        mutating func appendInterpolation(_ pieces: some Sequence<HTML>) {
            for piece in pieces { octets.append(contentsOf: piece.octets) }
        }
    }
}
