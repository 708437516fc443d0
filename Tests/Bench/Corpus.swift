import Glibc

/// Files as an office has them, the same in every run: many small, few large, half of them incompressible.
struct Corpus {
    let files: Int
    let octets: Int
    var smallest = 1 << 10
    var largest = 4 << 20

    /// Clauses to which the files are linked in turn.
    static let clauses = [
        "4.3", "5.2.1", "6.1.2", "7.2", "7.5.4", "8.2.4", "8.3.3", "8.5.1.2", "8.6.1", "9.1", "9.3",
    ]

    /// Many small files: 1 to 8 KiB each.
    static func small(_ files: Int) -> Corpus {
        Corpus(files: files, octets: files * 4_800, smallest: 1 << 10, largest: 8 << 10)
    }

    struct CannotWrite: Error {
        let path: String
    }

    static func name(_ number: Int) -> String {
        let digits = String(number)
        let zeros = String(repeating: "0", count: 5 - digits.count)
        return "document-\(zeros)\(digits)" + (number.isMultiple(of: 2) ? ".docx" : ".csv")
    }

    /// Writes the files and the master list `register.csv` that names them.
    func write(to folder: String) throws {
        guard mkdir(folder, 0o700) == 0 else { throw CannotWrite(path: folder) }
        var list = "id,title,kind,clauses,path\n"
        for (number, size) in sizes().enumerated() {
            let name = Self.name(number)
            try write(size, number, to: folder + "/" + name)
            list +=
                "DOC-\(number),Document \(number),record,\(Self.clauses[number % Self.clauses.count]),\(name)\n"
        }
        try Self.write(folder + "/register.csv") { file in fputs(list, file) }
    }

    /// Sizes whose logarithms are spread evenly from the smallest to the largest, scaled to the whole.
    private func sizes() -> [Int] {
        var noise = Noise(seed: 1)
        let (low, high) = (log2(Double(smallest)), log2(Double(largest)))
        let shapes = (0..<files).map { _ in exp2(low + (high - low) * Double(noise.next() >> 11) / 0x1p53) }
        let factor = Double(octets) / shapes.reduce(0, +)
        return shapes.map { Int($0 * factor) }
    }

    /// Half of the files are noise, as what office programs have packed already; the others are rows of an export.
    private func write(_ size: Int, _ number: Int, to path: String) throws {
        var source = number.isMultiple(of: 2) ? ContentSource.noise(number) : .export(number)
        try Self.write(path) { file in
            var rest = size
            while rest > 0 {
                source.withNextBlock { block in
                    rest -= fwrite(block.baseAddress, 1, min(rest, block.count), file)
                }
            }
        }
    }

    private static func write(_ path: String, _ body: (UnsafeMutablePointer<FILE>) -> Void) throws {
        guard let file = fopen(path, "w") else { throw CannotWrite(path: path) }
        body(file)
        guard fclose(file) == 0 else { throw CannotWrite(path: path) }
    }
}

/// Numbers that look random and are the same in every run.
struct Noise {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    /// Marsaglia's xorshift64*.
    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 0x2545_F491_4F6C_DD1D
    }
}
