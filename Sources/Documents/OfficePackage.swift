import Archive
import Glibc

/// A document that is a ZIP archive of parts: DOCX, XLSX and PPTX (ECMA-376, part 2), ODT, ODS and ODP (OpenDocument, part 2).
///
/// The structure is checked whole before a part is looked at, and only parts that are asked for are unpacked.
public final class OfficePackage {
    private let zip: ZipReading
    private let entries: [String: ZipEntry]
    /// Octets that may still be unpacked.
    private var left: Int

    private static let mostParts = 20_000
    /// The largest part: a worksheet of a million rows.
    private static let mostPartOctets = 512 << 20
    /// All parts that are asked for.
    private static let mostOctets = 1 << 30
    /// Below it nothing can hurt.
    private static let harmlessOctets = 8 << 20
    /// Text deflates to a twentieth, a worksheet of empty cells to a hundredth; a bomb to a thousandth.
    private static let mostRatio = 300

    /// Opens a file, whose name may be another than where it lies. Throws a `DocumentRefusal`.
    public init(path: String, named name: String? = nil) throws {
        do {
            let file = try SharedFile(reading: path)
            try DocumentForm.checkPackage(file, ending: DocumentForm.ending(of: name ?? path))
            zip = try ZipReading(file, atMost: Self.mostParts)
        } catch {
            throw DocumentRefusal(opening: error)
        }
        entries = Dictionary(zip.entries.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        left = Self.mostOctets
        guard entries.count == zip.entries.count else {
            throw DocumentRefusal.damaged("two parts of one name")
        }
    }

    /// The names of its parts, in the order of names.
    public var names: [String] { entries.keys.sorted() }

    /// Whether it has such a part.
    public func has(_ name: String) -> Bool { entries[name] != nil }

    /// A part as XML; nil where there is none of this name.
    public func reader(of name: String) throws -> XMLReader? {
        guard let stream = try stream(of: name) else { return nil }
        return try XMLReader(part: name) {
            do { return try stream.next() } catch { throw DocumentRefusal(opening: error) }
        }
    }

    private func stream(of name: String) throws -> ZipContentStream? {
        guard let entry = entries[name], !entry.isFolder else { return nil }
        guard entry.size <= min(Self.mostPartOctets, left),
            entry.size <= Self.harmlessOctets || entry.size / max(entry.packed, 1) <= Self.mostRatio
        else { throw DocumentRefusal.tooLarge(part: name, octets: entry.size) }
        left -= entry.size
        return try zip.contents.stream(entry.content)
    }
}

extension DocumentRefusal {
    /// What opening or unpacking an archive ended with, in the words of documents.
    init(opening error: any Error) {
        switch error {
        case let refusal as DocumentRefusal: self = refusal
        case let fault as ZipFault where fault.code == .encrypted: self = .passwordProtected
        case let fault as ZipFault: self = .damaged(fault.message)
        case let fault as ZipReading.ContentFault: self = .damaged(fault.message)
        case let many as ZipDirectory.TooManyEntries: self = .damaged("\(many.count) parts")
        case let fault as SystemFault: self = .unreadable(fault.message)
        default: self = .unreadable("\(error)")
        }
    }
}
