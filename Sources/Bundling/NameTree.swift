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
    private var spellings: Set<FoldedPath> = []
    /// Octets of the paths of all folders.
    private(set) var folderOctets = 0
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
            if folders.insert(path).inserted { noteFolder(path) }
        }
        return nil
    }

    /// False when one of them is a file.
    private mutating func makeFolders(above path: BagPath) -> Bool {
        var unknown: [BagPath] = []
        // Whatever lies above a known folder is known as well.
        while let parent = (unknown.last ?? path).parent, !folders.contains(parent) {
            if files.contains(parent) { return false }
            unknown.append(parent)
        }
        for folder in unknown.reversed() {
            folders.insert(folder)
            noteFolder(folder)
        }
        return true
    }

    /// Keeps the clashes alone: no name comes any more.
    mutating func forgetNames() {
        (files, folders, announced, spellings) = ([], [], [], [])
    }

    private mutating func noteFolder(_ path: BagPath) {
        folderOctets += path.text.utf8.count
        noteSpelling(path)
    }

    private mutating func noteSpelling(_ path: BagPath) {
        let (isNew, known) = spellings.insert(FoldedPath(path))
        if !isNew { clashes.append((known.path, path)) }
    }
}
