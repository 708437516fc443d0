import Bundling
import Certification
import Reporting

/// What goes into a bundle and what does not, for the person who packs it.
struct PackSummary {
    private let index: BundleIndex
    private let files: Int
    private let octets: Int

    init(_ assembly: BundleAssembly) {
        index = assembly.index
        files = assembly.files.count
        octets = assembly.files.reduce(0) { $0 + $1.size }
    }

    /// `41 evidence files, 481 kB`
    var contents: String { "\(counted(files, "evidence file")), \(FileSize.text(octets))" }

    var remarks: [String] {
        [withheld, superseded, notReady].compactMap(\.self)
    }

    private func items(_ absence: BundleIndex.Absence) -> [String] {
        index.evidence.filter { $0.files.contains { $0.absence == absence } }.map(\.id)
    }

    private var withheld: String? {
        let ids = items(.withheld)
        guard !ids.isEmpty, let level = index.classificationUpTo else { return nil }
        return
            "  withheld   \(counted(ids.count, "item")) above \"\(level.rawValue)\": \(ids.joined(separator: ", ")); listed with the reason"
    }

    private var superseded: String? {
        let count = index.evidence.flatMap(\.files).count { $0.absence == .superseded }
        return count == 0 ? nil : "  left out   \(counted(count, "superseded revision")): listed"
    }

    private var notReady: String? {
        let counts = [ClauseStatus.missing, .stale, .requested].compactMap { status in
            let count = index.clauses.count { $0.status == status }
            return count == 0 ? nil : "\(count) \(status.rawValue)"
        }
        return counts.isEmpty
            ? nil : "  not ready  clauses: \(counts.joined(separator: ", ")); listed on the first page"
    }
}
