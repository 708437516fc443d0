import Certification
import Foundation
import Reporting
import Testing

@Suite struct IndexDocumentTests {
    /// The sample, limited to clauses, packed for an audit, compared and split so that every field is there.
    private func document() throws -> (index: BundleIndex, bytes: [UInt8]) {
        let full = try Sample.index()
        let standard = Standard(
            id: "iso20000-1-2018", designation: "ISO/IEC 20000-1:2018", title: "T", edition: "3",
            published: "2018-09", amendments: "Amd 1", status: "current", successor: "iso20000-1-2031")
        let index = BundleIndex(
            organization: full.organization, standard: standard, day: full.day, journal: full.journal,
            classificationUpTo: .internal, onlyClauses: ["8"], audit: try Sample.audit(of: standard),
            certificate: Sample.certificate, findings: [Sample.finding],
            clauses: full.clauses, evidence: full.evidence
        ).telling(since: Sample.since).telling(
            part: .init(group: "g", number: 1, count: 2), of: Self.places(full))
        return (index, try IndexDocument.json(index))
    }

    /// Every other file lies in the second part.
    private static func places(_ index: BundleIndex) -> [String: Int] {
        let paths = index.evidence.flatMap(\.files).compactMap(\.path).enumerated()
        return Dictionary(paths.map { ($1, $0 % 2 + 1) }, uniquingKeysWith: { first, _ in first })
    }

    @Test func documentHoldsTheWholeIndex() throws {
        let (index, bytes) = try document()
        #expect(try JSONDecoder().decode(BundleIndex.self, from: Data(bytes)) == index)
        #expect(try IndexDocument.json(index) == bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.hasPrefix("{\n\"audit\":{\"first\":\"2026-11-01\","))
        #expect(text.hasSuffix("}\n}\n") && !text.contains("\\/"))
    }

    /// The items and clauses are written without the coder that the rest goes through.
    @Test func documentSaysWhatTheCoderSays() throws {
        let (index, bytes) = try document()
        let told = try JSONSerialization.jsonObject(with: Data(bytes))
        let coded = try JSONSerialization.jsonObject(with: JSONEncoder().encode(index))
        let options: JSONSerialization.WritingOptions = [.sortedKeys, .prettyPrinted]
        #expect(
            try JSONSerialization.data(withJSONObject: told, options: options)
                == JSONSerialization.data(withJSONObject: coded, options: options))
    }

    @Test func schemaDescribesEveryFieldAndNoOther() throws {
        let text = try #require(ShippedTemplate.text("bundle/dossier.schema.json"))
        let schema = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let value = try JSONSerialization.jsonObject(with: Data(document().bytes))
        var comparison = SchemaComparison(definitions: schema["$defs"] as? [String: [String: Any]] ?? [:])
        comparison.compare(value, with: schema, at: "")
        #expect(comparison.described == comparison.found)
        #expect(comparison.missing.isEmpty)
        #expect(comparison.undescribed.isEmpty)
    }

    @Test func aDocumentIsReadAsItWasWritten() throws {
        let (index, bytes) = try document()
        #expect(try IndexDocument.read(bytes) == index)
    }

    /// What a stranger may have put into a bundle whose checksums hold.
    @Test(
        arguments: [
            ("", .malformed("a value that cannot be read")), ("[]", .malformed("a value of another type")),
            ("{}", .malformed("format is missing")), (#"{"format": 2}"#, .newer(format: 2)),
            (#"{"format": 1}"#, .malformed("organization is missing")),
            (#"{"format": "1"}"#, .malformed("format: a value of another type")),
            (String(repeating: "[", count: 100_000), .malformed("a value that cannot be read")),
        ] as [(String, IndexDocument.Fault)])
    func whatIsNoIndexIsRefused(text: String, fault: IndexDocument.Fault) {
        #expect(throws: fault) { try IndexDocument.read(Array(text.utf8)) }
    }

    @Test func anItemThatIsToldTwiceIsRefused() throws {
        let full = try Sample.index()
        let twice = BundleIndex(
            organization: "A", standard: full.standard, day: full.day, journal: full.journal,
            classificationUpTo: nil, onlyClauses: nil, clauses: full.clauses,
            evidence: Array(full.evidence) + full.evidence.prefix(1))
        let id = try #require(full.evidence.first?.id)
        let octets = try IndexDocument.json(twice)
        #expect(throws: IndexDocument.Fault.twice(id)) { try IndexDocument.read(octets) }
    }

    @Test func schemaKnowsEveryWord() throws {
        let text = try #require(ShippedTemplate.text("bundle/dossier.schema.json"))
        let words =
            EvidenceKind.allCases.map(\.rawValue) + Classification.allCases.map(\.rawValue)
            + BundleIndex.Absence.allCases.map(\.rawValue)
            + BundleIndex.ItemChangeEntry.Change.allCases.map(\.rawValue)
            + BundleIndex.FindingChangeEntry.Change.allCases.map(\.rawValue)
            + ClauseStatus.allCases.map(\.rawValue) + DocumentedInformation.allCases.map(\.rawValue)
        #expect(words.filter { !text.contains("\"\($0)\"") }.isEmpty)
    }
}

/// Walks a document along its schema and notes which fields each of them has.
private struct SchemaComparison {
    let definitions: [String: [String: Any]]
    var found: Set<String> = []
    var described: Set<String> = []
    /// Required by the schema, but not in the document.
    var missing: Set<String> = []
    var undescribed: Set<String> = []

    mutating func compare(_ value: Any, with schema: [String: Any], at path: String) {
        let schema = resolved(schema)
        if let list = value as? [Any], let items = schema["items"] as? [String: Any] {
            for item in list { compare(item, with: items, at: path + "[]") }
        }
        guard let object = value as? [String: Any] else { return }
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        described.formUnion(properties.keys.map { "\(path).\($0)" })
        found.formUnion(object.keys.map { "\(path).\($0)" })
        let required = schema["required"] as? [String] ?? []
        missing.formUnion(required.filter { object[$0] == nil }.map { "\(path).\($0)" })
        for (name, property) in properties where resolved(property)["description"] == nil {
            undescribed.insert("\(path).\(name)")
        }
        for (name, child) in object { compare(child, with: properties[name] ?? [:], at: "\(path).\(name)") }
    }

    private func resolved(_ schema: [String: Any]) -> [String: Any] {
        guard let reference = schema["$ref"] as? String else { return schema }
        let definition = definitions[String(reference.dropFirst("#/$defs/".count))] ?? [:]
        return schema.merging(definition) { mine, _ in mine }
    }
}
