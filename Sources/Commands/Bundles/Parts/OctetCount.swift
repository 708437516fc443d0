import ArgumentParser

/// A number of octets as people write it: `20MB`, `20MiB`, `500kB`.
struct OctetCount: ExpressibleByArgument, Equatable {
    let octets: Int

    /// By the letters behind the number, whatever their case: kB counts thousands, KiB 1,024.
    private static let units = [
        "b": 1, "kb": 1_000, "mb": 1_000_000, "gb": 1_000_000_000, "kib": 1 << 10, "mib": 1 << 20,
        "gib": 1 << 30,
    ]

    init(_ octets: Int) { self.octets = octets }

    init?(argument: String) {
        let digits = argument.prefix { $0.isASCII && $0.isNumber }
        let unit = argument.dropFirst(digits.count).drop { $0 == " " }.lowercased()
        guard let number = Int(digits), number > 0, let factor = Self.units[unit] else { return nil }
        let (octets, overflow) = number.multipliedReportingOverflow(by: factor)
        guard !overflow else { return nil }
        self.octets = octets
    }
}
