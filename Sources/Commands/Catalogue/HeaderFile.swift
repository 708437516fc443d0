import Certification
import Foundation

/// A text document in the vault whose first lines may be a header.
struct HeaderFile {
    /// Where its content lies.
    let path: String
    /// Its name in the user's words.
    let shown: String

    /// Octets; a header that has not ended by then is none.
    private static let headerLimit = 64 << 10
    /// Octets; places to fill in are counted this far.
    private static let placesLimit = 1 << 20
    private static let endings = [".md", ".markdown", ".txt"]
    /// `---` and the byte order mark that may stand before it.
    private static let beginnings: [[UInt8]] = [Array("---".utf8), [0xEF, 0xBB, 0xBF]]

    /// What the header says; what is wrong with it, and what is left to fill in, is told. From the keys `untaken`
    /// nothing is taken, and from a header that speaks of another item than `id` nothing at all.
    func read(_ console: Console, without untaken: [String], for id: String? = nil)
        -> (header: DocumentHeader, places: Int)?
    {
        guard Self.endings.contains(where: shown.lowercased().hasSuffix), let text = beginning() else {
            return nil
        }
        guard let matter = FrontMatter(String(decoding: text.utf8.prefix(Self.headerLimit), as: UTF8.self))
        else { return nil }
        guard matter.isClosed else {
            console.warn(
                "\(shown): the header does not end within \(Self.headerLimit >> 10) KiB; it is not read")
            return nil
        }
        let header = DocumentHeader(matter)
        guard accepts(header, for: id, console) else { return nil }
        let places = header.stated.isEmpty ? 0 : DocumentHeader.places(in: text)
        tell(header, untaken, places: places, console)
        return (header, places)
    }

    /// A header without an identifier may speak of anything, so a new file for an item takes nothing from it.
    private func accepts(_ header: DocumentHeader, for id: String?, _ console: Console) -> Bool {
        guard let id else { return true }
        guard let stated = header.id else { return false }
        if stated.lowercased() == id.lowercased() { return true }
        console.warn("\(shown): its header speaks of \(stated), not of \(id); nothing was taken from it")
        return false
    }

    private func tell(_ header: DocumentHeader, _ untaken: [String], places: Int, _ console: Console) {
        for problem in header.problems {
            console.warn("\(shown):\(problem.line): \(problem.key) \(problem.message)")
        }
        let taken = header.stated.filter { !untaken.contains($0.lowercased()) }
        if !taken.isEmpty { console.tell("\(shown): its header says \(taken.joined(separator: ", "))") }
        if places > 0 {
            console.warn(
                "\(shown): \(counted(places, "place")) still \(places == 1 ? "says" : "say") (fill in ...); it counts as evidence when it is filled in"
            )
        }
    }

    /// The first octets as text; nil where they cannot be a header.
    private func beginning() -> String? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        guard let mark = try? file.read(upToCount: 3), Self.beginnings.contains(Array(mark)) else {
            return nil
        }
        let rest = (try? file.read(upToCount: Self.placesLimit)) ?? Data()
        return String(decoding: mark + rest, as: UTF8.self)
    }
}
