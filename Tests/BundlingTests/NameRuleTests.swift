import Testing

@testable import Bundling

/// Paths are judged whole where they are ordinary; that must say the same as judging part by part.
@Suite struct NameRuleTests {
    @Test func aPathIsAsGoodAsItsParts() {
        var state: UInt64 = 7
        let pieces = [
            "a", "/", ".", " ", "CON", "com1", "p", "\\", ":", "\u{7F}", "é", "9.1 x", "nul.txt", "%",
        ]
        for _ in 0..<20_000 {
            let path = (0..<6).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return pieces[Int(state >> 33) % pieces.count]
            }.joined()
            guard !path.hasPrefix("/") else { continue }
            let fault = path.pathParts.compactMap { NameRule.fault(inPart: $0) }.first
            #expect(NameRule.fault(inPath: path) == fault, "\(path)")
        }
    }

    @Test(arguments: [255, 256])
    func aPartMayHave255Octets(octets: Int) {
        let path = "data/" + String(repeating: "x", count: octets)
        #expect((NameRule.fault(inPath: path) == nil) == (octets == 255))
    }
}
