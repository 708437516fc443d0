import Certification
import Commands
import Foundation
import Synchronization
import Testing

/// A quality manager's desk for one test: an empty folder, a clock that stands still, and everything that is said.
final class Desk: Sendable {
    struct Answer: Equatable {
        let status: Int32
        /// Results, with the folder's path shown as `{desk}`.
        let out: String
        /// Talk, likewise.
        let err: String
        /// Both as a terminal shows them, one after the other.
        let shown: String
    }

    let path: String
    private let draws = Atomic<UInt64>(1)
    private let clock = Atomic<Int>(1_795_000_000)

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/dossier-desk-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        // Vault files are read-only, their folders are not.
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Runs a command line as it would be typed.
    @discardableResult
    func run(
        _ arguments: String..., today: String = "2026-11-22", width: Int? = nil,
        environment: [String: String] = [:]
    ) -> Answer {
        run(arguments, today: today, width: width, environment: environment)
    }

    /// Runs a command line on a day, at noon of which its journal entries are written.
    @discardableResult
    func run(on day: String, _ arguments: String...) -> Answer { run(on: day, arguments) }

    func run(on day: String, _ arguments: [String]) -> Answer {
        let noon = (Day(day)?.ordinal ?? 0) * 86_400 + 43_200
        return run(arguments, today: day, now: Timestamp(seconds: noon))
    }

    func run(
        _ arguments: [String], today: String = "2026-11-22", width: Int? = nil,
        environment: [String: String] = [:], now: Timestamp? = nil, terminal: Terminal? = nil
    ) -> Answer {
        let (out, err, both) = (Captured(), Captured(), Captured())
        let session = Session(
            directory: path,
            environment: ["DOSSIER_TODAY": today, "DOSSIER_LOCK_WAIT": "0.2"].merging(environment) { $1 },
            now: { now ?? Timestamp(seconds: self.clock.load(ordering: .relaxed)) },
            civilDate: Self.civilDate, user: "qm",
            random: { self.draws.add(1, ordering: .relaxed).newValue },
            console: Console(
                out: { [out, both].append($0) }, err: { [err, both].append($0) }, width: width,
                coloured: false, isInteractive: false),
            terminal: terminal)
        let status = Dossier.run(arguments, session: session)
        return Answer(
            status: status, out: shown(out.text), err: shown(err.text), shown: shown(both.text))
    }

    /// Lets the clock stand some days later; the first day is 2026-11-18.
    func wait(days: Int) { clock.add(days * 86_400, ordering: .relaxed) }

    /// A world with three zones: the first land to see a day, the last, and the middle for all others.
    @Sendable private static func civilDate(_ time: Timestamp, _ zone: String?) -> Day? {
        if zone == "Nowhere/Land" { return nil }
        let hours = ["Pacific/Kiritimati": 14, "Etc/GMT+12": -12]
        return Timestamp(seconds: time.seconds + (hours[zone ?? ""] ?? 0) * 3600).utcDay
    }

    private func shown(_ text: String) -> String { text.replacing(path, with: "{desk}") }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        let file = path + "/" + name
        try FileManager.default.createDirectory(
            atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        return file
    }

    /// A register of ISO/IEC 20000-1, or another standard, on this desk.
    static func withRegister(of standard: String = "20000-1") throws -> Desk {
        let desk = try Desk()
        #expect(desk.run("init", "--organization", "ACME Ltd", "--standard", standard).status == 0)
        return desk
    }
}

final class Captured: Sendable {
    private let octets = Mutex<[UInt8]>([])

    func append(_ more: [UInt8]) { octets.withLock { $0 += more } }

    var text: String { octets.withLock { String(decoding: $0, as: UTF8.self) } }
}

extension [Captured] {
    fileprivate func append(_ octets: [UInt8]) { for each in self { each.append(octets) } }
}

extension Desk.Answer {
    /// Fails the test with the whole output where it is not as expected.
    func expect(
        _ status: Int32 = 0, out: String? = nil, err: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(self.status == status, "\(self.out)\(self.err)", sourceLocation: sourceLocation)
        if let out { #expect(self.out == out, sourceLocation: sourceLocation) }
        if let err { #expect(self.err == err, sourceLocation: sourceLocation) }
    }
}

/// The folder of the repository, found from this file.
let repository = (#filePath as NSString).deletingLastPathComponent + "/../.."
