import Certification
import Foundation
import Reporting
import Testing

@Suite struct IndexDocumentTests {
    /// The sample, limited to clauses and packed for an audit so that every field is there.
    private func document() throws -> (index: BundleIndex, bytes: [UInt8]) {
        let full = try Sample.index()
        let standard = Standard(
            id: "iso20000-1-2018", designation: "ISO/IEC 20000-1:2018", title: "T", edition: "3",
            published: "2018-09", amendments: "Amd 1", status: "current", successor: "iso20000-1-2031")
        let index = BundleIndex(
            organization: full.organization, standard: standard, day: full.day, journal: full.journal,
            classificationUpTo: .internal, onlyClauses: ["8"], audit: try Sample.audit(of: standard),
            certificate: Sample.certificate, findings: [Sample.finding],
            clauses: full.clauses, evidence: full.evidence)
        return (index, try IndexDocument.json(index))
    }

    @Test func documentHoldsTheWholeIndex() throws {
        let (index, bytes) = try document()
        #expect(try JSONDecoder().decode(BundleIndex.self, from: Data(bytes)) == index)
        #expect(try IndexDocument.json(index) == bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.hasPrefix("{\n  \"audit\" : {\n    \"first\" : \"2026-11-01\",\n"))
        #expect(text.hasSuffix("\n}\n") && !text.contains("\\/"))
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

    @Test func schemaKnowsEveryWord() throws {
        let text = try #require(ShippedTemplate.text("bundle/dossier.schema.json"))
        let words =
            EvidenceKind.allCases.map(\.rawValue) + Classification.allCases.map(\.rawValue)
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
