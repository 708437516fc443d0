extension BundleIndex {
    /// The items of an index, each written in few octets until it is asked for: a bundle may tell of hundreds of thousands.
    public struct EvidenceEntries: RandomAccessCollection, Sendable, Equatable {
        private var book = OctetBook()
        private var words = WordBook()
        private var unsettled: [Int] = []
        private var incomplete: [Int] = []
        /// How many there are of each sort.
        public private(set) var tally = EvidenceTally()

        /// None.
        public init() {}

        /// These, in their order.
        public init(_ entries: some Sequence<EvidenceEntry>) {
            for entry in entries { append(entry) }
        }

        /// Takes one more.
        public mutating func append(_ entry: EvidenceEntry) {
            if entry.standing != .current { unsettled.append(book.count) }
            if entry.files.contains(where: { $0.path == nil }) { incomplete.append(book.count) }
            var writer = EntryWriter(words: words)
            words = WordBook()
            writer.add(entry)
            book.append(writer.octets)
            words = writer.words
            tally.count(entry)
        }

        /// The place of the first item.
        public var startIndex: Int { 0 }
        /// The number of items.
        public var endIndex: Int { book.count }

        /// The item at a place.
        public subscript(place: Int) -> EvidenceEntry { read(place) { $0.entry() } }

        /// The identifier of the item at a place.
        public func id(at place: Int) -> String { read(place) { $0.text() } }

        /// The items that do not hold on the day of the bundle.
        public var notCurrent: some Sequence<EvidenceEntry> { unsettled.lazy.map { self[$0] } }

        /// The items with a file that is not in the bundle.
        public var withAbsentFiles: some Sequence<EvidenceEntry> { incomplete.lazy.map { self[$0] } }

        /// Octets that the items take.
        var octets: Int { book.octets }

        private func read<Result>(_ place: Int, _ body: (inout EntryReader) -> Result) -> Result {
            book.withOctets(of: place) { octets in
                var reader = EntryReader(rest: octets, words: words)
                return body(&reader)
            }
        }
    }
}

extension BundleIndex.EvidenceEntries: Codable {
    /// Read from a list of items.
    public init(from decoder: any Decoder) throws {
        self.init()
        var list = try decoder.unkeyedContainer()
        while !list.isAtEnd { append(try list.decode(BundleIndex.EvidenceEntry.self)) }
    }

    /// Written as a list of items.
    public func encode(to encoder: any Encoder) throws {
        var list = encoder.unkeyedContainer()
        for entry in self { try list.encode(entry) }
    }
}
