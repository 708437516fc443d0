import Certification
import Reporting

/// A page of `dossier help` about something other than a command.
enum HelpTopic: String, CaseIterable {
    case formats
    case kinds
    case exitCodes = "exit-codes"

    /// The topic that a command line asks for: `help formats`.
    init?(_ arguments: [String]) {
        guard arguments.count == 2, arguments[0] == "help" else { return nil }
        self.init(rawValue: arguments[1])
    }

    var text: String {
        switch self {
        case .formats: ShippedTemplate.text("help/formats.txt")?.trimmed ?? ""
        case .kinds: Self.kindTable
        case .exitCodes:
            "Exit statuses of every command:\n\n"
                + ExitStatus.allCases.map {
                    "  \(TerminalText.padded(String($0.rawValue), to: 3)) \($0.meaning)"
                }
                .joined(separator: "\n")
        }
    }

    private static var kindTable: String {
        let width = EvidenceKind.allCases.map(\.rawValue.count).max() ?? 0
        let lines = EvidenceKind.allCases.sorted().map { kind in
            "  \(TerminalText.padded(kind.rawValue, to: width))  "
                + KindAnswers.usual.demands(answeredBy: kind).demands.map(\.rawValue).joined(
                    separator: " and ")
        }
        return """
            Kinds of evidence, and which demand for documented information each can answer:
            maintain (a document to keep current) or retain (a record to keep).


            """ + lines.joined(separator: "\n")
    }
}
