import ArgumentParser

/// The noun `finding`: what audits find, and the way to its closure.
struct FindingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "finding", "Keep what audits find, and answer it in time.",
        detail: """
            A finding is raised of an audit, put right, explained, acted on, looked at for effect and closed, each by a
            named person on a day. Nothing is rewritten: what was wrong is set right by a further step. Nonconformities
            are bound by rules NC-1 to NC-4; the earliest date counts.
            """,
        subcommands: [
            FindingRaise.self, FindingImport.self, FindingList.self, FindingShow.self, FindingCorrect.self,
            FindingCause.self,
            FindingAct.self, FindingVerifyEffect.self, FindingClose.self, FindingReopen.self,
        ])
}
