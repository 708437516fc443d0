import Certification
import Store

/// A file of a folder that was read.
struct FolderDocument {
    let file: FolderWalk.File
    let content: VaultContent
    /// What it says of itself, but for a title that it only shows.
    let header: DocumentHeader
    let suggestion: FolderSuggestion
    let rule: FolderRules.Rule
    let name: VersionedName
    /// The items that hold this content already.
    let held: [String]

    /// Whether an item holds this content.
    func isHeld(by id: String) -> Bool { held.contains { $0.uppercased() == id.uppercased() } }

    /// The title that it states, then the one that stands at its top, then the one that a program keeps of it.
    var statedTitle: String? {
        let isKept = header.places["title"] == .property
        return isKept ? suggestion.title ?? header.facts.title : header.facts.title ?? suggestion.title
    }

    /// Its own version; else that of its name.
    var label: String? { header.file.label ?? name.version ?? name.day?.description }

    /// What tells its age.
    var version: DocumentVersion { DocumentVersion(name: name, file: header.file) }
}
