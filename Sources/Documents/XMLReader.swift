import CLibXML

/// Reads an XML document as a stream, from the first element to the last. The only owner of the library's reader.
///
/// No document type, no entities beyond those of XML itself, no other file, no network, and a bounded depth.
public final class XMLReader {
    /// What comes next in a document. An element without content begins and ends.
    public enum Event: Hashable, Sendable {
        /// An element begins; its attributes are asked for before the next event.
        case start(String)
        /// Text, with white space as written.
        case text(String)
        /// An element ends.
        case end(String)
    }

    private let part: String
    private let source: XMLSource
    private let reader: xmlTextReaderPtr
    /// The element that began and has no content, so that its end comes next.
    private var open: String?

    /// Deeper than any office program nests.
    private static let mostDepth = 200
    /// The library's own state, made ready once.
    private static let library: Void = xmlInitParser()

    /// The parser's own bounds stay in place: there is no XML_PARSE_HUGE.
    private static let options = CInt(
        XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_NOCDATA.rawValue)

    /// Reads what `read` gives, piece by piece until there is none; `part` is the name for messages.
    public init(part: String, read: @escaping () throws -> [UInt8]) throws {
        _ = Self.library
        self.part = part
        source = try XMLSource(part: part, read: read)
        let opened = xmlReaderForIO(
            { context, buffer, count in
                guard let context, let buffer else { return -1 }
                let source = Unmanaged<XMLSource>.fromOpaque(context).takeUnretainedValue()
                return source.fill(UnsafeMutableRawBufferPointer(start: buffer, count: Int(count)))
            }, { _ in 0 }, Unmanaged.passUnretained(source).toOpaque(), nil, nil, Self.options)
        guard let opened else { throw DocumentRefusal.unreadable("out of memory") }
        reader = opened
    }

    deinit { xmlFreeTextReader(reader) }

    /// The next event; nil at the end.
    public func next() throws -> Event? {
        if let name = open {
            open = nil
            return .end(name)
        }
        while try step() {
            if let event = try event() { return event }
        }
        return nil
    }

    /// The value of an attribute of the element that began last, by its name without a prefix.
    public func attribute(_ name: String) -> String? {
        guard xmlTextReaderMoveToFirstAttribute(reader) == 1 else { return nil }
        defer { _ = xmlTextReaderMoveToElement(reader) }
        repeat {
            if text(xmlTextReaderConstLocalName(reader)) == name {
                return text(xmlTextReaderConstValue(reader))
            }
        } while xmlTextReaderMoveToNextAttribute(reader) == 1
        return nil
    }

    /// Passes over the rest of the element that began last, its end included.
    public func skip() throws {
        var depth = 1
        while depth > 0, let event = try next() {
            switch event {
            case .start: depth += 1
            case .end: depth -= 1
            case .text: break
            }
        }
    }

    private func step() throws -> Bool {
        let result = xmlTextReaderRead(reader)
        if let fault = source.fault { throw fault }
        guard result >= 0 else {
            let line = max(1, Int(xmlTextReaderGetParserLineNumber(reader)))
            throw DocumentRefusal.malformed(part: part, line: line)
        }
        return result == 1
    }

    private func event() throws -> Event? {
        guard xmlTextReaderDepth(reader) <= Self.mostDepth else { throw DocumentRefusal.tooDeep(part: part) }
        switch xmlReaderTypes(rawValue: UInt32(bitPattern: xmlTextReaderNodeType(reader))) {
        case XML_READER_TYPE_ELEMENT:
            let name = text(xmlTextReaderConstLocalName(reader)) ?? ""
            if xmlTextReaderIsEmptyElement(reader) == 1 { open = name }
            return .start(name)
        case XML_READER_TYPE_END_ELEMENT: return .end(text(xmlTextReaderConstLocalName(reader)) ?? "")
        case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA, XML_READER_TYPE_SIGNIFICANT_WHITESPACE,
            XML_READER_TYPE_WHITESPACE:
            return text(xmlTextReaderConstValue(reader)).map(Event.text)
        case XML_READER_TYPE_DOCUMENT_TYPE, XML_READER_TYPE_ENTITY_REFERENCE:
            throw DocumentRefusal.documentType(part: part)
        default: return nil
        }
    }

    private func text(_ pointer: UnsafePointer<xmlChar>?) -> String? {
        pointer.map { String(decodingCString: $0, as: UTF8.self) }
    }
}
