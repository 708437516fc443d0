import Certification

/// A presentation of PresentationML (ECMA-376, part 1, 19): the titles of slides are its headings.
struct PresentationDocument {
    private var collection = TextCollection()
    private let statements: [DocumentStatement]

    var content: DocumentContent { DocumentContent(collection.text, statements) }

    init(_ package: OfficePackage, _ extent: DocumentExtent) throws {
        let main = try package.mainPart(orElse: "ppt/presentation.xml")
        guard package.has(main) else { throw DocumentRefusal.missingPart(main) }
        statements = try package.properties()
        let slides = Self.slides(package.names)
        for slide in extent == .whole ? slides[...] : slides.prefix(1) where !collection.isFull {
            guard let reader = try package.reader(of: slide) else { continue }
            try read(reader)
        }
    }

    /// In the order of their numbers.
    private static func slides(_ names: [String]) -> [String] {
        let numbered = names.compactMap { name -> (number: Int, name: String)? in
            guard name.hasPrefix("ppt/slides/slide"), name.hasSuffix(".xml") else { return nil }
            return Int(name.dropFirst("ppt/slides/slide".count).dropLast(4)).map { ($0, name) }
        }
        return numbered.sorted { $0.number < $1.number }.map(\.name)
    }

    private mutating func read(_ reader: XMLReader) throws {
        var (paragraph, isText, isTitle) = ("", false, false)
        while !collection.isFull, let event = try reader.next() {
            switch event {
            case .start("sp"): isTitle = false
            case .start("ph"): isTitle = ["title", "ctrTitle"].contains(reader.attribute("type") ?? "")
            case .start("p"): paragraph = ""
            case .start("t"): isText = true
            case .end("t"): isText = false
            case .text(let text): if isText { paragraph += text }
            case .start("br"): paragraph += " "
            case .end("p"):
                if isTitle, collection.text.title == nil, collection.text.headings.isEmpty {
                    collection.name(paragraph)
                } else if isTitle {
                    collection.add(heading: paragraph)
                } else {
                    collection.add(paragraph: paragraph.oneLine)
                }
            default: break
            }
        }
    }
}
