import Certification
import Documents
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

    /// What the document says of itself; what is wrong with it, and what is left to fill in, is told. From the keys
    /// `untaken` nothing is taken, and from a header that speaks of another item than `id` nothing at all. A program that
    /// would be needed and is not there is added to `missing`.
    func read(
        _ console: Console, without untaken: [String], for id: String? = nil, missing: inout Set<String>
    )
        -> (header: DocumentHeader, places: Int)?
    {
        let matter = frontMatter(console)
        var header = matter?.header ?? DocumentHeader()
        header.add(statements(console, &missing))
        guard matter != nil || !header.stated.isEmpty || !header.problems.isEmpty else { return nil }
        guard accepts(header, for: id, console) else { return nil }
        let places = matter?.places ?? 0
        tell(header, untaken, places: places, console)
        return (header, places)
    }

    /// What the document says of itself, what else was read of it, and why no more was; nothing is told. The text is read
    /// `withText`.
    func quiet(withText: Bool) -> (
        header: DocumentHeader, content: DocumentContent, refusal: DocumentRefusal?
    ) {
        let isText = Self.endings.contains(where: shown.lowercased().hasSuffix)
        let matter = isText ? beginning().flatMap { FrontMatter(String($0.prefix(Self.headerLimit))) } : nil
        var header = matter.flatMap { $0.isClosed ? DocumentHeader($0) : nil } ?? DocumentHeader()
        do {
            let content = try DocumentReading.content(path, fileName: shown, withText: withText)
            header.add(content.statements)
            return (header, content, nil)
        } catch {
            return (header, DocumentContent(DocumentText()), error as? DocumentRefusal)
        }
    }

    private func frontMatter(_ console: Console) -> (header: DocumentHeader, places: Int)? {
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
        return (header, header.stated.isEmpty ? 0 : DocumentHeader.places(in: text))
    }

    private func statements(_ console: Console, _ missing: inout Set<String>) -> [DocumentStatement] {
        do {
            return try DocumentContent.statements(of: path, named: shown, pdf: PDFProgram.read)
        } catch DocumentRefusal.programMissing(let program) {
            missing.insert(program)
        } catch let refusal as DocumentRefusal where refusal.isOfConcern {
            console.warn("\(shown) \(refusal); nothing was read of it")
        } catch {}
        return []
    }

    /// A header without an identifier may speak of anything, so a new file for an item takes nothing from it.
    private func accepts(_ header: DocumentHeader, for id: String?, _ console: Console) -> Bool {
        guard let id else { return true }
        guard let stated = header.id else { return false }
        if stated.lowercased() == id.lowercased() { return true }
        console.warn("\(shown): its header speaks of \(stated), not of \(id); nothing was taken from it")
        return false
    }

    private func tell(_ header: DocumentHeader, _ untaken: [String], places open: Int, _ console: Console) {
        for problem in header.problems {
            let line = problem.line > 0 ? ":\(problem.line)" : ""
            console.warn("\(shown)\(line): \(problem.key) \(problem.message)")
        }
        let taken = header.stated.filter { !untaken.contains($0.lowercased()) }
        let places = Dictionary(grouping: taken) { header.places[$0] ?? .frontMatter }
        for (place, keys) in places.sorted(by: { $0.key < $1.key }) {
            console.tell("\(shown): its \(place.words) \(place.verb) \(keys.joined(separator: ", "))")
        }
        if open > 0 {
            console.warn(
                "\(shown): \(counted(open, "place")) still \(open == 1 ? "says" : "say") (fill in ...); it counts as evidence when it is filled in"
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

extension Session {
    /// Says once what was not read for want of a program.
    func tell(missing programs: Set<String>) {
        for program in programs.sorted() {
            console.warn(
                "\(program) is not installed: PDFs were taken without reading what they say (package poppler-utils)"
            )
        }
    }
}
