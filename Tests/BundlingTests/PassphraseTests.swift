import Testing

@testable import Bundling

/// What a passphrase is, and one that is drawn.
@Suite struct PassphraseTests {
    static let faults: [([UInt8], Passphrase.Fault)] = [
        ([], .empty), ([UInt8](repeating: 0x61, count: 100), .tooLong), ([0xC3, 0x28], .notText),
        (Array("twelve\u{0} chars".utf8), .holdsControlCharacter),
        (Array("a\tb".utf8), .holdsControlCharacter),
        (Array("a\u{7F}b".utf8), .holdsControlCharacter),
    ]

    @Test(arguments: faults) func isNone(text: [UInt8], fault: Passphrase.Fault) {
        #expect(throws: fault) { try Passphrase(text) }
    }

    @Test(arguments: ["ä", "correct horse battery staple", " x ", String(repeating: "ü", count: 49)])
    func isOne(text: String) throws {
        let passphrase = try Passphrase(Array(text.utf8))
        #expect(passphrase.withCString { String(cString: $0) } == text)
        #expect(passphrase.isASCII == text.utf8.allSatisfy { $0 < 0x80 })
    }

    /// Characters are counted, not octets.
    @Test func whatIsShortIsTooWeakToEncryptWith() throws {
        #expect(throws: Passphrase.Fault.tooShort) { try Passphrase("elevenchars".utf8).requireStrength() }
        #expect(throws: Passphrase.Fault.tooShort) { try Passphrase("üüüüüüüüüüü".utf8).requireStrength() }
        try Passphrase("twelve chars".utf8).requireStrength()
    }

    @Test func aDrawnOneIsReadOutInSixGroups() throws {
        var generator = SystemRandomNumberGenerator()
        var seen: Set<Character> = []
        var drawn: Set<String> = []
        for _ in 0..<200 {
            let text = Passphrase.drawn { generator.next() }
            #expect(text.wholeMatch(of: /([a-km-np-z2-9]{4}-){5}[a-km-np-z2-9]{4}/) != nil, "\(text)")
            try Passphrase(text.utf8).requireStrength()
            seen.formUnion(text)
            drawn.insert(text)
        }
        #expect(drawn.count == 200 && seen.count == 33)
    }

    /// Every one of 120 bits counts.
    @Test func eachBitThatIsUsedChangesIt() {
        let none = Passphrase.drawn { 0 }
        #expect(none == "aaaa-aaaa-aaaa-aaaa-aaaa-aaaa")
        for draw in 0..<2 {
            for bit in 0..<60 {
                var count = -1
                let text = Passphrase.drawn {
                    count += 1
                    return count == draw ? 1 << UInt64(bit) : 0
                }
                #expect(text != none && zip(text, none).count { $0 != $1 } == 1)
            }
        }
    }
}
