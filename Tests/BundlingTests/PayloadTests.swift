import Certification
import Testing

@testable import Bundling

@Suite struct PayloadTests {
    private let fingerprint = Fingerprint(of: [1])

    /// What was made and what is stored, by octets: a capital letter before a small one, a shorter name before a longer.
    @Test func isInTheOrderOfPaths() {
        let names = [
            "data/evidence/b", "data/evidence/B", "data/evidence/b b", "data/evidence/ä", "data/evidence/",
        ]
        let payload = Payload(
            [.init(path: "data/index.html", source: .bytes([1])), .init(path: "data/a", source: .bytes([]))],
            stored: StoredFiles(names.map { ($0, fingerprint, 3) }), location: { "vault/\($0.short)" })
        #expect(
            payload.map(\.path) == [
                "data/a", "data/evidence/", "data/evidence/B", "data/evidence/b", "data/evidence/b b",
                "data/evidence/ä", "data/index.html",
            ])
        #expect(Array(payload.paths) == payload.map(\.path))
        #expect(payload.listed.map(\.path.text) == payload.map(\.path))
        #expect(payload.listed.map(\.fingerprint) == payload.map(\.fingerprint))
        #expect(payload.octets == 16)
        let stored = PayloadFile.Source.stored(
            path: "vault/\(fingerprint.short)", fingerprint: fingerprint, size: 3)
        #expect(payload[3].source == stored)
    }

    @Test func mayBeEmpty() { #expect(Payload([]).isEmpty) }
}
