import Foundation
import Testing

extension Desk {
    /// Changes a file without a trace in its size and its time.
    func writeSilently(_ name: String, _ text: String) throws {
        var status = stat()
        try #require(stat(path + "/" + name, &status) == 0)
        let file = try #require(FileHandle(forWritingAtPath: path + "/" + name))
        try file.write(contentsOf: Data(text.utf8))
        try file.close()
        try setTime(of: name, status.st_mtim)
    }

    /// Gives a file another time of its last change.
    func touch(_ name: String) throws { try setTime(of: name, timespec(tv_sec: 1_700_000_000, tv_nsec: 7)) }

    private func setTime(of name: String, _ time: timespec) throws {
        try #require(utimensat(AT_FDCWD, path + "/" + name, [time, time], 0) == 0)
    }

    func move(_ name: String, to other: String) throws {
        let target = path + "/" + other
        try FileManager.default.createDirectory(
            atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try FileManager.default.moveItem(atPath: path + "/" + name, toPath: target)
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path + "/" + name) }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: target)
    }

    func folder(_ name: String) throws {
        try FileManager.default.createDirectory(
            atPath: path + "/" + name, withIntermediateDirectories: true)
    }

    /// Where the register looks for the files of an item, the latest revision last.
    func sources(of id: String) throws -> [String?] {
        let page = try JSONSerialization.jsonObject(
            with: Data(run("show", id, "--format", "json").out.utf8))
        let revisions = (page as? [String: Any])?["revisions"] as? [[String: Any]]
        return try #require(revisions).map { $0["source"] as? String }
    }

    /// How many entries the journal has.
    func entries() -> Int { run("log", "--format", "csv").out.split(separator: "\r\n").count - 1 }
}
