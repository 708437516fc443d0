import Foundation

/// Where a register lies: a `.dossier` folder inside the folder of the organization's system.
public struct RegisterLocation: Hashable, Sendable {
    /// The folder that holds `.dossier`.
    public let folder: String

    public init(folder: String) { self.folder = folder }

    public var directory: String { folder.appendingPathComponent(".dossier") }
    public var database: String { directory.appendingPathComponent("register.sqlite") }
    public var vault: String { directory.appendingPathComponent("vault") }
    public var configuration: String { directory.appendingPathComponent("config.yaml") }

    /// Looks in `folder` and upward, as git does.
    public static func find(from folder: String) throws(RegisterError) -> RegisterLocation {
        var current = folder
        while true {
            let location = RegisterLocation(folder: current)
            if FileManager.default.fileExists(atPath: location.database) { return location }
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
