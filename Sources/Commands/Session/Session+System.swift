import Certification
import Foundation

extension Session {
    /// The session of a real process.
    public static func ofProcess() -> Session {
        Session(
            directory: FileManager.default.currentDirectoryPath,
            environment: ProcessInfo.processInfo.environment,
            now: { Timestamp(seconds: time(nil)) },
            civilDate: systemCivilDate,
            user: userName(),
            random: { UInt64.random(in: .min ... .max) },
            console: .ofProcess(), terminal: .ofProcess(),
            program: RealPath.of("/proc/self/exe") ?? "dossier")
    }

    @Sendable private static func systemCivilDate(_ time: Timestamp, _ zone: String?) -> Day? {
        guard let zone else { return machineDate(time) }
        guard
            let offset = TimeZone(identifier: zone)?.secondsFromGMT(
                for: Date(timeIntervalSince1970: Double(time.seconds)))
        else { return nil }
        return Timestamp(seconds: time.seconds + offset).utcDay
    }

    private static func machineDate(_ time: Timestamp) -> Day? {
        var seconds = time_t(time.seconds)
        var parts = tm()
        localtime_r(&seconds, &parts)
        return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    }

    private static func userName() -> String {
        guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else {
            return "uid \(getuid())"
        }
        return String(cString: name)
    }
}
