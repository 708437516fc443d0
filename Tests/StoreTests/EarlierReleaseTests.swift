import Certification
import Foundation
import Testing

@testable import Store

/// Registers made by earlier releases, kept as they were. A new release adds one here with `DOSSIER_FIXTURE=NAME`.
@Suite("Registers of earlier releases")
struct EarlierReleaseTests {
    private static let fixtures = (#filePath as NSString).deletingLastPathComponent + "/Fixtures"

    static let releases = ["0.1.0"]

    @Test("open, verify and tell what they told", arguments: releases)
    func opens(release: String) throws {
        let folder = try TemporaryFolder()
        let location = RegisterLocation(folder: folder.path)
        try FileManager.default.createDirectory(atPath: location.directory, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: "\(Self.fixtures)/register-\(release).sqlite", toPath: location.database)
        let register = try Register.open(at: location, lockWait: 1)
        #expect(try register.verifyJournal().problem == nil)
        try register.read { view in
            #expect(try view.organization() == "ACME & \"Söhne\"")
            #expect(try view.overview(of: [], on: Day(ordinal: 0)).0.evidence == 30)
            let renamed = try view.evidence("DOC-12").evidence
            #expect(renamed.title == "Renamed")
        }
        try register.write(actor: "qm", time: RichRegister.time) {
            try $0.record(.evidenceAdded(Evidence(id: "NEW", title: "New", kind: .plan)))
        }
        #expect(try register.verifyJournal().problem == nil)
    }

    @Test("writing a new one", .enabled(if: ProcessInfo.processInfo.environment["DOSSIER_FIXTURE"] != nil))
    func write() throws {
        let folder = try TemporaryFolder()
        let name = ProcessInfo.processInfo.environment["DOSSIER_FIXTURE"] ?? ""
        let location = try {
            let register = try RichRegister.create(in: folder)
            try RichRegister.fill(register)
            return register.location
        }()
        try FileManager.default.copyItem(
            atPath: location.database, toPath: "\(Self.fixtures)/register-\(name).sqlite")
    }
}
