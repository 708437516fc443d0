import Certification
import Reporting
import Yams

/// Reads settings one by one; whatever is unknown or wrong is an error with its line.
struct ConfigurationReader {
    let path: String

    private static let known = ["time_zone", "holidays", "leads", "mail", "allowed_signers"]
    private static let knownOfMail = ["from", "to", "owners", "template"]

    func read(_ root: Node) throws -> RegisterConfiguration {
        var configuration = RegisterConfiguration()
        for (key, value) in try mapping(root) {
            switch key.string {
            case "time_zone": configuration.timeZone = try text(value, key)
            case "holidays": configuration.holidays = try text(value, key)
            case "leads": configuration.leads = try leads(value, key)
            case "mail": configuration.mail = try mail(value)
            case "allowed_signers": configuration.allowedSigners = try text(value, key)
            default: throw unknown(key, Self.known)
            }
        }
        return configuration
    }

    private func mail(_ node: Node) throws -> RegisterConfiguration.MailConfiguration {
        var mail = RegisterConfiguration.MailConfiguration()
        for (key, value) in try mapping(node) {
            switch key.string {
            case "from": mail.from = try address(value, key)
            case "to": mail.to = try address(value, key)
            case "template": mail.template = try text(value, key)
            case "owners":
                for (owner, value) in try mapping(value) {
                    mail.owners[(try text(owner, owner)).lowercased()] = try address(value, owner)
                }
            default: throw unknown(key, Self.knownOfMail)
            }
        }
        return mail
    }

    private func leads(_ node: Node, _ key: Node) throws -> [Int] {
        let leads = node.array().compactMap(\.int)
        guard !leads.isEmpty, leads.count == node.array().count, leads.allSatisfy({ (1...3650).contains($0) })
        else {
            throw failure(key, "leads is a list of days from 1 to 3650: [90, 30, 7]")
        }
        return leads
    }

    /// An address is one word with one sign between two parts: nothing that could end a header.
    private func address(_ node: Node, _ key: Node) throws -> String {
        let text = try text(node, key)
        guard MailAddress.isPlain(text) else {
            throw failure(key, "\"\(text)\" is no address; write name@example.com")
        }
        return text
    }

    private func text(_ node: Node, _ key: Node) throws -> String {
        guard let text = node.string, !text.trimmed.isEmpty else {
            throw failure(key, "\(key.string ?? "?") needs a text")
        }
        return text.trimmed
    }

    private func mapping(_ node: Node) throws -> Node.Mapping {
        guard let mapping = node.mapping else { throw failure(node, "not a list of settings") }
        return mapping
    }

    private func unknown(_ key: Node, _ known: [String]) -> Failure {
        failure(key, "unknown setting \"\(key.string ?? "?")\"; known: \(known.joined(separator: ", "))")
    }

    private func failure(_ node: Node, _ message: String) -> Failure {
        Failure(.unusableData, "\(path):\(node.mark?.line ?? 1): \(message)")
    }
}
