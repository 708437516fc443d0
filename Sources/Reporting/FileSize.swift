/// A number of octets as people read it: `512 bytes`, `1.4 MB`; powers of 1000.
enum FileSize {
    /// Rounded down to a tenth, in whole numbers: the same on every machine and in every language.
    static func text(_ octets: Int) -> String {
        if octets == 1 { return "1 byte" }
        var unit = 1_000
        guard octets >= unit else { return "\(octets) bytes" }
        var names = ["kB", "MB", "GB", "TB"][...]
        while octets / unit >= 1_000, names.count > 1 {
            unit *= 1_000
            names.removeFirst()
        }
        let whole = octets / unit
        let tenth = octets % unit * 10 / unit
        return (whole < 100 ? "\(whole).\(tenth) " : "\(whole) ") + (names.first ?? "")
    }
}
