import Archive
import Glibc

/// Removes a file, or a folder with all that is in it, however deep: no path is spelled out that is longer than the
/// system takes, and no link is followed.
enum FolderRemoval {
    private static let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    /// Names that are read before they are removed, so that reading and removing do not meet.
    private static let batch = 4_096

    /// As far as it goes: this is cleaning up behind something that has failed already.
    static func remove(_ path: String) {
        if unlink(path) == 0 { return }
        try? removeFolder(path)
    }

    /// From folder to folder, with one of them open at a time.
    private static func removeFolder(_ path: String) throws(SystemFault) {
        var folder = OpenFile(owning: try SystemFault.check(open(path, flags)))
        var entered: [String] = []
        while true {
            if let name = try firstFolder(emptying: folder) {
                let inner = try SystemFault.check(openat(folder.descriptor, name, flags))
                folder = OpenFile(owning: inner)
                entered.append(name)
            } else if let name = entered.popLast() {
                let outer = try SystemFault.check(openat(folder.descriptor, "..", flags))
                folder = OpenFile(owning: outer)
                try SystemFault.check(unlinkat(folder.descriptor, name, AT_REMOVEDIR))
            } else {
                break
            }
        }
        try SystemFault.check(rmdir(path))
    }

    /// Removes the files until there is a folder among them; nil once nothing is left.
    private static func firstFolder(emptying folder: borrowing OpenFile) throws(SystemFault) -> String? {
        while true {
            let names = try names(in: folder)
            if names.isEmpty { return nil }
            for name in names where unlinkat(folder.descriptor, name, 0) != 0 {
                if errno == EISDIR || errno == EPERM { return name }
                throw SystemFault(errno)
            }
        }
    }

    private static func names(in folder: borrowing OpenFile) throws(SystemFault) -> [String] {
        let descriptor = try SystemFault.check(openat(folder.descriptor, ".", flags))
        guard let stream = fdopendir(descriptor) else {
            let fault = SystemFault(errno)
            close(descriptor)
            throw fault
        }
        defer { closedir(stream) }
        var names: [String] = []
        while names.count < batch, let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}
