import Certification
import Documents
import Glibc

/// A document that somebody labelled with the clauses that it is evidence for.
struct LabelledDocument {
    let repository: String
    let path: String
    let isHeldBack: Bool
    let kind: String
    /// By the identifier of a standard; empty where no clause is sensible.
    let clauses: [String: [String]]
    let isNoEvidence: Bool

    static let standards = ["iso20000-1-2018", "iso27001-2022", "iso9001-2015"]

    static func all(in text: String) -> [LabelledDocument] {
        text.split(separator: "\n").dropFirst().compactMap { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 7 else { return nil }
            let cells = fields[4...].map { $0 == "-" ? [] : $0.split(separator: ";").map(String.init) }
            return LabelledDocument(
                repository: fields[0], path: fields[1], isHeldBack: fields[2] == "held-back", kind: fields[3],
                clauses: Dictionary(uniqueKeysWithValues: zip(standards, cells)),
                isNoEvidence: fields[4] == "-")
        }
    }

    var half: String { isHeldBack ? "held-back" : "tuning" }

    func described(in folder: String) -> DescribedDocument? {
        let file = "\(folder)/\(repository.replacing("/", with: "+"))/\(path)"
        guard access(file, R_OK) == 0 else { return nil }
        let text = try? DocumentContent(path: file, named: path)?.text
        let parts = path.split(separator: "/").map(String.init)
        return DescribedDocument(
            fileName: parts.last ?? path, folders: parts.dropLast(),
            text: text ?? DocumentText())
    }
}
