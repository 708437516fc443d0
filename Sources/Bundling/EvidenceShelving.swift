import Certification
import Synchronization

/// Puts items on the shelf on a thread of its own while the next ones are being read.
final class EvidenceShelving {
    private final class Keeper: Sendable {
        private let shelf: Mutex<EvidenceShelf>

        init(_ request: BundleRequest) { shelf = Mutex(EvidenceShelf(request)) }

        func put(_ records: [EvidenceRecord]) {
            shelf.withLock { shelf in for record in records { shelf.put(record) } }
        }

        func taken() -> EvidenceShelf { shelf.withLock { $0 } }
    }

    private let keeper: Keeper
    private let conveyor: Conveyor<[EvidenceRecord]>
    private var records: [EvidenceRecord] = []

    /// Items that are worth handing over.
    private static let most = 64

    init(_ request: BundleRequest) {
        let keeper = Keeper(request)
        self.keeper = keeper
        conveyor = Conveyor { keeper.put($0) }
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
        conveyor.finish()
        return keeper.taken()
    }
}
