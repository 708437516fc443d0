import Foundation

/// Where a register lies: a `.dossier` folder inside the folder of the organization's system.
public struct RegisterLocation: Hashable, Sendable {
    /// The folder that holds `.dossier`.
    public let folder: String

    /// The location of a register in a folder, whether there is one or not.
    public init(folder: String) { self.folder = folder }

    /// The `.dossier` folder.
    public var directory: String { folder.appendingPathComponent(".dossier") }
    /// The database's file.
    public var database: String { directory.appendingPathComponent("register.sqlite") }
    /// The folder of file contents.
    public var vault: String { directory.appendingPathComponent("vault") }
    /// The index of texts: a cache that may be deleted.
    public var textIndex: String { directory.appendingPathComponent("text.sqlite") }
    /// The table of subjects that people add to those that the program brings along.
    public var subjects: String { directory.appendingPathComponent("subjects.tsv") }
    /// The file of settings that people edit.
    public var configuration: String { directory.appendingPathComponent("config.yaml") }

    /// The database as an address, in which SQLite takes options.
    var databaseAddress: String { address(of: database) }

    func address(of path: String) -> String {
        let unreserved = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/-._~")
        return "file:" + (path.addingPercentEncoding(withAllowedCharacters: unreserved) ?? path)
    }

    /// Looks in `folder` and upward, as git does.
    public static func find(from folder: String) throws(RegisterError) -> RegisterLocation {
        var current = folder
        while true {
            let location = RegisterLocation(folder: current)
            if FileManager.default.fileExists(atPath: location.database) { return location }
            if access(location.database, F_OK) != 0, errno == EACCES {
                throw .notWritable(path: location.directory, why: "permission denied")
            }
            let parent = current.deletingLastPathComponent
            if parent == current || parent.isEmpty { throw .notFound(folder: folder) }
            current = parent
        }
    }
}

extension String {
    /// This path with one more component.
    func appendingPathComponent(_ component: String) -> String {
        utf8.last == UInt8(ascii: "/") ? self + component : self + "/" + component
    }

    /// The folder of this absolute path.
    var deletingLastPathComponent: String {
        guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
        return slash == startIndex ? "/" : String(self[..<slash])
    }
}
