/// The file `findings.json` that the page of a bundle exports, format 1. Keys that are not known are passed over; those
/// that are have their type.
extension ReturnedFindings {
    init(json text: String) throws(Malformed) {
        let document: StrictJSON
        do throws(StrictJSON.Fault) { document = try StrictJSON(parsing: text) } catch {
            throw Malformed(place: "line \(error.line)", reason: error.reason)
        }
        let root = try JSONFields(document, at: "")
        guard try root.integer("format") == 1, try root.text("kind") == "dossier-findings" else {
            throw Malformed(place: "format and kind", reason: "are not those of findings.json, format 1")
        }
        let bundle = try root.object("bundle")
        let journal = try bundle.objectIfAny("journal")
        _ = try root.textIfAny("exported")
        self.init(
            index: try bundle.fingerprint("index"), id: try bundle.identifierIfAny("id"),
            journal: try Self.entry(journal), auditor: try root.textIfAny("auditor", atMost: 200),
            marks: try root.objects("marks", atMost: Self.mostMarks).map { fields throws(Malformed) in
                try ReturnedMark(fields)
            },
            findings: try root.objects("findings", atMost: Self.mostFindings).map {
                fields throws(Malformed) in
                try ReturnedFinding(fields)
            })
    }

    private static func entry(_ fields: JSONFields?) throws(Malformed) -> Entry? {
        guard let fields else { return nil }
        return Entry(sequence: try fields.integer("sequence"), hash: try fields.fingerprint("hash"))
    }
}

extension ReturnedMark {
    fileprivate init(_ fields: JSONFields) throws(ReturnedFindings.Malformed) {
        guard let subject = Subject(rawValue: try fields.text("subject")) else {
            throw fields.malformed("subject", "is neither clause nor evidence")
        }
        guard let mark = Mark(rawValue: try fields.text("mark")) else {
            throw fields.malformed("mark", "is none of seen, accepted, question")
        }
        self.init(
            subject: subject, ref: try fields.text("ref", atMost: 200), mark: mark,
            note: try fields.textIfAny("note", atMost: 4_000))
    }
}

extension ReturnedFinding {
    fileprivate init(_ fields: JSONFields) throws(ReturnedFindings.Malformed) {
        let number = try fields.integer("number")
        guard (1...1_000_000).contains(number) else { throw fields.malformed("number", "is out of range") }
        self.init(
            number: number, line: nil, grade: try fields.text("grade"),
            clause: try fields.textIfAny("clause"),
            standard: try fields.textIfAny("standard"), statement: try fields.text("statement").trimmed,
            evidence: try fields.texts("evidence", atMost: 1_000))
    }
}
