/// Gives every evidence file of a bundle its path, each unlike all others on any file system.
public struct PayloadNamer: Sendable {
    /// The spelling of each folder by what was asked for: few are asked for often.
    private var spellings: [String: String] = [:]
    /// Folders by their folded name, so that `Access control` and `access Control` share one.
    private var folders: [String: String] = [:]
    private var taken = FoldedNames()

    /// A namer that has named nothing yet.
    public init() {}

    /// The next free path `data/evidence/<folder>/<stem> <suffix>.<extension of the original name>`.
    ///
    /// The same calls in the same order give the same paths. `folder` is a clause's number and title, `stem`
    /// an evidence item's identifier and title. `suffix` is the label or period of one of its files: a long
    /// title is cut, the suffix stays.
    public mutating func name(
        folder: String, stem: String, suffix: String?, originalName: String
    ) -> String {
        let folderName = spelling(of: folder)
        let fileExtension = PayloadName.fileExtension(of: originalName)
        var number = 1
        while true {
            let file = PayloadName.file(
                stem: stem, suffix: suffix, number: number, fileExtension: fileExtension)
            let path = "data/evidence/\(folderName)/\(file)"
            if taken.insert(path) { return path }
            number += 1
        }
    }

    private mutating func spelling(of folder: String) -> String {
        if let known = spellings[folder] { return known }
        let name = PayloadName.part(folder, limit: PayloadName.folderLimit)
        let key = BagPath(name).folded
        let spelling = folders[key] ?? name
        (folders[key], spellings[folder]) = (spelling, spelling)
        return spelling
    }
}
