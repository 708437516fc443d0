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

    /// With the slash; empty where there is none.
    static func folder(of path: String) -> String {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
    }

    /// How the names of all partial files for one final name begin.
    static func prefix(of final: String) -> String {
        "." + PayloadName.part(final.pathParts.last ?? "") + "."
    }
}
