import Foundation
import Testing

@testable import Bundling

/// What is not whole leaves nothing behind, even when its program is told to end.
@Suite(.serialized) struct UnfinishedWorkTests {
    @Test func whatIsBegunIsRemovedAndCannotBeFinished() throws {
        let folder = try TemporaryFolder()
        let bundle = try PartialFile(final: folder("a.zip"), overwrite: false, random: 1)
        try Data([1]).write(to: URL(fileURLWithPath: bundle.path))
        let staging = try StagingFolder(in: folder.path, random: 2)
        try staging.makeFolder(BagPath("data/evidence"))
        _ = try staging.makeFile(BagPath("data/evidence/a.txt"))
        #expect(try folder.names == [".a.zip.partial-0000000000000001", ".dossier-partial-0000000000000002"])
        // Not `removeAll`, which would also remove what the tests beside this one are writing.
        UnfinishedWork.removeAll { $0.hasPrefix(folder.path) }
        #expect(try folder.names == [])
        #expect(throws: BundlingError.writingFailed(path: folder("a.zip"), reason: "interrupted")) {
            try bundle.keep()
        }
        #expect(throws: BundlingError.writingFailed(path: folder("b"), reason: "interrupted")) {
            try staging.keep(as: folder("b"))
        }
        #expect(try folder.names == [])
    }

    @Test func whatIsWholeStays() throws {
        let folder = try TemporaryFolder()
        let staging = try StagingFolder(in: folder.path, random: 3)
        try staging.keep(as: folder("b"))
        UnfinishedWork.removeAll { $0.hasPrefix(folder.path) }
        #expect(try folder.names == ["b"])
    }

    @Test func foldersOfTheDeadAreSweptAndThoseInUseStay() throws {
        let folder = try TemporaryFolder()
        let left = ".dossier-partial-00000000000000aa"
        try FileManager.default.createDirectory(
            atPath: folder(left + "/data"), withIntermediateDirectories: true)
        try folder.write([1], to: left + "/data/a")
        try folder.write([1], to: ".dossier-partial-file")
        let first = try StagingFolder(in: folder.path, random: 4)
        let second = try StagingFolder(in: folder.path, random: 5)
        #expect(
            try folder.names == [
                ".dossier-partial-0000000000000004", ".dossier-partial-0000000000000005",
                ".dossier-partial-file",
            ])
        withExtendedLifetime((first, second)) {}
    }
}
