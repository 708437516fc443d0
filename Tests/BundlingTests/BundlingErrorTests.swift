import Foundation
import Glibc
import Testing

@testable import Archive
@testable import Bundling

/// What the operating system's answers become.
@Suite struct BundlingErrorTests {
    @Test(arguments: [EACCES, EPERM]) func aRefusalHasItsOwnCase(code: CInt) {
        let error = BundlingError(reading: "a.zip", SystemFault(code))
        #expect(error == .notPermitted(path: "a.zip"))
        #expect(error.description == "a.zip may not be read")
    }

    @Test(arguments: [EACCES, EPERM]) func soHasThatOfAnArchive(code: CInt) {
        let error = ArchiveError(.open, archive: "a.zip", SystemFault(code))
        #expect(BundlingError(reading: error) == .notPermitted(path: "a.zip"))
    }

    @Test(arguments: [(ENOENT, "no such file or directory"), (EIO, "input/output error")])
    func anyOtherAnswerSaysWhy(code: CInt, reason: String) {
        #expect(
            BundlingError(reading: "a", SystemFault(code)) == .cannotRead(path: "a", reason: reason))
    }

    @Test(.enabled(if: geteuid() != 0), arguments: ["a.zip", "folder"])
    func whatMayNotBeReadIsReportedSo(name: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(SampleBag().archive, to: "a.zip")
        try FileManager.default.createDirectory(atPath: folder("folder"), withIntermediateDirectories: true)
        #expect(chmod(folder(name), 0) == 0)
        let expected = BundlingError.notPermitted(path: folder(name))
        #expect(throws: expected) { try BundleVerification.verify(path: folder(name)) }
        #expect(throws: expected) { try BundleInspection.inspect(path: folder(name)) }
        chmod(folder(name), 0o755)
    }
}
