import Glibc

/// One line of the report.
struct Row {
    let what: String
    let measured: Measurement
    /// What the others need for the same; nil where only the time counts.
    var reference: Double?
    var target: Target?
    /// Octets that no run may exceed.
    var memoryLimit = 64 << 20
    var remark = ""

    enum Target {
        case ratio(Double)
        case seconds(Double)
    }

    /// Nil without a target.
    var holds: Bool? {
        switch target {
        case .ratio(let most): reference.map { measured.seconds / $0 <= most }
        case .seconds(let most): measured.seconds <= most
        case nil: nil
        }
    }
}

/// The table that is printed, line by line, and whether all targets hold.
struct Report {
    private(set) var holds = true
    /// For each limit of memory the run that needed most.
    private var peaks: [Int: (octets: Int, what: String)] = [:]

    init() { line("", "dossier", "others", "ratio", "target", "", "memory", "") }

    mutating func add(_ rows: [Row]) {
        for row in rows {
            if row.measured.peakMemory > peaks[row.memoryLimit]?.octets ?? 0 {
                peaks[row.memoryLimit] = (row.measured.peakMemory, row.what)
            }
            let verdict = row.holds.map { $0 ? "holds" : "MISSED" } ?? ""
            holds = holds && row.holds != false
            line(
                row.what, Self.time(row.measured.seconds), row.reference.map(Self.time) ?? "",
                row.reference.map { Self.decimal(row.measured.seconds / $0, 2) } ?? "", Self.text(row.target),
                verdict,
                "\(row.measured.peakMemory >> 20) MiB", row.remark)
        }
    }

    mutating func close() {
        print()
        for (limit, peak) in peaks.sorted(by: { $0.key < $1.key }) {
            let fits = peak.octets <= limit
            holds = holds && fits
            print(
                "peak memory \(peak.octets >> 20) MiB (\(peak.what)), target <= \(limit >> 20) MiB: \(fits ? "holds" : "MISSED")"
            )
        }
    }

    private static func text(_ target: Row.Target?) -> String {
        switch target {
        case .ratio(let most): "<= \(decimal(most, 2)) x"
        case .seconds(let most) where most < 0.1: "<= \(Int((most * 1000).rounded())) ms"
        case .seconds(let most): "<= \(decimal(most, 1)) s"
        case nil: ""
        }
    }

    static func time(_ seconds: Double) -> String {
        seconds < 0.1 ? decimal(seconds * 1000, 1) + " ms" : decimal(seconds, 2) + " s"
    }

    static func decimal(_ value: Double, _ places: Int) -> String {
        let power = places == 1 ? 10 : 100
        let scaled = Int((value * Double(power)).rounded())
        let rest = String(scaled % power)
        return "\(scaled / power)." + String(repeating: "0", count: places - rest.count) + rest
    }

    private func line(_ cells: String...) {
        let widths = [40, 10, 10, 7, 9, 7, 9, 0]
        let text = zip(cells, widths).enumerated().map { column, cell in
            let gap = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
            return column == 0 || column > 5 ? cell.0 + gap : gap + cell.0
        }.joined(separator: " ")
        print(text)
        fflush(nil)
    }
}
