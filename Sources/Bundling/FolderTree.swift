import Archive
import Glibc

/// The files below a folder, with what does not belong into a bag.
struct FolderTree {
    let root: String
    private(set) var files: [BagPath: Int] = [:]
    private(set) var problems: [Problem] = []
    private(set) var hasPayloadFolder = false

    init(root: String) { self.root = root }

    /// Throws when the root cannot be read; anything below that cannot be is a problem.
    mutating func walk() throws(SystemFault) {
        var pending = try visit("")
        while let folder = pending.popLast() {
            do { pending += try visit(folder + "/") } catch {
                problems.append(Problem(.fileUnreadable, folder, error.message))
            }
        }
    }

    /// Notes the files of a folder and returns the folders in it.
    private mutating func visit(_ prefix: String) throws(SystemFault) -> [String] {
        var folders: [String] = []
        for name in try Self.names(in: root + "/" + prefix) {
            guard let name else {
                problems.append(Problem(.nameForbidden, prefix, "holds a name that is not UTF-8"))
                continue
            }
            var status = stat()
            let path = prefix + name
            try SystemFault.check(lstat(root + "/" + path, &status))
            switch Int(status.st_mode) & FileType.mask {
            case FileType.regular: files[BagPath(path)] = Int(status.st_size)
            case FileType.folder: folders.append(path)
            case FileType.link:
                problems.append(Problem(.entryNotAFile, path, "a link, neither a file nor a folder"))
            default: problems.append(Problem(.entryNotAFile, path, "neither a file nor a folder"))
            }
        }
        if prefix.isEmpty { hasPayloadFolder = folders.contains("data") }
        return folders
    }

    /// The names in a folder; nil for one that is not UTF-8.
    private static func names(in folder: String) throws(SystemFault) -> [String?] {
        guard let stream = opendir(folder) else { throw SystemFault(errno) }
        defer { closedir(stream) }
        var names: [String?] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                if errno != 0 { throw SystemFault(errno) }
                return names
            }
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
    }
}
