/// Writes items one behind the other in few octets; `EntryReader` reads them.
///
/// A number takes seven bits an octet, the lowest first; a text its octets behind their number; a list its items behind
/// theirs; what may be missing has an octet before it that says whether it is there.
struct EntryWriter {
    private(set) var octets: [UInt8] = []
    private(set) var words: WordBook
    private var id = ""

    /// Kinds and levels are written as their numbers.
    static let (kinds, levels) = (EvidenceKind.allCases, Classification.allCases)

    init(words: consuming WordBook) {
        self.words = words
        octets.reserveCapacity(512)
    }

    mutating func add(_ entry: BundleIndex.EvidenceEntry) {
        id = entry.id
        add(entry.id)
        add(entry.title)
        add(Self.kinds.firstIndex(of: entry.kind) ?? 0)
        add(entry.owner) { $0.add(word: $1) }
        add(entry.classification) { $0.add(Self.levels.firstIndex(of: $1) ?? 0) }
        add(word: entry.standing.rawValue)
        add(entry.reasons) { $0.add($1) }
        add(entry.reviewDue) { $0.add($1) }
        add(entry.expires) { $0.add($1) }
        add(entry.note) { $0.add($1) }
        add(entry.links) { $0.add($1) }
        add(entry.files) { $0.add($1) }
    }

    private mutating func add(_ reason: BundleIndex.ReasonEntry) {
        add(reason.evidence) { $0.add(item: $1) }
        add(word: reason.code)
        add(reason.text)
    }

    private mutating func add(_ link: BundleIndex.LinkEntry) {
        add(item: link.evidence)
        add(word: link.clause)
        add(link.locator) { $0.add($1) }
        add(link.note) { $0.add($1) }
    }

    private mutating func add(_ file: BundleIndex.FileEntry) {
        add(file.path) { $0.add(path: $1) }
        add(file.absence) { $0.add(word: $1.rawValue) }
        add(file.part) { $0.add($1) }
        add(file.originalName)
        add(file.size)
        add(word: file.mediaType)
        file.fingerprint.withOctets { octets.append(contentsOf: $0) }
        add(file.revision)
        add(file.label) { $0.add(word: $1) }
        add(file.effective) { $0.add($1) }
        add(file.period) {
            $0.add($1.first)
            $0.add($1.last)
        }
        add(file.received)
    }

    /// Most often the item that is being written.
    private mutating func add(item name: String) {
        octets.append(name == id ? 1 : 0)
        if name != id { add(name) }
    }

    /// The folder of a path is shared by many.
    private mutating func add(path: String) {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) }
        let start = slash ?? path.startIndex
        add(word: String(path[..<start]))
        add(String(path[start...]))
    }

    private mutating func add(word: String) {
        let number = words.number(of: word)
        add(number.map { $0 + 1 } ?? 0)
        if number == nil { add(word) }
    }

    private mutating func add(_ day: Day) {
        // Days before 1970 are odd.
        add(day.ordinal >= 0 ? day.ordinal << 1 : ~day.ordinal << 1 | 1)
    }

    private mutating func add(_ text: String) {
        add(text.utf8.count)
        octets.append(contentsOf: text.utf8)
    }

    private mutating func add(_ number: Int) {
        var rest = UInt(bitPattern: number)
        while rest > 0x7F {
            octets.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        octets.append(UInt8(rest))
    }

    private mutating func add<Value>(_ value: Value?, _ add: (inout Self, Value) -> Void) {
        octets.append(value == nil ? 0 : 1)
        if let value { add(&self, value) }
    }

    private mutating func add<Value>(_ values: [Value], _ add: (inout Self, Value) -> Void) {
        self.add(values.count)
        for value in values { add(&self, value) }
    }
}
