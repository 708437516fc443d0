import Certification

extension BundleAssembly {
    /// This assembly, telling of what changed since an earlier bundle.
    public func telling(since entry: BundleIndex.SinceEntry) -> BundleAssembly {
        var assembly = self
        assembly.index = index.telling(since: entry)
        return assembly
    }

    /// The parts of this assembly by a plan over its files: each tells of all, and holds its own.
    public func parts(_ plan: PartPlan, group: String) -> [BundleAssembly] {
        let places = Dictionary(
            plan.parts.enumerated().flatMap { number, part in part.map { (files[$0].path, number + 1) } },
            uniquingKeysWith: { first, _ in first })
        return plan.parts.enumerated().map { number, part in
            let entry = BundleIndex.PartEntry(group: group, number: number + 1, count: plan.parts.count)
            var assembly = self
            assembly.files = StoredFiles(part.lazy.map { files[$0] })
            assembly.index = index.telling(part: entry, of: places)
            return assembly
        }
    }
}
