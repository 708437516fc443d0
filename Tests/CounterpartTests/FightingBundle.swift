import Foundation
import Testing

/// A bundle of the samples and of files whose names and sizes fight back, packed and unpacked by the program.
final class FightingBundle: Sendable {
    let workplace: Workplace
    /// The archive.
    let archive: String
    /// The bag's folder as `dossier unpack` made it.
    let folder: String

    static let names = [
        "Müller-訓練.txt", "it's \"quoted\" [draft] (final).txt", "-leading dash.md", "=SUM(A1:A9).csv",
        "<b>&amp;.html", "trailing dot..txt", "two\nlines.txt", "100% sure.txt", "CON.txt", "cafe\u{301}.txt",
        "right-\u{202E}fdp.txt", String(repeating: "n", count: 200) + ".txt",
    ]

    /// Made once for all tests; a failure to make it fails each of them.
    static let shared = Result { try FightingBundle() }

    init() throws {
        workplace = try Workplace(keptAt: Workplace.program + "-fighting-bundle")
        archive = workplace.path("audit.zip")
        folder = workplace.path("unpacked/audit")
        try workplace.makeSampleRegister()
        for (number, name) in Self.names.enumerated() {
            try workplace.write("content \(number)".utf8, to: "register/" + name)
        }
        var noise = Noise(seed: 5)
        try workplace.write(noise.octets(5_000_000), to: "register/scan.bin")
        try workplace.write([], to: "register/empty.log")
        try workplace.require(
            ["add", "--clause", "8.6.1", "--clause", "9.1", "--allow-empty", "scan.bin", "empty.log", "--"]
                + Self.names,
            in: "register")
        try workplace.require(["pack", "-o", archive], in: "register")
        try workplace.require(["unpack", archive, "unpacked"], in: "")
    }
}
