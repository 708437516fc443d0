import Certification
import Store

extension Session {
    /// Seconds to wait for another process, unless `DOSSIER_LOCK_WAIT` says otherwise.
    private static let defaultLockWait = 5.0

    var lockWait: Double {
        environment["DOSSIER_LOCK_WAIT"].flatMap { Double($0) }.map { max(0, $0) } ?? Self.defaultLockWait
    }

    /// The register of the session's folder or of one above it.
    func register() throws -> Register {
        try Register.open(at: RegisterLocation.find(from: directory), lockWait: lockWait)
    }

    /// One transaction in the name of the session's actor, at the session's time.
    func write<Value>(_ register: Register, _ body: (inout RegisterTransaction) throws -> Value) throws
        -> Value
    {
        try register.write(actor: actor, time: now(), body)
    }

    /// The civil date in the register's zone, unless `--today` or `DOSSIER_TODAY` said another.
    func today(_ register: Register) throws -> Day {
        if let said = try saidToday() { return said }
        let configuration = try RegisterConfiguration.load(register.location)
        guard let day = civilDate(now(), configuration.timeZone) else {
            throw Failure(
                .unusableData,
                "\(register.location.configuration): unknown time zone \(configuration.timeZone ?? "")",
                hint: "time_zone: Europe/Berlin")
        }
        return day
    }

    /// The day that `--today` or `DOSSIER_TODAY` said.
    func saidToday() throws -> Day? {
        guard let text = environment["DOSSIER_TODAY"], !text.isEmpty else { return nil }
        guard let day = Day(text) else {
            throw Failure(
                .usage, "DOSSIER_TODAY is \"\(text)\", which is no day", hint: "DOSSIER_TODAY=2026-11-22")
        }
        return day
    }
}
