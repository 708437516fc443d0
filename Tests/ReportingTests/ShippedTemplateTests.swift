import Foundation
import Reporting
import Testing

@Suite struct ShippedTemplateTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "templates")

    /// Every file below `templates` but the texts for people who read the source.
    private static func namesOnDisk() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false))
            .filter { name in
                var isFolder: ObjCBool = false
                let path = folder.appending(path: name).path(percentEncoded: false)
                return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
                    && !isFolder.boolValue && !name.hasSuffix("README.md")
            }
            .sorted()
    }

    @Test func everyTemplateIsCompiledIn() throws {
        #expect(ShippedTemplate.names == (try Self.namesOnDisk()))
    }

    @Test(arguments: ShippedTemplate.names)
    func compiledBytesAreThoseOnDisk(name: String) throws {
        let onDisk = try Data(contentsOf: Self.folder.appending(path: name))
        #expect(ShippedTemplate.bytes(name) == Array(onDisk))
    }

    @Test func unknownNameHasNoText() {
        #expect(ShippedTemplate.text("standards/iso9001-2015.tsv")?.hasPrefix("# id: iso9001-2015\n") == true)
        #expect(ShippedTemplate.text("standards/README.md") == nil)
        #expect(ShippedTemplate.text("") == nil)
    }
}
