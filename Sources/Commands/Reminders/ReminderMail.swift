import Certification
import Reporting
import Store

/// A digest as a message: the subject says the worst, the body all of it.
struct ReminderMail {
    private let digest: ReminderDigest
    private let from: String
    private let organization: String
    private let identity: String
    private let template: ReminderBody.Template?

    init(
        _ digest: ReminderDigest, from: String, organization: String, identity: String,
        template: ReminderBody.Template?
    ) {
        self.digest = digest
        self.from = from
        self.organization = organization
        self.identity = identity
        self.template = template
    }

    func octets(at time: Timestamp) throws -> [UInt8] {
        MailMessage(
            from: from, to: digest.recipient, subject: subject, date: time, identifier: identifier,
            body: try body
        ).octets
    }

    /// `OVERDUE 5d: SV-1 first surveillance (2027-05-14) and 3 more`: the worst is what is due first.
    private var subject: String {
        guard let worst = digest.lines.min(by: { ($0.due, $0.key) < ($1.due, $1.key) }) else {
            return organization
        }
        let more = digest.lines.count > 1 ? " and \(digest.lines.count - 1) more" : ""
        let late = worst.days < 0 ? "OVERDUE \(-worst.days)d" : worst.word
        return "\(late): \(worst.rule) \(worst.title) (\(worst.due))\(more)"
    }

    /// The same digest of the same register always has the same name, so that a second copy is recognized.
    private var identifier: String {
        let told = digest.marks.map { "\($0.0.item) \($0.1.due) \($0.1.step)" }.joined(separator: "\n")
        let print = Fingerprint(of: Array("\(digest.recipient)\n\(digest.day)\n\(told)".utf8))
        return "\(digest.day).\(print.hex.prefix(32))@\(identity).dossier.invalid"
    }

    private var body: String {
        get throws {
            let sections = ReminderLine.Section.allCases.compactMap { section in
                let lines = digest.lines.filter { $0.section == section }.map(\.inBody)
                return lines.isEmpty ? nil : (title: section.title, lines: lines)
            }
            do throws(TemplateProblem) {
                return try ReminderBody.text(
                    organization: organization, day: digest.day.description, sections: sections,
                    template: template)
            } catch {
                throw Failure(.unusableData, "\(error.template): \(error.problem)")
            }
        }
    }
}

extension ReminderLine {
    fileprivate var inBody: ReminderBody.Line {
        ReminderBody.Line(
            word: days < 0 ? "\(-days) days overdue" : days == 0 ? "today" : "in \(days) days",
            due: due.description,
            what: [standard, subject].compactMap(\.self).joined(separator: " "), rule: rule, title: title,
            owner: owner, movedFrom: movedFrom?.description)
    }
}
