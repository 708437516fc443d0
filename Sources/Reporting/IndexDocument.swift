import Certification
import Foundation

/// The document `data/dossier.json` of a bundle; `bundle/dossier.schema.json` describes it.
public enum IndexDocument {
    /// Writes the index as JSON, piece by piece, with sorted keys: a field, a clause, a link and an item each on a line of
    /// its own. The same index gives the same octets.
    public static func write(_ index: BundleIndex, _ sink: ([UInt8]) throws -> Void) throws {
        let head = [
            try line("audit", index.audit), try line("certificate", index.certificate),
            try line("classificationUpTo", index.classificationUpTo),
        ]
        try sink(Array(("{\n" + head.joined() + "\"clauses\":[\n").utf8))
        try write(index.clauses, sink) { $0.add($1) }
        try sink(Array(("],\n" + line("day", index.day) + "\"evidence\":[\n").utf8))
        try write(index.evidence, sink) { $0.add($1) }
        let rest = [
            try line("findings", index.findings), try line("format", index.format),
            try line("journal", index.journal), try line("onlyClauses", index.onlyClauses),
            try line("organization", index.organization), try line("part", index.part),
            try line("since", index.since), try line("standard", index.standard),
        ]
        try sink(Array(("],\n" + rest.joined().dropLast(2) + "\n}\n").utf8))
    }

    /// A field on its line; nothing where there is no value.
    private static func line(_ name: String, _ value: (some Encodable)?) throws -> String {
        guard let value else { return "" }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return "\"\(name)\":\(String(decoding: try encoder.encode(value), as: UTF8.self)),\n"
    }

    private static func write<Value>(
        _ values: some Collection<Value>, _ sink: ([UInt8]) throws -> Void,
        _ add: (inout JSONOctets, Value) -> Void
    ) throws {
        var line = JSONOctets()
        for (number, value) in values.enumerated() {
            line.clear()
            add(&line, value)
            line.end(number + 1 < values.count ? ",\n" : "\n")
            try sink(line.octets)
        }
    }
}

/// The values that a bundle holds many of. Keys are sorted.
extension JSONOctets {
    fileprivate mutating func add(_ clause: BundleIndex.ClauseEntry) {
        object { json in
            json.list("demands", clause.demands) { list, demand in
                list.object { json in
                    json.field("demand", demand.demand)
                    json.list("providedBy", demand.providedBy) { $0.text($1) }
                }
            }
            json.field("level", clause.level)
            json.list("links", clause.links, lines: true) { $0.add($1) }
            json.field("note", clause.note)
            json.field("number", clause.number)
            json.field("parent", clause.parent)
            json.list("reasons", clause.reasons) { $0.add($1) }
            json.field("status", clause.status)
            json.field("title", clause.title)
            json.field("titleUnconfirmed", clause.titleUnconfirmed)
        }
    }

    fileprivate mutating func add(_ item: BundleIndex.EvidenceEntry) {
        object { json in
            json.field("classification", item.classification)
            json.field("expires", item.expires?.description)
            json.list("files", item.files) { $0.add($1) }
            json.field("id", item.id)
            json.field("kind", item.kind)
            json.list("links", item.links) { $0.add($1) }
            json.field("note", item.note)
            json.field("owner", item.owner)
            json.list("reasons", item.reasons) { $0.add($1) }
            json.field("reviewDue", item.reviewDue?.description)
            json.field("standing", item.standing)
            json.field("title", item.title)
        }
    }

    private mutating func add(_ file: BundleIndex.FileEntry) {
        object { json in
            json.field("absence", file.absence)
            json.field("effective", file.effective?.description)
            json.field("fingerprint", file.fingerprint.hex)
            json.field("label", file.label)
            json.field("mediaType", file.mediaType)
            json.field("originalName", file.originalName)
            json.field("part", file.part)
            json.field("path", file.path)
            if let period = file.period {
                json.field("period") { json in
                    json.field("first", period.first.description)
                    json.field("last", period.last.description)
                }
            }
            json.field("received", file.received.description)
            json.field("revision", file.revision)
            json.field("size", file.size)
        }
    }

    private mutating func add(_ link: BundleIndex.LinkEntry) {
        object { json in
            json.field("clause", link.clause)
            json.field("evidence", link.evidence)
            json.field("locator", link.locator)
            json.field("note", link.note)
        }
    }

    private mutating func add(_ reason: BundleIndex.ReasonEntry) {
        object { json in
            json.field("code", reason.code)
            json.field("evidence", reason.evidence)
            json.field("text", reason.text)
        }
    }
}
