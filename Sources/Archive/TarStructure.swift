/// The structure of a tar archive, checked header by header before any content is looked at.
///
/// Every header holds, every entry is a file or a folder with one name and one size, the padding is empty, and behind the
/// two empty blocks of the end there is nothing but more of them up to a record's end. What was inflated is not kept.
package struct TarStructure {
    /// How much is let in.
    package struct Limits: Sendable {
        /// Files, folders, and headers that speak for all entries.
        let entries: Int
        /// Octets of content.
        let octets: Int

        /// So many entries, so many octets of content in all.
        package init(entries: Int, octets: Int) {
            self.entries = entries
            self.octets = octets
        }

        /// Octets of extended headers in all: a name or some attributes for each entry.
        var description: Int {
            let (product, overflow) = entries.multipliedReportingOverflow(by: 256)
            return overflow ? .max : max(product, 16 << 20)
        }
    }

    private let source: any TarSource
    private let limits: Limits
    private var found: [TarEntry] = []
    private var isBegun = false
    private var (headers, content, description) = (0, 0, 0)

    /// Octets of one extended header that are read at the most; libarchive has the same limit.
    private static let mostExtended = 1 << 20
    /// Octets of the largest record that an archive may be filled up to.
    private static let mostFill = 1 << 20

    /// The files and folders of an archive in their order. Throws a `TarFault`, a `SystemFault` or an `ArchiveError`.
    package static func entries(_ path: String, _ form: ArchiveForm, _ limits: Limits) throws -> [TarEntry] {
        var structure = TarStructure(source: try TarSources.source(path, form), limits: limits)
        try structure.read()
        return structure.found
    }

    private init(source: any TarSource, limits: Limits) {
        self.source = source
        self.limits = limits
    }

    private mutating func read() throws {
        var described = TarDescription()
        while true {
            let block = try nextBlock()
            if block.allSatisfy({ $0 == 0 }) { break }
            try take(TarHeader(block), &described)
        }
        guard described.isEmpty else {
            throw TarFault(.contradictory, "an extended header without an entry")
        }
        guard !found.isEmpty else { throw TarFault(.notTar, "an archive without entries") }
        try checkEnd()
    }

    /// The next block, of which the first must be a header.
    private mutating func nextBlock() throws -> [UInt8] {
        guard !isBegun else { return try octets(TarHeader.octets) }
        isBegun = true
        let block = try source.octets(upTo: TarHeader.octets)
        guard block.count == TarHeader.octets, block[257..<262].elementsEqual("ustar".utf8) else {
            throw TarFault(.notTar, "no tar archive below its compression")
        }
        return block
    }

    private mutating func take(_ header: TarHeader, _ described: inout TarDescription) throws {
        switch header.kind {
        case .extended: try described.take(PaxRecords(try body(header)))
        case .longName: try described.take(longName: try body(header))
        case .global:
            guard described.isEmpty else {
                throw TarFault(.contradictory, "an extended header without an entry")
            }
            try count()
            try PaxRecords(try body(header)).checkForAll()
        case .file, .folder:
            let entry = try described.entry(header)
            described = TarDescription()
            try count()
            try pass(entry)
        }
    }

    private mutating func count() throws {
        headers += 1
        guard headers <= limits.entries else {
            throw TarFault(.tooManyEntries, "more than \(limits.entries) entries")
        }
    }

    private mutating func pass(_ entry: TarEntry) throws {
        let (sum, overflow) = content.addingReportingOverflow(entry.size)
        guard !overflow, sum <= limits.octets else {
            throw TarFault(.tooLarge, "announces more than \(limits.octets) octets of content")
        }
        content = sum
        guard try source.skip(entry.size) else { throw Self.cutOff(entry.path) }
        try passPadding(behind: entry.size, entry.path)
        found.append(entry)
    }

    private func passPadding(behind size: Int, _ path: String?) throws {
        let padding = (TarHeader.octets - size % TarHeader.octets) % TarHeader.octets
        guard try octets(padding).allSatisfy({ $0 == 0 }) else {
            throw TarFault(.hiddenOctets, "octets behind it that belong to no entry", entry: path)
        }
    }

    /// The content of an extended header.
    private mutating func body(_ header: TarHeader) throws -> [UInt8] {
        description += min(header.size, Self.mostExtended)
        guard header.size <= Self.mostExtended, description <= limits.description else {
            throw TarFault(.tooLarge, "extended headers of more octets than are read")
        }
        let bytes = try octets(header.size)
        try passPadding(behind: header.size, nil)
        return bytes
    }

    /// The second of two empty blocks, and what an archive is filled up with to the end of a record.
    private func checkEnd() throws {
        guard try octets(TarHeader.octets).allSatisfy({ $0 == 0 }) else {
            throw TarFault(.hiddenOctets, "octets follow the end of the archive")
        }
        var fill = 0
        while true {
            let block = try source.octets(upTo: TarHeader.octets)
            if block.isEmpty { break }
            fill += block.count
            guard block.count == TarHeader.octets, block.allSatisfy({ $0 == 0 }), fill <= Self.mostFill else {
                throw TarFault(.hiddenOctets, "octets follow the end of the archive")
            }
        }
        try source.checkEnd()
    }

    private func octets(_ count: Int) throws -> [UInt8] {
        let bytes = try source.octets(upTo: count)
        guard bytes.count == count else { throw Self.cutOff(found.last?.path) }
        return bytes
    }

    private static func cutOff(_ path: String?) -> TarFault {
        TarFault(.cutOff, "the archive is cut off here or before", entry: path)
    }
}
