import Certification
import Foundation

/// The files of a folder and below in a fixed order, with what was passed over and what cannot be used.
struct FolderWalk {
    /// A file that was met.
    struct File: Hashable {
        /// From the folder that is walked.
        let path: String
        /// Seconds since 1970.
        let modified: Int
    }

    private(set) var files: [File] = []
    /// How many were passed over, by what they are.
    private(set) var skipped: [String: Int] = [:]
    /// Paths that cannot be used, and why.
    private(set) var rejected: [(path: String, why: String)] = []
    private let root: String
    private let rules: String?

    private static let mostFiles = 200_000
    private static let mostDepth = 64
    private static let leavings: Set<String> = ["thumbs.db", "desktop.ini", "ehthumbs.db"]

    /// `rules` is the file of rules, which is no document even where it lies among them; without links and dots, as `root`.
    init(_ root: String, rules: String?) throws {
        (self.root, self.rules) = (root, rules)
        try walk("", depth: 0)
    }

    private mutating func walk(_ folder: String, depth: Int) throws {
        let path = folder.isEmpty ? root : root.joined(folder)
        guard depth < Self.mostDepth, let names = try? FileManager.default.contentsOfDirectory(atPath: path)
        else {
            if depth == 0 { throw Failure(.notPermitted, "\(root) may not be read") }
            rejected.append(
                (folder, depth < Self.mostDepth ? "the folder may not be read" : "folders nest too deep"))
            return
        }
        for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            if let kind = Self.kind(ofLeaving: name) {
                skipped[kind, default: 0] += 1
            } else {
                try take(folder.isEmpty ? name : folder.joined(name), depth)
            }
        }
    }

    /// What programs and systems leave behind.
    private static func kind(ofLeaving name: String) -> String? {
        if name.hasPrefix(".") { return "hidden" }
        if name.hasPrefix("~$") || name.hasPrefix(".~lock") { return "lock file" }
        return leavings.contains(name.lowercased()) ? "system file" : nil
    }

    private mutating func take(_ path: String, _ depth: Int) throws {
        let full = root.joined(path)
        var status = stat()
        guard !path.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            return rejected.append((path, "its name holds control characters"))
        }
        guard lstat(full, &status) == 0 else { return rejected.append((path, reason(errno))) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: try walk(path, depth: depth + 1)
        case S_IFLNK: judge(link: path, full)
        case S_IFREG where full == rules: skipped["file of rules", default: 0] += 1
        case S_IFREG:
            guard files.count < Self.mostFiles else {
                throw Failure(
                    .unusableData, "\(root) holds more than \(Self.mostFiles) files",
                    hint: "import its folders one by one")
            }
            files.append(File(path: path, modified: status.st_mtim.tv_sec))
        default: rejected.append((path, "is no regular file"))
        }
    }

    /// Links are not followed; one that leads nowhere or back to where it lies is said.
    private mutating func judge(link path: String, _ full: String) {
        guard let target = RealPath.of(full) else {
            return rejected.append((path, "is a link that leads nowhere"))
        }
        let home = RealPath.of(full.parentFolder) ?? full.parentFolder
        if target == home || RealPath.lies(home, below: target) {
            rejected.append((path, "is a link to a folder in which it lies"))
        } else {
            skipped["link", default: 0] += 1
        }
    }
}
