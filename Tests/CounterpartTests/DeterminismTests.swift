import ChildProcesses
import Foundation
import Testing

/// The same state of a register gives the same bytes, wherever and by whomever it is packed.
@Suite struct DeterminismTests {
    private static let surroundings: [(umask: String, folder: String, environment: [String: String])] = [
        ("022", "register", ["TZ": "UTC", "LC_ALL": "C"]),
        ("077", "elsewhere", ["TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"]),
        ("000", "", ["TZ": "America/St_Johns", "LANG": "C.UTF-8", "LANGUAGE": "de"]),
        (
            "027", "elsewhere",
            ["TZ": "Asia/Kathmandu", "LC_ALL": "no_SUCH.locale", "DOSSIER_ACTOR": "somebody else"]
        ),
    ]

    /// A copy of the register, at another place and a day later by the clock.
    private static let later = "faketime '+1 day'"

    /// Nothing but one core: whoever counts cores counts these.
    private static let alone = "taskset -c 0"

    private static func runner(_ number: Int) -> String {
        switch number {
        case 1: alone
        case 2: Counterpart.faketime.isThere() ? later : ""
        default: ""
        }
    }

    @Test(arguments: ["zip", "tar", "tar.gz", "tar.zst"]) func theSameBytesEverywhere(form: String) throws {
        let workplace = try Workplace()
        try workplace.makeSampleRegister()
        try FileManager.default.createDirectory(
            atPath: workplace.path("elsewhere"), withIntermediateDirectories: true)
        _ = try workplace.bash("cp -r register elsewhere/copy")
        var archives: [Data] = []
        for (number, surrounding) in Self.surroundings.enumerated() {
            let folder = workplace.path("packed-\(number)")
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let outcome = try workplace.bash(
                "umask \(surrounding.umask); exec \(Self.runner(number)) \"$0\" \"$@\"", "pack", "-C",
                workplace.path(number == 2 ? "elsewhere/copy" : "register"), "-o", folder + "/audit.\(form)",
                in: surrounding.folder,
                environment: surrounding.environment)
            try #require(outcome.status == 0, outcome.told)
            archives.append(try Data(contentsOf: URL(fileURLWithPath: folder + "/audit.\(form)")))
        }
        for (number, archive) in archives.enumerated() {
            #expect(archive == archives[0], "\(Self.surroundings[number]) gives other bytes")
        }
    }
}
