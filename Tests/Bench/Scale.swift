/// How much is measured.
struct Scale {
    let runs: Int
    let files: Int
    let octets: Int
    let items: Int
    let certificates: Int

    static let full = Scale(runs: 5, files: 2_000, octets: 1 << 30, items: 100_000, certificates: 1_000)
    static let quick = Scale(runs: 3, files: 200, octets: 100 << 20, items: 10_000, certificates: 100)
}
