import ArgumentParser
import Certification

/// `dossier profile check FILE`
struct ProfileCheck: Command {
    static let configuration = CommandConfiguration(
        "check", "Say everything that is wrong with a profile in a file.",
        examples: ["dossier profile check body.yaml"],
        statuses: [.answerIsNo, .unusableData, .notFound, .notPermitted])

    @Argument(help: "The YAML file.")
    var file: String

    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let (profile, problems) = try session.profileFile(file)
        for problem in problems { try session.console.say("\(file):\(problem.line): \(problem.message)") }
        if problems.isEmpty {
            let count = counted(profile.settings.count, "setting")
            try session.console.say("\(file): profile \(profile.name), \(count) differ from what is usual")
            session.console.tell("Next: dossier certificate add ... --profile \(file)")
        }
        return problems.isEmpty ? .done : .answerIsNo
    }
}
