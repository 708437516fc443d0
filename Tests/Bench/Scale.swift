/// How much is measured.
struct Scale {
    let runs: Int
    let files: Int
    let octets: Int
    let items: Int
    let certificates: Int
    let documents: Int
    let documentOctets: Int
    /// Octets of a file that no memory need hold.
    let hugeFile: Int

    static let full = Scale(
        runs: 5, files: 2_000, octets: 1 << 30, items: 100_000, certificates: 1_000,
        documents: 5_000, documentOctets: 300 << 20,
        hugeFile: 8 << 30)
    static let quick = Scale(
        runs: 3, files: 200, octets: 100 << 20, items: 10_000, certificates: 100,
        documents: 500, documentOctets: 30 << 20,
        hugeFile: 1 << 30)
}
