import ArgumentParser
import Certification
import Store

/// `dossier profile list`
struct ProfileList: Command {
    static let configuration = CommandConfiguration(
        "list", "List the profiles that come with the program, and those in use.",
        examples: ["dossier profile list", "dossier profile list --format json"],
        statuses: [.unusableData, .inputOutput, .temporary, .notPermitted])

    @OptionGroup var format: FormatOption
    @OptionGroup var global: GlobalOptions

    fileprivate struct Page: Listing {
        struct Line: Encodable {
            let name: String
            let shipped: Bool
            /// The settings that differ from what is usual.
            let settings: [String: String]
            let certificates: [String]
        }

        let profiles: [Line]

        static let header = ["name", "shipped", "settings", "certificates"]

        var rows: [[String]] {
            profiles.map {
                [$0.name, $0.shipped ? "yes" : "no", $0.text, $0.certificates.joined(separator: " ")]
            }
        }

        func show(_ console: Console) throws {
            var table = TextTable(columns: [
                .init("profile"), .init("certificates", shrinks: true), .init("differs in"),
            ])
            table.rows = profiles.map {
                [
                    $0.name, $0.certificates.isEmpty ? "-" : $0.certificates.joined(separator: ", "),
                    $0.settings.isEmpty ? "nothing: as usual" : $0.text,
                ]
            }
            try console.table(table)
            console.tell("Next: dossier profile show NAME, or dossier certificate add ... --profile NAME")
        }
    }

    func run(in session: Session) throws -> ExitStatus {
        let shipped = try ProfileLibrary.names.map { try session.profile($0) }
        let certificates = try session.certificatesIfAny()
        let own = certificates.map(\.profile).filter { !shipped.contains($0) }.unrepeated
        let page = Page(
            profiles: (shipped + own).map { profile in
                .init(
                    name: profile.name, shipped: shipped.contains(profile), settings: profile.settings,
                    certificates: certificates.filter { $0.profile == profile }.map(\.id))
            })
        try session.console.render(page, as: format.format)
        return .done
    }
}

extension ProfileList.Page.Line {
    fileprivate var text: String {
        settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    }
}

extension [BodyProfile] {
    fileprivate var unrepeated: [BodyProfile] {
        var seen: Set<BodyProfile> = []
        return filter { seen.insert($0).inserted }
    }
}

extension Session {
    /// The certificates of the register, where there is one.
    fileprivate func certificatesIfAny() throws -> [Certificate] {
        do {
            return try register().read { try $0.certificates() }
        } catch RegisterError.notFound {
            return []
        }
    }
}
