import Foundation
import Glibc
import Testing

@testable import Bundling

/// What was refused is gone, however deep it had been written.
@Suite struct FolderRemovalTests {
    @Test func foldersDeeperThanAnyPathAreRemoved() throws {
        let folder = try TemporaryFolder()
        let staging = try StagingFolder(in: folder.path, random: 7)
        for depth in [1, 1_900, 2_040] {
            try staging.makeFolder(
                BagPath("\(depth)/" + Array(repeating: "a", count: depth).joined(separator: "/")))
        }
        _ = try staging.makeFile(BagPath(String(repeating: "b/", count: 2_040) + "c"))
        #expect(try folder.names == [".dossier-partial-0000000000000007"])
        UnfinishedWork.removeAll { $0.hasPrefix(folder.path) }
        #expect(try folder.names == [])
    }

    @Test func manyFilesAreRemovedAndLinksAreNotFollowed() throws {
        let folder = try TemporaryFolder()
        try folder.write([1], to: "kept")
        try FileManager.default.createDirectory(
            atPath: folder("gone/inner"), withIntermediateDirectories: true)
        for number in 0..<5_000 { #expect(symlink(folder("kept"), folder("gone/inner/\(number)")) == 0) }
        #expect(symlink(folder.path, folder("gone/out")) == 0)
        FolderRemoval.remove(folder("gone"))
        FolderRemoval.remove(folder("gone"))
        #expect(try folder.names == ["kept"])
    }

    @Test func aFileIsRemoved() throws {
        let folder = try TemporaryFolder()
        FolderRemoval.remove(try folder.write([1], to: "file"))
        #expect(try folder.names == [])
    }
}
