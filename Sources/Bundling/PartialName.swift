/// Names of files that are not whole yet.
enum PartialName {
    /// `partial-00000000000000ff`
    static func suffix(_ random: UInt64) -> String {
        let digits = String(random, radix: 16)
        return "partial-" + String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// `folder/.acme.zip.partial-00000000000000ff` for `folder/acme.zip`: in the same folder, because only
    /// there is renaming a single step.
    static func path(for final: String, _ random: UInt64) -> String {
        let name = final[(final.lastIndex(of: "/").map { final.index(after: $0) } ?? final.startIndex)...]
        return final.dropLast(name.count) + "." + PayloadName.part(String(name)) + "." + suffix(random)
    }
}
