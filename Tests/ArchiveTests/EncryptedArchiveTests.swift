import Foundation
import Glibc
import Testing

@testable import Archive

/// The one form of encrypted archive that is read and written, and everything near it that is not.
@Suite struct EncryptedArchiveTests {
    static let name = "a.zip"
    /// Salt, verifier and content of an archive that our own packing writes begin here.
    static let saltOffset = 30 + name.utf8.count + 11

    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func encrypted(_ content: [UInt8], passphrase: String = "correct horse") throws -> [UInt8] {
        let inner = try SharedFile(namelessFirstAt: folder("inner"))
        try content.withUnsafeBytes { try inner.write($0, at: 0) }
        unlink(folder("outer.zip"))
        let octets = try EncryptedPacking(creating: folder("outer.zip"))
            .run(enclosing: inner, named: Self.name, passphrase: passphrase)
        let bytes = try folder.bytes(of: "outer.zip")
        #expect(bytes.count == octets)
        return bytes
    }

    private func recognised(_ bytes: [UInt8]) throws -> EncryptedArchive? {
        let path = try folder.write(bytes, to: "case.zip")
        return try EncryptedArchive(SharedFile(reading: path), path: path)
    }

    private func decrypted(_ bytes: [UInt8], passphrase: String = "correct horse") throws -> [UInt8] {
        let archive = try #require(try recognised(bytes))
        let inner = try SharedFile(namelessFirstAt: folder("inner"))
        try archive.decrypt(with: passphrase, into: inner)
        return try #require(try inner.octets(archive.size, at: 0))
    }

    @Test(arguments: [1, 15, 16, 17, 22, 65_535, 131_072, 131_073, 1_000_001])
    func whatIsEncryptedIsDecrypted(octets: Int) throws {
        let content = (0..<octets).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 5) }
        let bytes = try encrypted(content)
        #expect(bytes.count == Self.saltOffset + 28 + octets + 46 + Self.name.utf8.count + 11 + 22)
        #expect(try decrypted(bytes) == content)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder("")).sorted() == [
                "case.zip", "outer.zip",
            ])
    }

    @Test func nothingIsNotEncrypted() {
        #expect(throws: ArchiveError.self) { try encrypted([]) }
    }

    @Test(arguments: ["Bätterie-Klammer 訓練", String(repeating: "x", count: 99), " leading and trailing "])
    func anyPassphraseOpensWhatItClosed(passphrase: String) throws {
        let bytes = try encrypted([1, 2, 3], passphrase: passphrase)
        #expect(try decrypted(bytes, passphrase: passphrase) == [1, 2, 3])
        #expect(throws: EncryptedArchive.WrongPassphrase.self) {
            try decrypted(bytes, passphrase: passphrase + "x")
        }
    }

    @Test func theSameContentIsNeverEncryptedAlike() throws {
        let content = [UInt8](repeating: 7, count: 1000)
        let (one, other) = (try encrypted(content), try encrypted(content))
        let place = Self.saltOffset..<Self.saltOffset + 28 + 1000
        #expect(one[place] != other[place])
        #expect(one[..<place.lowerBound] == other[..<place.lowerBound])
        #expect(one[place.upperBound...] == other[place.upperBound...])
    }

    @Test("a flipped bit anywhere in what is encrypted is found")
    func flips() throws {
        let bytes = try encrypted([UInt8](repeating: 7, count: 100))
        for position in Self.saltOffset..<Self.saltOffset + 128 {
            var altered = bytes
            altered[position] ^= 1
            if position < Self.saltOffset + 18 {
                #expect(throws: EncryptedArchive.WrongPassphrase.self, "\(position)") {
                    try decrypted(altered)
                }
            } else {
                let fault = #expect(throws: ZipFault.self, "\(position)") { try decrypted(altered) }
                #expect(fault?.code == .notAuthentic, "\(position)")
            }
        }
    }

    @Test("the last bit of a long content too")
    func flipsFarBehind() throws {
        let bytes = try encrypted([UInt8](repeating: 7, count: 400_000))
        for place in [Self.saltOffset + 18, Self.saltOffset + 200_000, Self.saltOffset + 400_017] {
            var altered = bytes
            altered[place] ^= 0x80
            let fault = #expect(throws: ZipFault.self, "\(place)") { try decrypted(altered) }
            #expect(fault?.code == .notAuthentic, "\(place)")
        }
    }

    @Test func everyTruncationIsRefused() throws {
        let bytes = try encrypted([UInt8](repeating: 7, count: 60))
        for length in 0..<bytes.count {
            #expect(try recognised(Array(bytes.prefix(length))) == nil, "\(length)")
            #expect(throws: ZipFault.self, "\(length)") { try ZipTests.read(folder("case.zip")) }
        }
    }

    @Test("no altered octet of the records makes it another archive or ends the program")
    func alteredRecords() throws {
        let bytes = try encrypted([7, 7, 7])
        let content = Self.saltOffset..<Self.saltOffset + 31
        for position in bytes.indices where !content.contains(position) {
            for mask: UInt8 in [0x01, 0x11, 0x80, 0xFF] {
                var altered = bytes
                altered[position] ^= mask
                guard try recognised(altered) != nil else { continue }
                #expect(try decrypted(altered) == [7, 7, 7], "\(position)")
            }
        }
    }

    // A file that is open for reading only takes no more than a full disk does.

    @Test func decryptingIntoWhatTakesNothingIsAFault() throws {
        let archive = try #require(try recognised(encrypted([1, 2, 3])))
        let reading = try SharedFile(reading: folder("outer.zip"))
        #expect(throws: SystemFault(EBADF)) { try archive.decrypt(with: "correct horse", into: reading) }
    }

    @Test func encryptingIntoWhatTakesNothingIsAFault() throws {
        let part = FilePart(try SharedFile(reading: folder.write([], to: "part")), 0..<10)
        let header = ZipRecords.local(ZipRecords.Entry(name: [0x61], size: 3))
        #expect(header.withUnsafeBytes { part.take($0) })
        #expect(![7, 7, 7].withUnsafeBytes { part.take($0) })
        #expect(part.fault as? SystemFault == SystemFault(EBADF) && !part.isWhole)
    }

    @Test func aStreamInAnyPiecesGivesTheSameContent() throws {
        var stream = ZipRecords.local(ZipRecords.Entry(name: Array("a name".utf8), size: 5))
        stream += [1, 2, 3, 4, 5] + Array("what follows".utf8)
        for pieceOctets in 1...stream.count {
            let file = try SharedFile(namelessFirstAt: folder("part"))
            let part = FilePart(file, 2..<7)
            for start in stride(from: 0, to: stream.count, by: pieceOctets) {
                let piece = stream[start..<min(start + pieceOctets, stream.count)]
                #expect(piece.withUnsafeBytes { part.take($0) })
            }
            #expect(part.isWhole)
            #expect(try file.octets(7, at: 0) == [0, 0, 1, 2, 3, 4, 5])
            #expect(try file.octets(8, at: 0) == nil)
        }
    }
}
