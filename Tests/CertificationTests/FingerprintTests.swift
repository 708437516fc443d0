import Certification
import Testing

@Suite struct FingerprintTests {
    private static let digits = "0123456789abcdef" + String(repeating: "f0", count: 23) + "9A"

    @Test(arguments: [digits, digits.uppercased()]) func readsDigitsOfEitherCase(text: String) throws {
        let fingerprint = try #require(Fingerprint(hex: text))
        #expect(fingerprint.hex == Self.digits.lowercased())
        #expect(Fingerprint(hex: ("x" + text).dropFirst()) == fingerprint)
    }

    @Test(
        arguments: ["", String(digits.dropLast()), digits + "0"]
            + ["g", "/", ":", "@", "G", "`", " ", "é", "\u{0}"].map { String(digits.dropLast()) + $0 })
    func nothingElseIsOne(text: String) { #expect(Fingerprint(hex: text) == nil) }

    @Test func orderIsThatOfTheDigits() throws {
        let texts = ["00", "0f", "7f", "80", "ff"].map { $0 + String(repeating: "0", count: 62) }
        let fingerprints = texts.compactMap { Fingerprint(hex: $0) }
        #expect(fingerprints.count == texts.count && fingerprints.sorted() == fingerprints)
    }
}
