import Certification

@testable import Reporting

/// Documents that are written piece by piece, whole.
extension BundlePage {
    static func html(
        _ index: BundleIndex, bundleName: String, excerpts: DocumentExcerpts = DocumentExcerpts()
    ) throws -> String {
        let fingerprint = Fingerprint(of: try IndexDocument.json(index))
        let page = BundlePage(index, bundleName: bundleName, index: fingerprint, excerpts: excerpts)
        return try whole { try page.write($0) }
    }
}

extension IndexDocument {
    static func json(_ index: BundleIndex) throws -> [UInt8] {
        Array(try whole { try write(index, $0) }.utf8)
    }
}

extension EvidenceList {
    static func csv(_ index: BundleIndex) -> String { whole { write(index, $0) } }
}

extension ClauseList {
    static func csv(_ index: BundleIndex) -> String { whole { write(index, $0) } }
}

private func whole(_ write: (([UInt8]) -> Void) throws -> Void) rethrows -> String {
    var octets: [UInt8] = []
    try write { octets += $0 }
    return String(decoding: octets, as: UTF8.self)
}
