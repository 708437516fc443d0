import Certification
import Foundation
import Store
import Yams

/// What `config.yaml` says.
struct RegisterConfiguration: Equatable {
    /// An IANA name such as `Europe/Berlin`; nil for the machine's zone.
    var timeZone: String?
    /// The file of holidays, as it is written; relative to the folder of `config.yaml`.
    var holidays: String?
    /// Days before a due day on which reminders are sent.
    var leads = ReminderPolicy.usualLeads
    /// The file that says whose signatures of bundles count; relative to the folder of `config.yaml`.
    var allowedSigners: String?
    /// How mail is addressed.
    var mail = MailConfiguration()

    /// Who gets which mail.
    struct MailConfiguration: Equatable {
        /// The sender's address.
        var from: String?
        /// The sender's address, or one that nobody can answer.
        var sender: String { from ?? "dossier@localhost.localdomain" }
        /// Who gets what no owner's address is known for.
        var to: String?
        /// Addresses by the role or person that answers, in lower case.
        var owners: [String: String] = [:]
        /// A template in place of the shipped one; relative to the folder of `config.yaml`.
        var template: String?
    }

    /// The file that a new register gets.
    static let initialText = """
        # Settings of this register. Everything may be left out.

        # The zone that decides which day is today, as an IANA name; the machine's own when left out.
        # time_zone: Europe/Berlin

        # Days without work, beside Saturdays and Sundays: a file of lines "YYYY-MM-DD name", or an .ics file.
        # holidays: holidays.txt

        # Days before a due day on which reminders are sent; recertification and expiry begin 180 days before.
        # leads: [90, 60, 30, 14, 7, 1]

        # Mail of `dossier remind --format mail`: the sender, who gets what nobody else gets, the addresses of owners, and a
        # template in place of the usual text (dossier help formats).
        # mail:
        #   from: dossier@example.com
        #   to: quality@example.com
        #   owners:
        #     Service desk lead: desk@example.com
        #   template: reminder.txt

        # Whose signatures of bundles count for `dossier verify`: a file as ssh-keygen(1) describes it, ALLOWED SIGNERS.
        # allowed_signers: allowed_signers

        """

    static func load(_ location: RegisterLocation) throws -> RegisterConfiguration {
        // Settings that are there but cannot be read are an error: silently other ones would be worse.
        guard access(location.configuration, F_OK) == 0 else { return RegisterConfiguration() }
        return try parse(try SmallFile.text(location.configuration), path: location.configuration)
    }

    static func parse(_ text: String, path: String) throws -> RegisterConfiguration {
        do {
            guard let root = try Yams.compose(yaml: text) else { return RegisterConfiguration() }
            return try ConfigurationReader(path: path).read(root)
        } catch let error as YamlError {
            throw Failure(.unusableData, "\(path):\(error.line): \(error.sentence)")
        }
    }
}
