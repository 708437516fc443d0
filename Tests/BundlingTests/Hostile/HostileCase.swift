import Testing

@testable import Bundling

/// What must be said of an archive.
enum Verdict: Hashable, Sendable {
    case valid
    /// Valid, with these codes and no others.
    case warned([String])
    /// Not valid, with this code among those reported.
    case refused(String)
}

/// An archive of the corpus with the verdict that it must get.
struct HostileCase: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let verdict: Verdict
    let bytes: @Sendable () -> [UInt8]
    var limits = BundleLimits()

    init(_ name: String, _ verdict: Verdict, _ bytes: @escaping @Sendable () -> [UInt8]) {
        testDescription = name
        self.verdict = verdict
        self.bytes = bytes
    }

    init(
        _ name: String, _ verdict: Verdict, limits change: (inout BundleLimits) -> Void,
        _ bytes: @escaping @Sendable () -> [UInt8]
    ) {
        self.init(name, verdict, bytes)
        change(&limits)
    }

    /// The same bag in all four forms.
    static func inAllForms(
        _ name: String, _ verdict: Verdict, _ bag: @escaping @Sendable () -> HostileBag
    ) -> [HostileCase] {
        [
            HostileCase("zip: \(name)", verdict) { HostileZip(bag()).archive },
            HostileCase("tar: \(name)", verdict) { HostileTar(bag()).archive },
            HostileCase("tar.gz: \(name)", verdict) { HostileGzip.member(HostileTar(bag()).archive) },
            HostileCase("tar.zst: \(name)", verdict) { HostileZstd.frame(HostileTar(bag()).archive) },
        ]
    }

    /// A changed ZIP archive of the usual bag.
    static func zip(
        _ name: String, _ verdict: Verdict, _ change: @escaping @Sendable (inout HostileZip) -> Void
    ) -> HostileCase {
        HostileCase("zip: \(name)", verdict) {
            var zip = HostileZip(HostileBag())
            change(&zip)
            return zip.archive
        }
    }

    /// A changed tar archive of the usual bag, plain and compressed.
    static func tar(
        _ name: String, _ verdict: Verdict, _ change: @escaping @Sendable (inout HostileTar) -> Void
    ) -> [HostileCase] {
        let archive = { @Sendable () -> [UInt8] in
            var tar = HostileTar(HostileBag())
            change(&tar)
            return tar.archive
        }
        return [
            HostileCase("tar: \(name)", verdict, archive),
            HostileCase("tar.gz: \(name)", verdict) { HostileGzip.member(archive()) },
            HostileCase("tar.zst: \(name)", verdict) { HostileZstd.frame(archive()) },
        ]
    }
}

/// A list of cases, written one below the other.
@resultBuilder enum CaseList {
    static func buildExpression(_ hostile: HostileCase) -> [HostileCase] { [hostile] }
    static func buildExpression(_ cases: some Sequence<HostileCase>) -> [HostileCase] { Array(cases) }
    static func buildBlock(_ lists: [HostileCase]...) -> [HostileCase] { Array(lists.joined()) }
}
