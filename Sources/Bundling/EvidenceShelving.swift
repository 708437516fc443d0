import Certification

/// Puts items on the shelf on a thread of its own while the next ones are being read.
final class EvidenceShelving {
    private let conveyor: Conveyor<[EvidenceRecord], EvidenceShelf>
    private var records: [EvidenceRecord] = []

    /// Items that are worth handing over.
    private static let most = 64

    init(_ request: BundleRequest) {
        conveyor = Conveyor(to: EvidenceShelf(request)) { records, shelf in
            for record in records { shelf.put(record) }
        }
    }

    func take(_ record: EvidenceRecord) {
        records.append(record)
        if records.count == Self.most { handOver() }
    }

    private func handOver() {
        conveyor.take(records)
        records = []
    }

    /// The shelf once every item is on it.
    func finish() -> EvidenceShelf {
        handOver()
        return conveyor.finish { $0 }
    }
}
