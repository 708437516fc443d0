import Certification
import Store

extension Session {
    /// The register as it was at the end of a past day, rebuilt from its journal; the register itself without a day.
    func register(asOf day: Day?) throws -> Register {
        let register = try register()
        guard let day else { return register }
        let today = try today(register)
        guard day <= today else {
            throw Failure(
                .usage, "\(day) lies in the future; the register has no state of it yet",
                hint: "judge the present state at that day: --on \(day)")
        }
        let zone = try RegisterConfiguration.load(register.location).timeZone
        if let past = try register.state(asOf: day, civilDate: { civilDate($0, zone) }) { return past }
        let first = try register.read { try $0.firstEntryTime() }.flatMap { civilDate($0, zone) }
        throw Failure(
            .notFound, "the register did not exist on \(day)", hint: first.map { "it begins on \($0)" })
    }
}
