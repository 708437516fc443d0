/// Reads an item as `EntryWriter` wrote it.
struct EntryReader {
    private var rest: UnsafeRawBufferPointer
    private let words: WordBook
    private var id = ""

    /// `rest` begins with an item.
    init(rest: UnsafeRawBufferPointer, words: WordBook) {
        (self.rest, self.words) = (rest, words)
    }

    mutating func entry() -> BundleIndex.EvidenceEntry {
        id = text()
        return BundleIndex.EvidenceEntry(
            id: id, title: text(), kind: EntryWriter.kinds[number()], owner: ifAny { $0.word() },
            classification: ifAny { EntryWriter.levels[$0.number()] },
            standing: Standing(rawValue: word()) ?? .current, reasons: list { $0.reason() },
            reviewDue: ifAny { $0.day() }, expires: ifAny { $0.day() }, note: ifAny { $0.text() },
            links: list { $0.link() }, files: list { $0.file() })
    }

    private mutating func reason() -> BundleIndex.ReasonEntry {
        BundleIndex.ReasonEntry(evidence: ifAny { $0.item() }, code: word(), text: text())
    }

    private mutating func link() -> BundleIndex.LinkEntry {
        BundleIndex.LinkEntry(
            evidence: item(), clause: word(), locator: ifAny { $0.text() }, note: ifAny { $0.text() })
    }

    private mutating func file() -> BundleIndex.FileEntry {
        BundleIndex.FileEntry(
            path: ifAny { $0.path() }, absence: ifAny { BundleIndex.Absence(rawValue: $0.word()) } ?? nil,
            part: ifAny { $0.number() }, originalName: text(), size: number(), mediaType: word(),
            fingerprint: fingerprint(), revision: number(), label: ifAny { $0.word() },
            effective: ifAny { $0.day() }, period: ifAny { Period(between: $0.day(), and: $0.day()) },
            received: day())
    }

    private mutating func item() -> String { octet() == 1 ? id : text() }

    private mutating func path() -> String {
        let folder = word()
        return folder + text()
    }

    private mutating func word() -> String {
        let number = number()
        return number == 0 ? text() : words.words[number - 1]
    }

    private mutating func day() -> Day {
        let number = number()
        return Day(ordinal: number & 1 == 0 ? number >> 1 : ~(number >> 1))
    }

    mutating func text() -> String { String(decoding: octets(number()), as: UTF8.self) }

    private mutating func fingerprint() -> Fingerprint { Fingerprint(octets: octets(32)) }

    private mutating func number() -> Int {
        var (number, shift): (UInt, UInt) = (0, 0)
        while true {
            let octet = octet()
            number |= UInt(octet & 0x7F) << shift
            if octet < 0x80 { return Int(bitPattern: number) }
            shift += 7
        }
    }

    private mutating func ifAny<Value>(_ value: (inout Self) -> Value) -> Value? {
        octet() == 1 ? value(&self) : nil
    }

    private mutating func list<Value>(_ value: (inout Self) -> Value) -> [Value] {
        let count = number()
        return (0..<count).map { _ in value(&self) }
    }

    private mutating func octet() -> UInt8 { octets(1)[0] }

    private mutating func octets(_ count: Int) -> UnsafeRawBufferPointer {
        defer { rest = UnsafeRawBufferPointer(rebasing: rest[count...]) }
        return UnsafeRawBufferPointer(rebasing: rest[..<count])
    }
}
