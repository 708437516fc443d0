extension DelimitedText {
    /// Why a text is no list in JSON.
    public struct MalformedJSON: Error, Hashable, Sendable {
        /// Where: `line 3` or `entry 2`.
        public let place: String
        /// What is wrong, in words.
        public let reason: String
    }

    /// A list of objects, one a row, whose keys are the columns; the rows count from 1, and the header is line 0.
    public init(json text: String) throws(MalformedJSON) {
        let objects = try Self.objects(text)
        let header = Array(Set(objects.flatMap(\.keys))).sorted()
        var rows = [Row(line: 0, fields: header)]
        for (number, object) in objects.enumerated() {
            var fields: [String] = []
            for key in header { fields.append(try Self.cell(object[key] ?? .null, key, entry: number + 1)) }
            rows.append(Row(line: number + 1, fields: fields))
        }
        self.init(rows: rows)
    }

    private static func objects(_ text: String) throws(MalformedJSON) -> [[String: StrictJSON]] {
        let value: StrictJSON
        do throws(StrictJSON.Fault) {
            value = try StrictJSON(parsing: text)
        } catch {
            throw .init(place: "line \(error.line)", reason: error.reason)
        }
        guard case .list(let entries) = value else {
            throw .init(place: "line 1", reason: "a list of objects is expected")
        }
        var objects: [[String: StrictJSON]] = []
        for (number, entry) in entries.enumerated() {
            guard case .object(let fields) = entry else {
                throw .init(place: "entry \(number + 1)", reason: "an object is expected")
            }
            objects.append(fields)
        }
        return objects
    }

    /// The text of a value. It gets the apostrophe of a table, because reading a cell takes that away.
    private static func cell(_ value: StrictJSON, _ key: String, entry: Int) throws(MalformedJSON) -> String {
        switch value {
        case .null: return ""
        case .text(let text): return FormulaGuard.added(to: text)
        case .number(let digits): return digits
        case .bool(let truth): return truth ? "true" : "false"
        case .list(let values):
            var texts: [String] = []
            for value in values { texts.append(try part(value, key, entry: entry)) }
            return FormulaGuard.added(to: texts.joined(separator: ";"))
        case .object: throw .init(place: "entry \(entry)", reason: "\"\(key)\" holds an object, not a text")
        }
    }

    private static func part(_ value: StrictJSON, _ key: String, entry: Int) throws(MalformedJSON) -> String {
        switch value {
        case .text(let text): return text
        case .number(let digits): return digits
        default:
            throw .init(place: "entry \(entry)", reason: "\"\(key)\" holds a list of other things than texts")
        }
    }
}
