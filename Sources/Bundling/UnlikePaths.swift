/// Whether paths and the folders above them are all unlike on any file system: seen quickly where they are. Where they
/// may be alike, they must be looked at one by one.
struct UnlikePaths {
    private(set) var areSure = true
    private var names = FoldedNames()
    private var folders: Set<BagPath> = []
    /// Of the path before: most often the same.
    private var folder: BagPath?

    mutating func add(_ path: String) {
        note(path)
        let parent = BagPath(path).parent
        guard let parent, parent != folder else { return }
        folder = parent
        add(folder: parent)
    }

    private mutating func add(folder: BagPath) {
        guard folders.insert(folder).inserted else { return }
        note(folder.text)
        if let parent = folder.parent { add(folder: parent) }
    }

    private mutating func note(_ name: String) {
        if !names.insert(name) { areSure = false }
    }
}
