import Testing

@testable import Certification

@Suite struct EvidenceEntriesTests {
    private static func entry(_ noise: inout RandomBundle) -> BundleIndex.EvidenceEntry {
        let text = { (noise: inout RandomBundle) -> String in
            ["", "a", "Müller-訓練", "line\nbreak", String(repeating: "long ", count: 60), "x\0y"]
                .randomElement(using: &noise) ?? ""
        }
        let maybe = { (noise: inout RandomBundle) -> String? in
            Bool.random(using: &noise) ? text(&noise) : nil
        }
        let someDay = { (noise: inout RandomBundle) in
            Day(ordinal: .random(in: -1_000...30_000, using: &noise))
        }
        let id = text(&noise) + "\(Int.random(in: 0...9_999, using: &noise))"
        return BundleIndex.EvidenceEntry(
            id: id, title: text(&noise), kind: EvidenceKind.allCases.randomElement(using: &noise) ?? .record,
            owner: maybe(&noise), classification: Classification.allCases.randomElement(using: &noise),
            standing: [.current, .stale, .suspect, .requested].randomElement(using: &noise) ?? .current,
            reasons: (0..<Int.random(in: 0...3, using: &noise)).map { _ in
                .init(
                    evidence: Bool.random(using: &noise) ? id : maybe(&noise), code: "c", text: text(&noise))
            },
            reviewDue: someDay(&noise), expires: Bool.random(using: &noise) ? someDay(&noise) : nil,
            note: maybe(&noise),
            links: (0..<Int.random(in: 0...3, using: &noise)).map { number in
                .init(evidence: id, clause: "8.\(number)", locator: maybe(&noise), note: maybe(&noise))
            },
            files: (0..<Int.random(in: 0...3, using: &noise)).map { number in
                let isPresent = Bool.random(using: &noise)
                return .init(
                    path: isPresent ? "data/evidence/8 \(text(&noise))/\(number)" : nil,
                    absence: isPresent ? nil : BundleIndex.Absence.allCases.randomElement(using: &noise),
                    part: Bool.random(using: &noise) ? number : nil, originalName: text(&noise),
                    size: .random(in: 0...Int.max, using: &noise), mediaType: "text/csv",
                    fingerprint: Fingerprint(of: [UInt8(number)]), revision: number, label: maybe(&noise),
                    effective: Bool.random(using: &noise) ? someDay(&noise) : nil,
                    period: Bool.random(using: &noise)
                        ? Period(between: someDay(&noise), and: someDay(&noise)) : nil,
                    received: someDay(&noise))
            })
    }

    @Test(arguments: 1...20) func areWhatWasPutIn(seed: Int) {
        var noise = RandomBundle(seed: UInt64(seed))
        let items = (0..<50).map { _ in Self.entry(&noise) }
        let entries = BundleIndex.EvidenceEntries(items)
        #expect(Array(entries) == items)
        #expect(entries.indices.map { entries.id(at: $0) } == items.map(\.id))
        #expect(Array(entries.notCurrent) == items.filter { $0.standing != .current })
        #expect(
            Array(entries.withAbsentFiles) == items.filter { $0.files.contains { $0.path == nil } })
        #expect(entries.tally.items == 50)
        #expect(entries.tally.shown == items.count { $0.files.contains { $0.path != nil } })
        #expect(entries.tally.absent == items.flatMap(\.files).count { $0.path == nil })
    }

    @Test func takeFewOctets() throws {
        let entries = BundleIndex.EvidenceEntries(
            (0..<1_000).map { number in
                .init(
                    id: "DOC-\(number)", title: "Document \(number)", kind: .record, owner: "Head of service",
                    classification: .internal, standing: .current, reasons: [], reviewDue: nil, expires: nil,
                    note: nil,
                    links: [.init(evidence: "DOC-\(number)", clause: "8.6", locator: nil, note: nil)],
                    files: [
                        .init(
                            path: "data/evidence/8.6 Resolution/DOC-\(number) Document \(number).csv",
                            absence: nil, part: nil, originalName: "document-\(number).csv", size: number,
                            mediaType: "text/csv", fingerprint: Fingerprint(of: []), revision: 1, label: nil,
                            effective: nil, period: nil, received: Day(ordinal: 20_000))
                    ])
            })
        #expect(entries.octets <= 160_000)
    }

    /// More texts than have a number.
    @Test func takeTextsBeyondTheBook() {
        let items = (0..<25_000).map { number in
            BundleIndex.EvidenceEntry(
                id: "\(number)", title: "", kind: .record, owner: "owner \(number)", classification: nil,
                standing: .current, reasons: [], reviewDue: nil, expires: nil, note: nil, links: [], files: []
            )
        }
        let entries = BundleIndex.EvidenceEntries(items)
        #expect(zip(entries, items).allSatisfy { $0 == $1 })
    }
}
