import Certification
import Foundation

/// A text file that is read whole: a catalogue, a list.
enum SmallFile {
    /// Octets; larger files are refused before they are read.
    static let limit = 64 << 20

    /// The UTF-8 text of a regular file.
    static func text(_ path: String, atMost limit: Int = limit) throws -> String {
        let data = try content(path, atMost: limit)
        if data.starts(with: Data("PK\u{3}\u{4}".utf8)) {
            throw Failure(
                .unusableData, "\(path) is a workbook or an archive, not text",
                hint: "save the sheet as CSV (UTF-8)")
        }
        if data.contains(0) {
            throw Failure(
                .unusableData, "\(path) holds NUL characters: it is no UTF-8 text",
                hint: "save it as UTF-8 and try again")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw Failure(.unusableData, "\(path) is not UTF-8 text", hint: "save it as UTF-8 and try again")
        }
        return text
    }

    /// What the system says of a regular file.
    private static func status(_ path: String) throws -> stat {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw Failure(errno == EACCES ? .notPermitted : .notFound, "\(path): \(reason(errno))")
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw Failure(.unusableData, "\(path) is no regular file")
        }
        return status
    }

    /// Refuses what is not there or no regular file; `name` is what the user called it.
    static func refuseMissing(_ path: String, shown name: String) throws {
        do { _ = try status(path) } catch let failure as Failure {
            throw failure.speaking(of: name, for: path)
        }
    }

    /// The octets of a regular file, whose size is looked at before it is read.
    static func content(_ path: String, atMost limit: Int = limit) throws -> Data {
        let status = try status(path)
        guard Int(status.st_size) <= limit else {
            throw Failure(.unusableData, "\(path) is larger than \(limit >> 20) MiB")
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(.notPermitted, "\(path) may not be read")
        }
        return data
    }
}

extension SmallFile {
    /// The octets of a regular file that has no more than a few.
    static func octets(_ path: String, shown name: String, limit: Int) throws -> [UInt8] {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw Failure(errno == EACCES ? .notPermitted : .notFound, "\(name): \(reason(errno))")
        }
        guard status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) <= limit else {
            throw Failure(.unusableData, "\(name) is no regular file of at most \(limit >> 10) KiB")
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(.notPermitted, "\(name) may not be read")
        }
        return Array(data)
    }
}

/// `1 problem`, `2 problems`
func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(plural ?? noun + "s")"
}
