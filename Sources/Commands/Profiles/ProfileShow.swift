import ArgumentParser
import Certification

/// `dossier profile show NAME`
struct ProfileShow: Command {
    static let configuration = CommandConfiguration(
        "show", "Show every setting of a profile, and what it settles.",
        detail: "Settings that differ from what is usual are marked with *.",
        examples: [
            "dossier profile show default", "dossier profile show cn-qms-2026",
            "dossier profile show body.yaml",
        ],
        statuses: [.unusableData, .notFound, .notPermitted])

    @Argument(help: "A name of dossier profile list, or a file.")
    var name = "default"

    @OptionGroup var format: FormatOption
    @OptionGroup var global: GlobalOptions

    private struct Page: Listing {
        struct Line: Encodable {
            let key: String
            let value: String
            let usual: String
            let rules: [CycleRule]
            let meaning: String
        }

        let profile: String
        let settings: [Line]

        static let header = ["key", "value", "usual", "rules", "meaning"]

        var rows: [[String]] {
            settings.map {
                [$0.key, $0.value, $0.usual, $0.rules.map(\.rawValue).joined(separator: " "), $0.meaning]
            }
        }

        func show(_ console: Console) throws {
            try console.say("Profile \(profile)", .strong)
            var table = TextTable(
                columns: [
                    .init(""), .init("key"), .init("value"), .init("rules", shrinks: true), .init("settles"),
                ], indent: 2)
            table.rows = settings.map {
                [
                    $0.value == $0.usual ? "" : "*", $0.key, $0.value,
                    $0.rules.map(\.rawValue).joined(separator: " "), $0.meaning,
                ]
            }
            try console.table(table)
            console.tell("Next: dossier cycle explain RULE")
        }
    }

    func run(in session: Session) throws -> ExitStatus {
        let profile = try session.profile(name)
        let page = Page(
            profile: profile.name,
            settings: ProfileKey.allCases.map {
                .init(
                    key: $0.rawValue, value: profile[$0], usual: $0.usual, rules: $0.rules,
                    meaning: $0.meaning)
            })
        try session.console.render(page, as: format.format)
        return .done
    }
}
