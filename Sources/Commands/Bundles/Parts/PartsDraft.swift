import Bundling
import Certification
import Reporting
import Store

/// A bundle laid out as several archives, none larger than a limit.
struct PartsDraft {
    let parts: [(name: String, assembly: BundleAssembly, contents: BagContents)]
    let limit: Int

    /// Rounds after which the pages are not waited for any longer to settle.
    private static let mostRounds = 8

    /// The pages stand whole in each part, so their size decides how much room is left for files; and they tell where the
    /// files are. So the plan is made again until it holds.
    init(
        _ assembly: BundleAssembly, name: String, limit: Int, level: Int?, isSigned: Bool, vault: Vault
    ) throws {
        let whole = try BundleDocuments.contents(of: assembly, name: name, level: level, vault: vault)
        let sizes = Self.sizes(of: assembly, in: whole)
        var reserve = whole.mostZipOctets(isSigned: isSigned) - sizes.reduce(0, +)
        self.limit = limit
        for _ in 0..<Self.mostRounds {
            let plan = try Self.plan(assembly, sizes, limit, reserve)
            let group = Self.group(assembly, plan, name)
            let parts = try assembly.parts(plan, group: group).map { part in
                let partName = Self.name(of: part, name)
                return (
                    partName, part,
                    try BundleDocuments.contents(of: part, name: partName, level: level, vault: vault)
                )
            }
            let excess = parts.map { $0.2.mostZipOctets(isSigned: isSigned) - limit }.max() ?? 0
            guard excess > 0 else {
                self.parts = parts
                return
            }
            reserve += excess
        }
        throw Self.tooSmall(limit, reserve)
    }

    /// `Northwind-20000-1-2026-11-22-2-of-3`
    private static func name(of part: BundleAssembly, _ name: String) -> String {
        part.index.part.map { "\(name)-\($0.number)-of-\($0.count)" } ?? name
    }

    private static func sizes(of assembly: BundleAssembly, in contents: BagContents) -> [Int] {
        let sizes = Dictionary(
            contents.payload.map { ($0.path, contents.mostOctets(of: $0)) },
            uniquingKeysWith: { first, _ in first })
        return assembly.files.map { sizes[$0.path] ?? $0.size }
    }

    private static func plan(_ assembly: BundleAssembly, _ sizes: [Int], _ limit: Int, _ reserve: Int) throws
        -> PartPlan
    {
        guard reserve < limit else { throw tooSmall(limit, reserve) }
        do throws(PartPlan.TooLarge) { return try PartPlan(sizes: sizes, room: limit - reserve) } catch {
            let file = assembly.files[error.file]
            throw Failure(
                .unusableData,
                "\(file.path) has \(FileSize.text(file.size)); beside the pages a part of \(FileSize.text(limit)) has room for \(FileSize.text(error.room))",
                hint: "a larger --split, or pack without the item: --clause, --classification-up-to")
        }
    }

    private static func tooSmall(_ limit: Int, _ reserve: Int) -> Failure {
        Failure(
            .unusableData,
            "\(FileSize.text(limit)) is too little for a part: its pages alone need \(FileSize.text(reserve))",
            hint: "a larger --split")
    }

    /// The name and a digest of all that decides what is where: parts of two packings never look like one group.
    private static func group(_ assembly: BundleAssembly, _ plan: PartPlan, _ name: String) -> String {
        let index = assembly.index
        let facts =
            [index.journal.hash.hex, index.day.description, index.since?.bundle.hex ?? ""]
            + plan.parts.enumerated().flatMap { number, part in
                part.map { "\(number) \(assembly.files[$0].fingerprint) \(assembly.files[$0].path)" }
            }
        return "\(name)-\(Fingerprint(of: Array(facts.joined(separator: "\n").utf8)).short)"
    }

    /// `part 1 of 3  14 evidence files, 18.2 MB`
    var lines: [String] {
        parts.compactMap { part in
            guard let place = part.assembly.index.part else { return nil }
            let octets = part.assembly.files.octets
            return
                "  part \(place.number) of \(place.count)  \(counted(part.assembly.files.count, "evidence file")), \(FileSize.text(octets))"
        }
    }
}
