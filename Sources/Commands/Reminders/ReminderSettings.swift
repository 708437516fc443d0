import Certification
import Reporting
import Store

/// How reminders are sent from a register: when, to whom, in which words.
struct ReminderSettings {
    let policy: ReminderPolicy
    let mail: RegisterConfiguration.MailConfiguration
    private let organization: String
    private let identity: String
    private let template: ReminderBody.Template?

    init(_ register: Register, _ session: Session) throws {
        let location = register.location
        let configuration = try RegisterConfiguration.load(location)
        let folder = location.configuration.parentFolder
        let holidays = try configuration.holidays.map { name in
            try HolidayCalendar.load(name.hasPrefix("/") ? name : folder.joined(name), shown: name)
        }
        policy = ReminderPolicy(leads: configuration.leads, workdays: Workdays(holidays: holidays ?? []))
        mail = configuration.mail
        template = try mail.template.map { name in
            .init(name: name, text: try SmallFile.text(name.hasPrefix("/") ? name : folder.joined(name)))
        }
        (organization, identity) = try register.read { (try $0.organization(), try $0.registerIdentity()) }
    }

    /// Who gets mail about an item: its owner, where an address is known, otherwise the one for everything; nil where
    /// there is none.
    func address(of item: DueItem) -> String? {
        item.owner.flatMap { mail.owners[$0.lowercased()] } ?? mail.to
    }

    /// Why an item cannot be told by mail.
    static func noAddress(of item: DueItem) -> Failure {
        Failure(
            .unusableData,
            "no address for \(item.owner ?? "items without an owner"): \(item.subject) \(item.title)",
            hint: "say mail: to: in .dossier/config.yaml")
    }

    /// The octets of one message.
    func message(_ digest: ReminderDigest, _ format: RemindFormat, _ session: Session) throws -> [UInt8] {
        switch format {
        case .text: Array((digest.table.joined(separator: "\n") + "\n").utf8)
        case .json: try session.console.collecting { try $0.json(digest) }
        case .mail:
            try ReminderMail(
                digest, from: mail.sender, organization: organization, identity: identity,
                template: template
            ).octets(at: session.now())
        }
    }
}
