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
    /// Pairs of names that some file system cannot tell apart.
    private(set) var clashes: [(BagPath, BagPath)] = []

    /// Takes a name up, or tells why not.
    mutating func insert(_ path: BagPath, isFolder: Bool) -> Refusal? {
        if files.contains(path) { return isFolder ? .fileAndFolder : .duplicate }
        if announced.contains(path) { return isFolder ? .duplicate : .fileAndFolder }
        if !isFolder, folders.contains(path) { return .fileAndFolder }
        if path.parents.contains(where: files.contains) { return .fileAndFolder }
        for parent in path.parents where folders.insert(parent).inserted { noteSpelling(parent) }
        if !isFolder {
            files.insert(path)
            noteSpelling(path)
        } else {
            announced.insert(path)
            if folders.insert(path).inserted { noteSpelling(path) }
        }
        return nil
    }

    private mutating func noteSpelling(_ path: BagPath) {
        if let other = spellings.updateValue(path, forKey: path.folded) { clashes.append((other, path)) }
    }
}
