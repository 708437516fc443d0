import Archive
import Foundation

/// A folder of one test, with packages made of texts.
package final class PackageFolder {
    package let path = FileManager.default.temporaryDirectory.path + "/dossier-documents-\(UUID().uuidString)"

    package init() throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    package func write(_ name: String, _ octets: some Sequence<UInt8>) throws -> String {
        try Data(octets).write(to: URL(fileURLWithPath: path + "/" + name))
        return path + "/" + name
    }

    /// A ZIP archive of deflated parts.
    package func package(_ name: String, _ parts: [(String, String)]) throws -> String {
        let contents = parts.map { part, text in
            let bytes = Array(text.utf8)
            return PackedContent(name: part, size: bytes.count, sample: { [UInt8](repeating: 0, count: 999) })
            { consume in
                for start in stride(from: 0, to: bytes.count, by: 65_536) {
                    try bytes[start..<min(start + 65_536, bytes.count)].withUnsafeBytes { try consume($0) }
                }
            }
        }
        let path = path + "/" + name
        let file = try SharedFile(creating: path)
        _ = try ZipPacking(PackedContents(contents), level: 6, modified: 0, into: file).run(workers: 1)
        return path
    }

    /// A document of WordprocessingML with this body.
    package func word(_ name: String, body: String, _ more: [(String, String)] = []) throws -> String {
        let relation =
            "<Relationships><Relationship Type='http://x/officeDocument' Target='word/document.xml'/></Relationships>"
        let document = "<w:document xmlns:w='w'><w:body>\(body)</w:body></w:document>"
        return try package(name, [("_rels/.rels", relation), ("word/document.xml", document)] + more)
    }

    package static func paragraph(_ text: String, style: String? = nil) -> String {
        let properties = style.map { "<w:pPr><w:pStyle w:val='\($0)'/></w:pPr>" } ?? ""
        return "<w:p>\(properties)<w:r><w:t>\(text)</w:t></w:r></w:p>"
    }

    package static func table(_ rows: [[String]]) -> String {
        let lines = rows.map { row in
            "<w:tr>" + row.map { "<w:tc>\(paragraph($0))</w:tc>" }.joined() + "</w:tr>"
        }
        return "<w:tbl>\(lines.joined())</w:tbl>"
    }
}
