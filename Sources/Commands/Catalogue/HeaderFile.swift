import Certification
import Documents

/// A file that may say what it is.
struct HeaderFile {
    /// Where its content lies.
    let path: String
    /// Its name in the user's words.
    let shown: String

    /// What the document says of itself; what is wrong with it, and what is left to fill in, is told. From the keys
    /// `untaken` nothing is taken, and from a header that speaks of another item than `id` nothing at all. A program that
    /// would be needed and is not there is added to `missing`.
    func read(
        _ console: Console, without untaken: [String], for id: String? = nil, missing: inout Set<String>
    )
        -> (header: DocumentHeader, places: Int)?
    {
        guard let content = content(console, &missing) else { return nil }
        if content.matter?.isClosed == false {
            console.warn(
                "\(shown): the header does not end within \(FrontMatter.most >> 10) KiB; it is not read")
        }
        let header = DocumentHeader(content)
        guard content.closedMatter != nil || !header.stated.isEmpty || !header.problems.isEmpty else {
            return nil
        }
        guard accepts(header, for: id, console) else { return nil }
        tell(header, untaken, places: content.places, console)
        return (header, content.places)
    }

    /// What the document says of itself, what else was read of it, and why no more was; nothing is told.
    func quiet(_ extent: DocumentExtent) -> (
        header: DocumentHeader, content: DocumentContent?, refusal: DocumentRefusal?
    ) {
        do {
            let content = try content(extent)
            return (content.map { DocumentHeader($0) } ?? DocumentHeader(), content, nil)
        } catch {
            return (DocumentHeader(), nil, error as? DocumentRefusal)
        }
    }

    private func content(_ extent: DocumentExtent = .beginning) throws -> DocumentContent? {
        try DocumentContent(path: path, named: shown, reading: extent, pdf: PDFProgram.read)
    }

    private func content(_ console: Console, _ missing: inout Set<String>) -> DocumentContent? {
        do {
            return try content()
        } catch DocumentRefusal.programMissing(let program) {
            missing.insert(program)
        } catch let refusal as DocumentRefusal where refusal.isOfConcern {
            console.warn("\(shown) \(refusal); nothing was read of it")
        } catch {}
        return nil
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
