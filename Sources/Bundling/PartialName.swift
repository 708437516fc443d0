import Foundation

/// Names of files that are not whole yet.
enum PartialName {
    static let mark = "partial-"

    /// `partial-00000000000000ff`
    static func suffix(_ random: UInt64) -> String {
        let digits = String(random, radix: 16)
        return mark + String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// `folder/.acme.zip.partial-00000000000000ff` for `folder/acme.zip`: in the same folder, because only
    /// there is renaming a single step.
    static func path(for final: String, _ random: UInt64) -> String {
        folder(of: final) + prefix(of: final) + suffix(random)
    }

    /// The names in a folder that begin like this; the empty path is the folder that one is in.
    static func names(in folder: String, beginning prefix: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)
        return (names ?? []).filter { $0.utf8.starts(with: prefix.utf8) }
    }

    /// With the slash; empty where there is none.
    static func folder(of path: String) -> String {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
    }

    /// How the names of all partial files for one final name begin.
    static func prefix(of final: String) -> String {
        "." + PayloadName.part(final.pathParts.last ?? "") + "."
    }
}
