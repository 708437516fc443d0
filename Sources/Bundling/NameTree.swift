/// The names that an archive has used so far.
struct NameTree {
    /// Why a name is refused.
    enum Refusal: Hashable {
        case duplicate
        case fileAndFolder
    }

    private var files: Set<BagPath> = []
    private var folders: Set<BagPath> = []
    /// Folders with an entry of their own, which may come once as well.
    private var announced: Set<BagPath> = []
    private var spellings: [String: BagPath] = [:]
    /// Octets of all names: folders are told by the names in them, so a few long names make many.
    private(set) var octets = 0
    /// Pairs of names that some file system cannot tell apart.
    private(set) var clashes: [(BagPath, BagPath)] = []

    /// Takes a name up, or tells why not.
    mutating func insert(_ path: BagPath, isFolder: Bool) -> Refusal? {
        if files.contains(path) { return isFolder ? .fileAndFolder : .duplicate }
        if announced.contains(path) { return isFolder ? .duplicate : .fileAndFolder }
        if !isFolder, folders.contains(path) { return .fileAndFolder }
        guard makeFolders(above: path) else { return .fileAndFolder }
        if !isFolder {
            files.insert(path)
            noteSpelling(path)
        } else {
            announced.insert(path)
            if folders.insert(path).inserted { noteSpelling(path) }
        }
        return nil
    }

    /// False when one of them is a file.
    private mutating func makeFolders(above path: BagPath) -> Bool {
        // Whatever lies above a known folder is known as well.
        guard let parent = path.parent, !folders.contains(parent) else { return true }
        if path.parents.contains(where: files.contains) { return false }
        for folder in path.parents where folders.insert(folder).inserted { noteSpelling(folder) }
        return true
    }

    private mutating func noteSpelling(_ path: BagPath) {
        octets += path.text.utf8.count
        if let other = spellings.updateValue(path, forKey: path.folded) { clashes.append((other, path)) }
    }
}
